// A fake exchange on 127.0.0.1: real HTTP before an engine, with faults in the order in which they were given.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Engine, FakeOrder } from './engine.ts'
import { makeStreams, type StreamDialect, type Streams } from './streams/streams.ts'

export interface VenueRequest {
  method: string
  path: string
  /** Of the query and a form together, in their order. */
  raw: string
  fields: URLSearchParams
  body: string
  headers: Record<string, string | undefined>
}

/** A request with the client id that it carries for its order. */
export interface KeyedRequest extends VenueRequest {
  key: string
}

export interface VenueReply {
  status: number
  body: unknown
}

/** A venue's words over the engine. */
export interface Dialect {
  /** True for the request that places an order: the faults are for these. */
  isOrder(request: VenueRequest): boolean
  isCancel(request: VenueRequest): boolean
  /** Everything by which a request proves whose it is: signatures, tokens, passphrases. */
  proofs(request: VenueRequest): string[]
  /** What our key is called in a request for an order. */
  keyName: string
  handle(request: VenueRequest, engine: Engine): VenueReply
  /** What the venue tells by itself; `null` where it tells nothing. */
  stream: StreamDialect | null
}

export type Fault =
  | { kind: 'hang' | 'drop'; when: 'before' | 'after' }
  | { kind: 'reply'; when: 'before' | 'after'; status: number; body: string; type?: string; retryAfter?: string }
  | { kind: 'cut' | 'stall' | 'drip' | 'twice'; when: 'after' }
  /** Answers when `answer` is called, with what it would have answered at once. */
  | { kind: 'slow'; when: 'after' }
  /** An answer about another order: what stands in it as `from` is `to` instead. */
  | { kind: 'another'; when: 'after'; from: string; to: string }
  /** Arrives so much later, on the clock of the venue; the caller hears nothing. */
  | { kind: 'late'; when: 'before' }

type Kind = 'order' | 'cancel' | 'read'

export interface FakeVenue {
  url: string
  engine: Engine
  /** Requests that place orders, as they arrived. */
  sent: KeyedRequest[]
  /** Called with each request that places an order, before anything is done about it. */
  arrived: (request: KeyedRequest) => void
  /** What requests for orders have placed here, a copy that something between has made of one left out. */
  placed: FakeOrder[]
  /** Everything by which requests have proven whose they are: signatures, tokens, passphrases. */
  proofs: Set<string>
  /** All requests, by method and path. */
  asked: string[]
  /** How many connections were begun so far. */
  connections(): number
  /** Ends the connections that carry nothing now, as an exchange does with those that are silent. */
  closeIdle(): void
  faults: Fault[]
  /** As `faults`, for requests that cancel. */
  cancelFaults: Fault[]
  /** What every other request is answered while it is set. */
  closed: VenueReply | null
  /** What every other request that is signed is answered while it is set: what needs no key goes on. */
  revoked: VenueReply | null
  streams: Streams
  /** Puts other words into answers to whatever is no order. */
  rewrite: ((request: VenueRequest, reply: VenueReply) => VenueReply) | null
  /** What is read is answered after this, while it is set. */
  hold: Promise<void> | null
  /** Resolves when the next request has arrived. */
  asking(): Promise<void>
  /** Delivers what was held back by `late`. */
  deliver(): void
  /** Answers what was held back by `slow`. */
  answer(): void
  close(): Promise<void>
}

/** Opens it, with a certificate over TLS. The caller closes it. */
export async function openVenue(
  dialect: Dialect,
  engine: Engine,
  tls?: { cert: string; key: string },
): Promise<FakeVenue> {
  const sent: KeyedRequest[] = []
  const asked: string[] = []
  const faults: Fault[] = []
  const cancelFaults: Fault[] = []
  let held: (() => void)[] = []
  const unanswered: (() => void)[] = []
  const waiting: (() => void)[] = []
  /** Does what a request asks for. Where it is an order, a second time is that of a copy. */
  const carryOut = (request: VenueRequest, kind: Kind) => {
    let isCopy = kind !== 'order'
    return () => {
      const before = engine.orders.length
      const told = dialect.handle(request, engine)
      const answer = kind === 'order' ? told : (venue.rewrite?.(request, told) ?? told)
      if (!isCopy) venue.placed.push(...engine.orders.slice(before))
      isCopy = true
      return answer
    }
  }
  /** Takes note of a request, and tells who waits for one. */
  const note = (request: VenueRequest): Kind => {
    asked.push(`${request.method} ${request.path}`)
    for (const proof of dialect.proofs(request)) venue.proofs.add(proof)
    const kind = kindOf(dialect, request)
    if (kind === 'order') {
      const keyed = { ...request, key: clientKey(dialect, request) }
      venue.arrived(keyed)
      sent.push(keyed)
    }
    for (const tell of waiting.splice(0)) tell()
    return kind
  }
  const shutFor = (request: VenueRequest) => venue.closed ?? (dialect.proofs(request).length > 0 ? venue.revoked : null)
  const onRequest = (incoming: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const request = requestOf(incoming, Buffer.concat(chunks).toString('utf8'))
      const kind = note(request)
      const shut = kind === 'read' ? shutFor(request) : null
      if (shut !== null) return reply(response, shut)
      const fault = { order: faults, cancel: cancelFaults, read: [] }[kind].shift()
      const handle = carryOut(request, kind)
      if (kind === 'read' && venue.hold !== null) {
        const answer = handle()
        return void venue.hold.then(() => reply(response, answer))
      }
      if (fault === undefined) return reply(response, handle())
      if (fault.kind === 'slow') {
        const answer = handle()
        unanswered.push(() => reply(response, answer))
      } else if (fault.kind === 'late') held.push(() => void handle())
      else answerWith(fault, response, handle)
    })
  }
  const server =
    tls === undefined ? createServer(onRequest) : createTlsServer({ ...tls, minVersion: 'TLSv1.3' }, onRequest)
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  const { streams, upgrade } = makeStreams(dialect.stream, engine)
  server.on('upgrade', upgrade)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    for (const peer of streams.peers) peer.drop()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  const venue: FakeVenue = {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    engine,
    sent,
    arrived: () => {},
    placed: [],
    proofs: new Set(),
    asked,
    connections: () => connections,
    closeIdle: () => server.closeIdleConnections(),
    faults,
    cancelFaults,
    closed: null,
    hold: null,
    streams,
    rewrite: null,
    revoked: null,
    asking: () => new Promise((resolve) => void waiting.push(resolve)),
    deliver: () => {
      for (const arrive of held) arrive()
      held = []
    },
    answer: () => {
      for (const tell of unanswered.splice(0)) tell()
    },
    close,
  }
  return venue
}

function kindOf(dialect: Dialect, request: VenueRequest): Kind {
  if (dialect.isOrder(request)) return 'order'
  return dialect.isCancel(request) ? 'cancel' : 'read'
}

/** The client id that a request carries for its order. */
export const keyOf = ({ key }: KeyedRequest): string => key

function clientKey({ keyName }: Dialect, { raw, body }: VenueRequest): string {
  return new RegExp(`${keyName}["=: ]+([\\w-]+)`).exec(`${raw} ${body}`)?.[1] ?? ''
}

function requestOf({ url: target, method, headers }: IncomingMessage, body: string): VenueRequest {
  const url = new URL(target ?? '/', 'http://venue')
  const raw = url.search.slice(1) !== '' ? url.search.slice(1) : body
  return {
    method: method ?? '',
    path: url.pathname,
    raw,
    fields: new URLSearchParams(raw),
    body,
    headers: headers as Record<string, string | undefined>,
  }
}

function reply(response: ServerResponse, { status, body }: VenueReply): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  // Ids of more digits than a number holds come over the wire as numbers all the same.
  response.end(JSON.stringify(body).replace(/"#(\d+)"/g, '$1'))
}

function answerWith(
  fault: Exclude<Fault, { kind: 'late' | 'slow' }>,
  response: ServerResponse,
  handle: () => VenueReply,
): void {
  const answer = fault.when === 'after' ? handle() : null
  switch (fault.kind) {
    case 'hang':
      return
    case 'drop':
      response.socket?.destroy()
      return
    case 'twice':
      reply(response, handle())
      return
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
      response.write('{"orderId":', () => response.socket?.destroy())
      return
    case 'stall':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{')
      return
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/json' })
      // Real time, so that a deadline that starts anew with each byte would never end.
      const drops = setInterval(() => response.write(' '), 5)
      response.on('close', () => clearInterval(drops))
      return
    }
    case 'another': {
      const { status, body } = answer ?? handle()
      reply(response, { status, body: JSON.parse(JSON.stringify(body).replaceAll(fault.from, fault.to)) })
      return
    }
    case 'reply':
      response.writeHead(fault.status, {
        'content-type': fault.type ?? 'application/json',
        location: '/elsewhere',
        ...(fault.retryAfter !== undefined && { 'retry-after': fault.retryAfter }),
      })
      response.end(fault.body)
      return
    default:
      reply(response, answer ?? handle())
  }
}
