// One HTTP request with one deadline over everything, no redirects, no retries, no proxy, and an honest word on whether
// any of it can have left the machine. What is not on this machine is spoken to over TLS 1.3 alone.

import { type ClientRequest, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { rootCertificates } from 'node:tls'
import { type Reason, reason } from '../../shared/reasons/reason.ts'
import type { Clock } from '../ports/system.ts'
import { type Connections, isSound } from './connections.ts'
import { openSocket } from './open-socket.ts'

const MAX_ANSWER_BYTES = 1024 * 1024
/** Why a deadline is waited for no longer. Where none is named an error is made, with its stack, for each request. */
const OVER = 'over'

export interface HttpRequest {
  method: string
  url: string
  headers: Record<string, string>
  body: string | null
  /** Milliseconds for connecting, sending, headers and body together. */
  deadlineMs: number
  /** A longer answer counts as lost; 1 MiB where nothing is said. */
  maxBytes?: number
  /** An order or its cancel, for which a connection is kept free. */
  isOrder?: boolean
  /** Asked when the connection stands and nothing of the request has left: why it must not, or `null`. */
  mayLeave?: () => Reason | null
  /** An answer that comes after the deadline is waited for `forMs` milliseconds more, and handed to `take`. */
  late?: { forMs: number; take(answer: HttpAnswer): void }
}

export interface HttpAnswer {
  phase: 'answered'
  status: number
  contentType: string
  retryAfter: string | null
  /** When the other side answered by its own clock, where `retryAfter` is a date that has to be reckoned from. */
  date?: string | undefined
  /** The name of this very content, by which it can be asked for again only if it is another one. */
  etag?: string | undefined
  body: string
}

/** `sent`: whether the system took all of the request, or a part of it. Neither says what has arrived. */
export type HttpOutcome =
  | { phase: 'not-sent'; detail: Reason }
  | { phase: 'lost'; sent: 'part' | 'whole'; detail: Reason }
  | HttpAnswer

/**
 * Sends one request, once. Never rejects. `not-sent` is only claimed when nothing of it was handed to a connection; after
 * that anything but a complete answer is `lost`, though it may still come (`late`). Each request has a connection of its own,
 * unless `connections` are given: then it goes out on one of those that stand, and is lost, not repeated, where the other side
 * had closed that one and its word of it was still on its way. `trusted` are the authorities whose certificates count, PEM.
 */
export function sendHttp(
  request: HttpRequest,
  clock: Clock,
  trusted: readonly string[] = rootCertificates,
  connections: Connections | null = null,
): Promise<HttpOutcome> {
  const url = URL.parse(request.url)
  if (url === null) return notSent(reason('NO_ADDRESS'))
  const secure = url.protocol === 'https:'
  if (!secure && url.hostname !== '127.0.0.1') {
    return notSent(reason('NOT_ENCRYPTED'))
  }
  const waiting = new AbortController()
  return new Promise<HttpOutcome>((resolve) => {
    let outgoing: ClientRequest | null = null
    let socket: Socket | null = null
    let isOver = false
    let isLate = false
    const lose = (detail: Reason) => {
      isOver = true
      if (outgoing === null) resolve({ phase: 'not-sent', detail })
      else resolve({ phase: 'lost', sent: outgoing.writableFinished ? 'whole' : 'part', detail })
    }
    const fail = (detail: Reason) => {
      lose(detail)
      outgoing?.destroy()
      socket?.destroy()
      waiting.abort(OVER)
    }
    const answered = (answer: HttpAnswer) => {
      isOver = true
      if (isLate) request.late?.take(answer)
      else resolve(answer)
      waiting.abort(OVER)
    }
    const giveBack = (on: Socket, timeout: number | null) => {
      if (connections === null || isLate) on.destroy()
      else connections.giveBack(url, on, timeout)
    }
    /** `on` stands, and the other side is known to be the right one: a request that exists earlier could be written earlier. */
    const sendOn = (on: Socket) => {
      socket = on
      const problem = request.mayLeave?.() ?? null
      if (problem !== null) return fail(problem)
      try {
        outgoing = exchangeOver(on, url, request, connections !== null, { fail, answered, giveBack })
      } catch (error) {
        // What cannot stand in a header is told by an exception, here where nobody would catch it: it would end the process
        // that holds the keys. Nothing is written before the headers are whole.
        fail(reason('REQUEST_NOT_BUILT', { system: error instanceof Error ? codeOf(error) : null }))
      }
    }
    const connect = () => {
      const opened = connections?.open(url) ?? openSocket(url, trusted)
      socket = opened
      opened.on('error', (error) => {
        if (socket === opened && outgoing === null && !isOver) fail(describeNoConnection(error))
      })
      opened.once(secure ? 'secureConnect' : 'connect', () => {
        if (!isOver) sendOn(opened)
      })
    }
    const begin = async () => {
      for (;;) {
        const kept = connections?.take(url, request.isOrder ?? false) ?? null
        if (kept === null) return connect()
        const isReady = await stillStands(kept)
        if (isReady && !isOver) return sendOn(kept)
        kept.destroy()
        if (isOver) return
      }
    }
    void begin()
    const wait = async () => {
      await clock.sleep(request.deadlineMs, waiting.signal)
      const detail = reason('NO_ANSWER_IN_TIME', { seconds: request.deadlineMs / 1000 })
      if (outgoing === null || request.late === undefined) return fail(detail)
      lose(detail)
      isLate = true
      // Nobody waits for it any more: it must not keep a process from ending.
      socket?.unref()
      await clock.sleep(request.late.forMs, waiting.signal)
      fail(detail)
    }
    wait().catch(() => undefined)
  })
}

const notSent = (detail: Reason): Promise<HttpOutcome> => Promise.resolve({ phase: 'not-sent', detail })

/**
 * Whether a connection that was kept is still open. What the other side has said of it by now lies in the system's buffers: it is
 * heard in the next turns of the event loop, and not before.
 */
async function stillStands(socket: Socket): Promise<boolean> {
  let isTouched = false
  const touch = () => {
    isTouched = true
  }
  for (const event of UNASKED) socket.on(event, touch)
  await turn()
  await turn()
  for (const event of UNASKED) socket.off(event, touch)
  return !isTouched && isSound(socket)
}

const UNASKED = ['data', 'end', 'close', 'error'] as const

interface Ends {
  fail(detail: Reason): void
  answered(answer: HttpAnswer): void
  giveBack(socket: Socket, timeout: number | null): void
}

function exchangeOver(
  socket: Socket,
  url: URL,
  request: HttpRequest,
  isKept: boolean,
  { fail, answered, giveBack }: Ends,
): ClientRequest {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const length = request.body === null ? {} : { 'content-length': String(Buffer.byteLength(request.body)) }
  const outgoing = send(url, {
    method: request.method,
    headers: { ...request.headers, ...length, ...(isKept && { connection: 'keep-alive' }) },
    createConnection: () => socket,
  })
  let timeout: number | null = null
  // Node says so when the answer and the request are over and the connection may go on; else it closes it by itself.
  if (isKept) socket.once('free', () => giveBack(socket, timeout))
  outgoing.on('error', (error) => fail(describeLoss(error)))
  // Unheard, it would end the connection without a word, and the deadline alone would end the wait.
  outgoing.once('upgrade', () => fail(reason('OTHER_PROTOCOL')))
  outgoing.once('response', (response) => {
    const chunks: Buffer[] = []
    let size = 0
    timeout = timeoutOf(response.headers)
    response.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > (request.maxBytes ?? MAX_ANSWER_BYTES)) fail(reason('ANSWER_TOO_LARGE'))
      else chunks.push(chunk)
    })
    response.on('error', (error) => fail(describeLoss(error)))
    response.once('aborted', () => fail(reason('CONNECTION_BROKE_WITHIN')))
    response.once('end', () => {
      if (!response.complete) return fail(reason('CONNECTION_BROKE_WITHIN'))
      answered({
        phase: 'answered',
        status: response.statusCode ?? 0,
        contentType: response.headers['content-type'] ?? '',
        ...waitOf(response.headers),
        ...(response.headers.etag !== undefined && { etag: response.headers.etag }),
        body: Buffer.concat(chunks).toString('utf8'),
      })
    })
  })
  outgoing.end(request.body ?? undefined)
  return outgoing
}

/** For how many seconds the other side keeps the connection, where it says so. */
function timeoutOf(headers: IncomingHttpHeaders): number | null {
  const seconds = /(?:^|[,\s])timeout=(\d{1,6})/i.exec(String(headers['keep-alive'] ?? ''))?.[1]
  return seconds === undefined ? null : Number(seconds)
}

/** Seconds stand by themselves; a date says how long only beside the clock that it was written by. */
function waitOf({ 'retry-after': told, date }: IncomingHttpHeaders): Pick<HttpAnswer, 'retryAfter' | 'date'> {
  const retryAfter = told ?? null
  const isDate = retryAfter !== null && !/^\d+$/.test(retryAfter)
  return { retryAfter, ...(isDate && date !== undefined && { date }) }
}

/** What the system calls it, such as `ECONNRESET`. */
function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}

const describeLoss = (error: Error) => reason('CONNECTION_BROKE', { system: codeOf(error) })
const describeNoConnection = (error: Error) => reason('NOT_REACHED', { system: codeOf(error) })
