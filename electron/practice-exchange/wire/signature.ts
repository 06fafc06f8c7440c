// Verifies request signatures (RFC 9421, Ed25519) in the one form that the protocol allows.

import { createHash, createPublicKey, verify } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { utf8 } from './encoding.ts'
import { ExchangeError } from './errors.ts'

/** The longest time between `created` and `expires`, in seconds. */
const MAX_VALIDITY_S = 60
/** How far `created` may lie in the future, in seconds. */
const MAX_AHEAD_S = 5

export interface ReceivedRequest {
  method: string
  /** Path without query. */
  path: string
  query: URLSearchParams
  /** The whole URI that the client asked for, as far as the Host header tells. */
  targetUri: string
  headers: IncomingHttpHeaders
  body: Uint8Array
}

export interface Signer {
  accountId: string
  keyId: string
  nonce: string
  /** Epoch seconds. */
  createdS: number
  /** Epoch milliseconds from which on the request is refused. */
  expiresAt: number
}

const INPUT =
  /^sig1=(\((?<covered>[^)]*)\);created=(?<created>\d{1,11});expires=(?<expires>\d{1,11});keyid="(?<account>[a-z0-9-]{1,64})\/(?<key>[a-z0-9-]{1,64})";nonce="(?<nonce>[A-Za-z0-9_-]{22})";alg="ed25519")$/
const SIGNATURE = /^sig1=:([A-Za-z0-9+/]{86}==):$/

/** The value of a header that was sent once, or `null`. */
export function headerOf(request: ReceivedRequest, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value.trim() : null
}

function coveredLines(request: ReceivedRequest): [string, string][] {
  const lines: [string, string][] = [
    ['@method', request.method],
    ['@target-uri', request.targetUri],
  ]
  if (request.body.length > 0) {
    const digest = `sha-256=:${createHash('sha256').update(request.body).digest('base64')}:`
    if (headerOf(request, 'content-digest') !== digest) {
      throw new ExchangeError('SIGNATURE_INVALID', 'Content-Digest does not match the body')
    }
    lines.push(['content-digest', digest])
  }
  const key = headerOf(request, 'idempotency-key')
  if (key !== null) lines.push(['idempotency-key', key])
  return lines
}

function verifies(publicKey: string, message: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    return verify(null, utf8(message), key, Buffer.from(signature, 'base64'))
  } catch {
    // A key that is no point of the curve cannot have signed anything.
    return false
  }
}

/**
 * Checks the signature and the validity window of `request` at `now` (epoch milliseconds) and says who signed it.
 * Throws `SIGNATURE_INVALID`, `KEY_UNKNOWN` or `REQUEST_EXPIRED`. Nonces are the caller's.
 */
export function verifySignature(
  request: ReceivedRequest,
  findPublicKey: (accountId: string, keyId: string) => string | null,
  now: number,
): Signer {
  const input = INPUT.exec(headerOf(request, 'signature-input') ?? '')
  const signature = SIGNATURE.exec(headerOf(request, 'signature') ?? '')?.[1]
  if (input === null || signature === undefined) {
    throw new ExchangeError('SIGNATURE_INVALID', 'Signature-Input or Signature is missing or malformed')
  }
  const { covered = '', created = '', expires = '', account = '', key = '', nonce = '' } = input.groups ?? {}
  const lines = coveredLines(request)
  if (covered !== lines.map(([name]) => `"${name}"`).join(' ')) {
    throw new ExchangeError('SIGNATURE_INVALID', 'the signature does not cover what it must, in this order')
  }
  const publicKey = findPublicKey(account, key)
  if (publicKey === null) throw new ExchangeError('KEY_UNKNOWN', 'this key is not registered for this account')
  const base = [...lines, ['@signature-params', input[1]]].map(([name, value]) => `"${name}": ${value}`).join('\n')
  if (!verifies(publicKey, base, signature)) throw new ExchangeError('SIGNATURE_INVALID', 'the signature is wrong')
  const signer = { accountId: account, keyId: key, nonce, createdS: Number(created), expiresAt: Number(expires) * 1000 }
  checkWindow(signer, now)
  return signer
}

function checkWindow(signer: Signer, now: number): void {
  const validity = signer.expiresAt / 1000 - signer.createdS
  if (validity <= 0 || validity > MAX_VALIDITY_S) {
    throw new ExchangeError('SIGNATURE_INVALID', `a request is valid for at most ${MAX_VALIDITY_S} seconds`)
  }
  if (signer.createdS * 1000 > now + MAX_AHEAD_S * 1000) {
    throw new ExchangeError('SIGNATURE_INVALID', 'the request was created in the future')
  }
  refuseExpired(signer, now)
}

/** Throws `REQUEST_EXPIRED` when the request may no longer act at `now` (epoch milliseconds). */
export function refuseExpired(signer: Signer, now: number): void {
  if (now >= signer.expiresAt) throw new ExchangeError('REQUEST_EXPIRED', 'the request came after its expiry')
}
