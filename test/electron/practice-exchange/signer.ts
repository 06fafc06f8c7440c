// Signs requests as the protocol describes it, written apart from both the exchange and the app.

import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { Request } from './http.ts'

export interface Signer {
  accountId: string
  keyId: string
  /** Ed25519, 32 bytes, base64url. */
  publicKey: string
  privateKey: KeyObject
}

export interface SignatureOptions {
  /** Epoch seconds. */
  created: number
  /** Seconds after `created`. */
  validFor?: number
  nonce?: string
  /** Names the key in the signature; the signer's own unless given. */
  keyid?: string
  /** Components to leave out of the signature. */
  omit?: readonly string[]
}

/** A fresh Ed25519 key for an account. */
export function makeSigner(accountId: string, keyId: string): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x } = publicKey.export({ format: 'jwk' })
  if (x === undefined) throw new Error('no public key')
  return { accountId, keyId, publicKey: x, privateKey }
}

/** `Content-Digest` of a body. */
export function digestOf(body: string): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
}

/** The request with `Content-Digest`, `Signature-Input` and `Signature` added. */
export function signed(request: Request, signer: Signer, options: SignatureOptions): Request {
  const headers = { ...request.headers }
  const parts: [string, string][] = [
    ['@method', request.method],
    ['@target-uri', request.url],
  ]
  if (request.body !== '') {
    headers['content-digest'] = digestOf(request.body)
    parts.push(['content-digest', headers['content-digest']])
  }
  const key = headers['idempotency-key']
  if (key !== undefined) parts.push(['idempotency-key', key])
  const covered = parts.filter(([name]) => !options.omit?.includes(name))
  const { created, validFor = 30, nonce = randomBytes(16).toString('base64url') } = options
  const keyid = options.keyid ?? `${signer.accountId}/${signer.keyId}`
  const names = covered.map(([name]) => `"${name}"`).join(' ')
  const parameters = `(${names});created=${created};expires=${created + validFor};keyid="${keyid}";nonce="${nonce}";alg="ed25519"`
  const base = [...covered, ['@signature-params', parameters]].map(([name, value]) => `"${name}": ${value}`).join('\n')
  const signature = sign(null, Buffer.from(base), signer.privateKey).toString('base64')
  const added = { 'signature-input': `sig1=${parameters}`, signature: `sig1=:${signature}:` }
  return { ...request, headers: { ...headers, ...added } }
}
