// Seals order bodies and opens sealed answers, with other implementations of the ciphers than the exchange uses.

import { createDecipheriv } from 'node:crypto'
import {
  AEAD_ChaCha20Poly1305,
  CipherSuite,
  KDF_HKDF_SHA256,
  KEM_DHKEM_X25519_HKDF_SHA256,
  KEM_MLKEM768_X25519,
} from 'hpke'
import type { Response } from './http.ts'

export const SEALED_TYPE = 'application/vnd.prelist.sealed+json'

export const CLASSIC = '0020-0001-0003'
export const POST_QUANTUM = '647a-0001-0003'

const suites: Readonly<Record<typeof CLASSIC | typeof POST_QUANTUM, CipherSuite>> = {
  [CLASSIC]: new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305),
  [POST_QUANTUM]: new CipherSuite(KEM_MLKEM768_X25519, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305),
}

export interface ExchangeKey {
  keyId: string
  suite: typeof CLASSIC | typeof POST_QUANTUM
  /** base64url */
  publicKey: string
}

export interface SealedBody {
  body: string
  /** The key under which the answer comes back. */
  responseKey: Uint8Array
}

/** Seals `content` as JSON to the exchange's key, for the request that `aad` describes. */
export async function seal(exchangeKey: ExchangeKey, content: unknown, aad: readonly string[]): Promise<SealedBody> {
  const { keyId, suite: suiteId } = exchangeKey
  const suite = suites[suiteId]
  const publicKey = await suite.DeserializePublicKey(Uint8Array.from(Buffer.from(exchangeKey.publicKey, 'base64url')))
  const info = Buffer.from(`prelist/order/v1\0practice\0${suiteId}\0${keyId}`)
  const { encapsulatedSecret, ctx } = await suite.SetupSender(publicKey, { info })
  const ct = await ctx.Seal(Buffer.from(JSON.stringify(content)), Buffer.from(aad.join('\n')))
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  return {
    body: JSON.stringify({ keyId, suite: suiteId, enc: text(encapsulatedSecret), ct: text(ct) }),
    responseKey: await ctx.Export(Buffer.from('prelist/order/v1/response'), 32),
  }
}

/** What is inside a sealed answer. Throws when it was not sealed for this request and status. */
export function openAnswer(response: Response, responseKey: Uint8Array, idempotencyKey: string): unknown {
  if (response.headers['content-type'] !== SEALED_TYPE)
    throw new Error(`not sealed: ${response.status} ${response.text}`)
  const { nonce, ct } = JSON.parse(response.text)
  const bytes = Buffer.from(ct, 'base64url')
  const decipher = createDecipheriv('chacha20-poly1305', responseKey, Buffer.from(nonce, 'base64url'), {
    authTagLength: 16,
  })
  const plaintextLength = bytes.length - 16
  decipher.setAAD(Buffer.from(`${response.status}\n${idempotencyKey}`), { plaintextLength })
  decipher.setAuthTag(bytes.subarray(plaintextLength))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, plaintextLength)), decipher.final()]).toString())
}
