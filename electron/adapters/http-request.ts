// One HTTP request with one deadline over everything, no redirects, no retries, and an honest word on whether any byte
// can have left the machine.

import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Clock } from '../ports.ts'

const MAX_ANSWER_BYTES = 1024 * 1024

export interface HttpRequest {
  method: string
  url: string
  headers: Record<string, string>
  body: string | null
  /** Milliseconds for connecting, sending, headers and body together. */
  deadlineMs: number
}

export type HttpOutcome =
  | { phase: 'not-sent'; detail: string }
  | { phase: 'lost'; detail: string }
  | { phase: 'answered'; status: number; contentType: string; body: string }

/**
 * Sends one request. Never rejects. `not-sent` is only claimed when no connection came about; once one stands, anything
 * but a complete answer is `lost`. Each request has a connection of its own: a reused one that the server just closed
 * is the commonest false alarm.
 */
export function sendHttp(request: HttpRequest, clock: Clock): Promise<HttpOutcome> {
  const deadline = new AbortController()
  return new Promise<HttpOutcome>((resolve) => {
    let connected = false
    const send = request.url.startsWith('https:') ? httpsRequest : httpRequest
    const length = request.body === null ? {} : { 'content-length': String(Buffer.byteLength(request.body)) }
    const outgoing = send(request.url, {
      method: request.method,
      headers: { ...request.headers, ...length },
      agent: false,
    })
    const fail = (detail: string) => {
      outgoing.destroy()
      resolve(connected ? { phase: 'lost', detail } : { phase: 'not-sent', detail })
    }
    outgoing.once('socket', (socket) => {
      socket.once('connect', () => {
        connected = true
      })
    })
    outgoing.on('error', (error) => fail(connected ? describeLoss(error) : describeNoConnection(error)))
    // Unheard, it would end the connection without a word, and the deadline alone would end the wait.
    outgoing.once('upgrade', () => fail('The exchange answered in another protocol.'))
    outgoing.once('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > MAX_ANSWER_BYTES) fail('The answer was too large.')
        else chunks.push(chunk)
      })
      response.on('error', (error) => fail(describeLoss(error)))
      response.once('aborted', () => fail('The connection broke within the answer.'))
      response.once('end', () => {
        if (!response.complete) return fail('The connection broke within the answer.')
        resolve({
          phase: 'answered',
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks).toString('utf8'),
        })
      })
    })
    clock.sleep(request.deadlineMs, deadline.signal).then(
      () => fail(`No answer within ${request.deadlineMs / 1000} seconds.`),
      () => undefined,
    )
    outgoing.end(request.body ?? undefined)
  }).finally(() => deadline.abort())
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
}

const describeLoss = (error: Error) => `The connection broke before the answer was complete${codeOf(error)}.`
const describeNoConnection = (error: Error) => `The exchange cannot be reached${codeOf(error)}. Nothing was sent.`
