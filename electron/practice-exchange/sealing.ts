// Opens sealed request bodies (HPKE, base mode) and seals the answers under the key that the HPKE context exports.

import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { AEAD_ChaCha20Poly1305, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from '@panva/hpke-noble'
import { CipherSuite } from 'hpke'
import { z } from 'zod'
import { fromBase64Url, parseJson, toBase64Url, utf8 } from './encoding.ts'
import { ExchangeError } from './errors.ts'
import { remember } from './ledger.ts'

export const SEALED_CONTENT_TYPE = 'application/vnd.prelist.sealed+json'
export const SUITE_NAME = 'DHKEM(X25519, HKDF-SHA256)/HKDF-SHA256/ChaCha20Poly1305'

const INFO_LABEL = 'prelist/order/v1'
const RESPONSE_LABEL = 'prelist/order/v1/response'
const EXCHANGE_NAME = 'practice'

const sealedBody = z.strictObject({ keyId: z.string(), enc: z.string(), ct: z.string() })

export interface OpenedBody {
  /** The parsed JSON inside, or `undefined` when it is none. */
  value: unknown
  /** 32 bytes for the answer. */
  responseKey: Uint8Array
}

export interface Sealing {
  keyId: string
  /** X25519, as base64url. */
  publicKey: string
  /** Throws `CANNOT_OPEN` for anything not sealed to this exchange and for exactly this request. */
  open(body: Uint8Array, aad: string): Promise<OpenedBody>
}

const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305)

/** Loads the exchange's HPKE key from the ledger, or makes it on first use. */
export async function loadSealing(db: DatabaseSync): Promise<Sealing> {
  // The input keying material is what is stored: RFC 9180's DeriveKeyPair makes both halves from it at every start.
  const material = fromBase64Url(remember(db, 'hpke-key-material', () => toBase64Url(randomBytes(32))))
  if (material?.length !== 32) throw new Error('the practice ledger holds a damaged key')
  const pair = await suite.DeriveKeyPair(material, false)
  const publicBytes = await suite.SerializePublicKey(pair.publicKey)
  const keyId = `px-${createHash('sha256').update(publicBytes).digest('hex').slice(0, 16)}`
  const info = utf8([INFO_LABEL, EXCHANGE_NAME, keyId].join('\0'))
  return {
    keyId,
    publicKey: toBase64Url(publicBytes),
    open: async (body, aad) => {
      const sealed = sealedBody.safeParse(parseJson(body))
      if (!sealed.success) throw new ExchangeError('CANNOT_OPEN', 'the body is not a sealed body')
      if (sealed.data.keyId !== keyId) throw new ExchangeError('CANNOT_OPEN', 'the body is sealed to another key')
      const enc = fromBase64Url(sealed.data.enc)
      const ct = fromBase64Url(sealed.data.ct)
      if (enc === null || ct === null) throw new ExchangeError('CANNOT_OPEN', 'the body is not base64url')
      try {
        const context = await suite.SetupRecipient(pair, enc, { info })
        const plaintext = await context.Open(ct, utf8(aad))
        return { value: parseJson(plaintext), responseKey: await context.Export(utf8(RESPONSE_LABEL), 32) }
      } catch {
        throw new ExchangeError('CANNOT_OPEN', 'the body was not sealed for this request')
      }
    },
  }
}

/**
 * Seals `value` as JSON for the holder of `responseKey`, bound to the HTTP status and the idempotency key. The answer
 * is the text of the response body.
 */
export function sealAnswer(responseKey: Uint8Array, status: number, idempotencyKey: string, value: unknown): string {
  const nonce = randomBytes(12)
  const cipher = chacha20poly1305(responseKey, nonce, utf8(`${status}\n${idempotencyKey}`))
  return JSON.stringify({ nonce: toBase64Url(nonce), ct: toBase64Url(cipher.encrypt(utf8(JSON.stringify(value)))) })
}
