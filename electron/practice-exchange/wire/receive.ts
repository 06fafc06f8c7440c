// Turns what arrived on a socket into a request, within limits.

import type { IncomingMessage } from 'node:http'
import { ExchangeError } from './errors.ts'
import type { ReceivedRequest } from './signature.ts'

/** The largest request body, in bytes. */
const MAX_BODY_BYTES = 65_536

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/

/** Reads the whole body. Throws `TOO_LARGE` beyond the limit; rejects when the client goes away. */
export async function readBody(message: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of message) {
    if (!(chunk instanceof Uint8Array)) continue
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new ExchangeError('TOO_LARGE', `a body has at most ${MAX_BODY_BYTES} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * The request in `message`. Throws `BAD_REQUEST` unless it names this machine as its host: pages that point a name of
 * their own at the loopback address get nothing.
 */
export function toRequest(message: IncomingMessage, body: Uint8Array): ReceivedRequest {
  const { method = '', url = '', headers } = message
  const host = headers.host ?? ''
  if (!LOOPBACK_HOST.test(host) || !url.startsWith('/')) {
    throw new ExchangeError('BAD_REQUEST', 'the practice exchange answers only on the loopback address')
  }
  const [path = '', ...query] = url.split('?')
  const targetUri = `http://${host}${url}`
  return { method, path, query: new URLSearchParams(query.join('?')), targetUri, headers, body }
}
