// Seals order bodies to a gateway's published key (HPKE, RFC 9180, base mode) and opens the sealed answers. The only
// importer of the HPKE and noble packages: ChaCha20-Poly1305 comes from there because Electron's own crypto lacks it.

import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import {
  AEAD_ChaCha20Poly1305,
  KDF_HKDF_SHA256,
  KEM_DHKEM_X25519_HKDF_SHA256,
  KEM_MLKEM768_X25519,
} from '@panva/hpke-noble'
import { CipherSuite } from 'hpke'
import type { Sealing } from '../../shared/app.ts'
import type { Environment } from '../../shared/order.ts'

/** The numbers of KEM, KDF and AEAD in the HPKE registry, hex, by what the trader chose. */
export const SUITES = { classic: '0020-0001-0003', 'post-quantum': '647a-0001-0003' } as const satisfies Record<
  Sealing,
  string
>

export type SuiteId = (typeof SUITES)[Sealing]

/** A gateway's HPKE key. Everything here is bound into every message. */
export interface SealingKey {
  keyId: string
  suite: SuiteId
  environment: Environment
  /** 32 bytes for X25519, 1,216 for ML-KEM-768 with X25519. */
  publicKey: Uint8Array
}

export interface SealedRequest {
  /** JSON text: key id, suite, encapsulated secret and ciphertext. */
  body: string
  /** Opens the answer to this request. Throws when it was not sealed for this status and key. */
  openAnswer(body: string, status: number, idempotencyKey: string): unknown
}

const ciphers: Readonly<Record<SuiteId, CipherSuite>> = {
  '0020-0001-0003': new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305),
  '647a-0001-0003': new CipherSuite(KEM_MLKEM768_X25519, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305),
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/**
 * Seals `terms` (JSON data) to `key`, whose id and suite are written beside them: whoever opens the message sees whom it
 * was meant for, and cannot pass it on. Each call makes a fresh encapsulation, so that nothing links two messages and
 * each answer has a key of its own. `aad` ties the message to the request that carries it.
 */
export async function sealRequest(
  key: SealingKey,
  terms: Readonly<Record<string, unknown>>,
  aad: string,
): Promise<SealedRequest> {
  const { keyId, suite, environment } = key
  const cipher = ciphers[suite]
  const publicKey = await cipher.DeserializePublicKey(key.publicKey)
  const info = utf8(['prelist/order/v1', environment, suite, keyId].join('\0'))
  const { encapsulatedSecret, ctx } = await cipher.SetupSender(publicKey, { info })
  const ciphertext = await ctx.Seal(utf8(JSON.stringify({ ...terms, keyId, suite })), utf8(aad))
  const answerKey = await ctx.Export(utf8('prelist/order/v1/response'), 32)
  return {
    body: JSON.stringify({ keyId, suite, enc: base64url(encapsulatedSecret), ct: base64url(ciphertext) }),
    openAnswer: (body, status, idempotencyKey) => {
      const sealed: unknown = JSON.parse(body)
      if (!isSealed(sealed)) throw new TypeError('not a sealed answer')
      const nonce = Buffer.from(sealed.nonce, 'base64url')
      const opener = chacha20poly1305(answerKey, nonce, utf8(`${status}\n${idempotencyKey}`))
      return JSON.parse(new TextDecoder().decode(opener.decrypt(Buffer.from(sealed.ct, 'base64url'))))
    },
  }
}

function isSealed(value: unknown): value is { nonce: string; ct: string } {
  if (typeof value !== 'object' || value === null) return false
  return 'nonce' in value && typeof value.nonce === 'string' && 'ct' in value && typeof value.ct === 'string'
}
