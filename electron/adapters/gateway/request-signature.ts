// Signs requests as RFC 9421 asks, with Ed25519. The covered parts are those that the protocol names, in its order.

import { createHash, randomBytes } from 'node:crypto'

/** How long a request may be acted upon, seconds: after that a lost one is provably dead. */
const VALID_FOR_S = 10

export interface Unsigned {
  method: string
  url: string
  body: string | null
  idempotencyKey: string | null
}

/** Signs for one account. A function and not a key, so that the key can stay with whoever keeps it. */
export interface RequestSigner {
  /** `ACCOUNT/KEY` of the public key that the gateway knows. */
  keyId: string
  /** Ed25519 signature over exactly these bytes. Rejects when the key cannot be used now. */
  sign(message: Uint8Array): Promise<Uint8Array>
}

/** The moment of signing, epoch seconds; it also goes into the sealed body's associated data. */
export function createdAt(nowMs: number): number {
  return Math.floor(nowMs / 1000)
}

/** The headers that make `request` a signed one. Rejects when `signer` does. */
export async function signatureHeaders(
  request: Unsigned,
  signer: RequestSigner,
  createdS: number,
): Promise<Record<string, string>> {
  const parts: [string, string][] = [
    ['@method', request.method],
    ['@target-uri', request.url],
  ]
  const headers: Record<string, string> = {}
  if (request.body !== null) {
    headers['content-digest'] = `sha-256=:${createHash('sha256').update(request.body).digest('base64')}:`
    parts.push(['content-digest', headers['content-digest']])
  }
  if (request.idempotencyKey !== null) {
    headers['idempotency-key'] = request.idempotencyKey
    parts.push(['idempotency-key', request.idempotencyKey])
  }
  const covered = parts.map(([name]) => `"${name}"`).join(' ')
  const nonce = randomBytes(16).toString('base64url')
  const params = `(${covered});created=${createdS};expires=${createdS + VALID_FOR_S};keyid="${signer.keyId}";nonce="${nonce}";alg="ed25519"`
  const base = [...parts, ['@signature-params', params]].map(([name, value]) => `"${name}": ${value}`).join('\n')
  const signature = Buffer.from(await signer.sign(Buffer.from(base))).toString('base64')
  return { ...headers, 'signature-input': `sig1=${params}`, signature: `sig1=:${signature}:` }
}
