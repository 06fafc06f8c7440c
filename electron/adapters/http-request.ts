// One HTTP request with one deadline over everything, no redirects, no retries, no proxy, and an honest word on whether
// any of it can have left the machine. What is not on this machine is spoken to over TLS 1.3 alone.

import { type ClientRequest, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import {
  checkServerIdentity,
  connect as connectTls,
  createSecureContext,
  rootCertificates,
  type SecureContext,
} from 'node:tls'
import type { Clock } from '../ports/system.ts'

const MAX_ANSWER_BYTES = 1024 * 1024

export interface HttpRequest {
  method: string
  url: string
  headers: Record<string, string>
  body: string | null
  /** Milliseconds for connecting, sending, headers and body together. */
  deadlineMs: number
  /** A longer answer counts as lost; 1 MiB where nothing is said. */
  maxBytes?: number
  /** Asked when the connection stands and nothing of the request has left: why it must not, or `null`. */
  mayLeave?: () => string | null
  /** An answer that comes after the deadline is waited for `forMs` milliseconds more, and handed to `take`. */
  late?: { forMs: number; take(answer: HttpAnswer): void }
}

export interface HttpAnswer {
  phase: 'answered'
  status: number
  contentType: string
  retryAfter: string | null
  /** When the other side answered by its own clock, where `retryAfter` is a date that has to be reckoned from. */
  date?: string
  body: string
}

/** `sent`: whether the system took all of the request, or a part of it. Neither says what has arrived. */
export type HttpOutcome =
  | { phase: 'not-sent'; detail: string }
  | { phase: 'lost'; sent: 'part' | 'whole'; detail: string }
  | HttpAnswer

/**
 * Sends one request. Never rejects. `not-sent` is only claimed when no connection came about; once one stands, anything
 * but a complete answer is `lost`, though it may still come (`late`). Each request has a connection of its own: a reused
 * one that the server just closed is the commonest false alarm. `trusted` are the authorities whose certificates count, PEM.
 */
export function sendHttp(
  request: HttpRequest,
  clock: Clock,
  trusted: readonly string[] = rootCertificates,
): Promise<HttpOutcome> {
  const waiting = new AbortController()
  return new Promise<HttpOutcome>((resolve) => {
    const url = URL.parse(request.url)
    if (url === null) return resolve({ phase: 'not-sent', detail: 'This is no address. Nothing was sent.' })
    const secure = url.protocol === 'https:'
    if (!secure && url.hostname !== '127.0.0.1') {
      return resolve({
        phase: 'not-sent',
        detail: 'Without encryption only this machine is spoken to. Nothing was sent.',
      })
    }
    let outgoing: ClientRequest | null = null
    let isLate = false
    const socket = secure ? openTls(url, trusted) : connectTcp(Number(url.port) || 80, url.hostname)
    const lose = (detail: string) => {
      if (outgoing === null) resolve({ phase: 'not-sent', detail })
      else resolve({ phase: 'lost', sent: outgoing.writableFinished ? 'whole' : 'part', detail })
    }
    const fail = (detail: string) => {
      lose(detail)
      outgoing?.destroy()
      socket.destroy()
    }
    const answered = (answer: HttpAnswer) => {
      if (isLate) request.late?.take(answer)
      else resolve(answer)
      waiting.abort()
    }
    socket.on('error', (error) => {
      if (outgoing === null) fail(describeNoConnection(error))
    })
    // Only here is the other side known to be the right one: a request that exists earlier could be written earlier.
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      const problem = request.mayLeave?.() ?? null
      if (problem !== null) return fail(problem)
      try {
        outgoing = exchangeOver(socket, url, request, fail, answered)
      } catch (error) {
        // What cannot stand in a header is told by an exception, here where nobody would catch it: it would end the process
        // that holds the keys. Nothing is written before the headers are whole.
        fail(`The request could not be put together${error instanceof Error ? codeOf(error) : ''}. Nothing was sent.`)
      }
    })
    socket.once('close', () => waiting.abort())
    const wait = async () => {
      await clock.sleep(request.deadlineMs, waiting.signal)
      const detail = `No answer within ${request.deadlineMs / 1000} seconds.`
      if (outgoing === null || request.late === undefined) return fail(detail)
      lose(detail)
      isLate = true
      // Nobody waits for it any more: it must not keep a process from ending.
      socket.unref()
      await clock.sleep(request.late.forMs, waiting.signal)
      fail(detail)
    }
    wait().catch(() => undefined)
  })
}

/**
 * A connection whose checks no environment variable and no command-line option of Node reaches: each of them changes a
 * default, and here nothing is left to a default. Authorities are those that come with Node, not the system's, to which
 * other programs add theirs.
 */
export function openTls(url: URL, trusted: readonly string[]): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const socket = connectTls({
    host,
    port: Number(url.port) || 443,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    secureContext: contextOf(trusted),
    rejectUnauthorized: true,
    checkServerIdentity,
  })
  // `--tls-keylog` would write the secrets of the connection to a file, and listens from the start.
  socket.removeAllListeners('keylog')
  return socket
}

/** Kept, because reading some hundred and fifty certificates takes longer than a request. */
const contexts = new WeakMap<readonly string[], SecureContext>()

function contextOf(trusted: readonly string[]): SecureContext {
  const known = contexts.get(trusted)
  if (known !== undefined) return known
  const context = createSecureContext({
    ca: [...trusted],
    minVersion: 'TLSv1.3',
    maxVersion: 'TLSv1.3',
    // The last one belongs to TLS 1.2 and is never used; some builds of Node take no list without one.
    ciphers: 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES256-GCM-SHA384',
  })
  contexts.set(trusted, context)
  return context
}

function exchangeOver(
  socket: Socket,
  url: URL,
  request: HttpRequest,
  fail: (detail: string) => void,
  answered: (answer: HttpAnswer) => void,
): ClientRequest {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const length = request.body === null ? {} : { 'content-length': String(Buffer.byteLength(request.body)) }
  const outgoing = send(url, {
    method: request.method,
    headers: { ...request.headers, ...length },
    createConnection: () => socket,
  })
  outgoing.on('error', (error) => fail(describeLoss(error)))
  // Unheard, it would end the connection without a word, and the deadline alone would end the wait.
  outgoing.once('upgrade', () => fail('The exchange answered in another protocol.'))
  outgoing.once('response', (response) => {
    const chunks: Buffer[] = []
    let size = 0
    response.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > (request.maxBytes ?? MAX_ANSWER_BYTES)) fail('The answer was too large.')
      else chunks.push(chunk)
    })
    response.on('error', (error) => fail(describeLoss(error)))
    response.once('aborted', () => fail('The connection broke within the answer.'))
    response.once('end', () => {
      if (!response.complete) return fail('The connection broke within the answer.')
      answered({
        phase: 'answered',
        status: response.statusCode ?? 0,
        contentType: response.headers['content-type'] ?? '',
        ...waitOf(response.headers),
        body: Buffer.concat(chunks).toString('utf8'),
      })
    })
  })
  outgoing.end(request.body ?? undefined)
  return outgoing
}

/** Seconds stand by themselves; a date says how long only beside the clock that it was written by. */
function waitOf({ 'retry-after': told, date }: IncomingHttpHeaders): Pick<HttpAnswer, 'retryAfter' | 'date'> {
  const retryAfter = told ?? null
  const isDate = retryAfter !== null && !/^\d+$/.test(retryAfter)
  return { retryAfter, ...(isDate && date !== undefined && { date }) }
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
}

const describeLoss = (error: Error) => `The connection broke before the answer was complete${codeOf(error)}.`
const describeNoConnection = (error: Error) => `The exchange cannot be reached${codeOf(error)}. Nothing was sent.`
