// Opens sealed request bodies (HPKE, base mode) and seals the answers under the key that the HPKE context exports.

import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import {
  AEAD_ChaCha20Poly1305,
  KDF_HKDF_SHA256,
  KEM_DHKEM_X25519_HKDF_SHA256,
  KEM_MLKEM768_X25519,
} from '@panva/hpke-noble'
import { CipherSuite, type KeyPair } from 'hpke'
import { z } from 'zod'
import { fromBase64Url, parseJson, toBase64Url, utf8 } from './encoding.ts'
import { ExchangeError } from './errors.ts'
import {
  ENVIRONMENT,
  keyIdOf,
  loadKeys,
  type PublishedKey,
  type Rotation,
  type SuiteId,
  statementOf,
} from './published-keys.ts'

export const SEALED_CONTENT_TYPE = 'application/vnd.prelist.sealed+json'

const INFO_LABEL = 'prelist/order/v1'
const RESPONSE_LABEL = 'prelist/order/v1/response'

const sealedBody = z.strictObject({ keyId: z.string(), suite: z.string(), enc: z.string(), ct: z.string() })

export interface OpenedBody {
  /** The parsed JSON inside, or `undefined` when it is none. */
  value: unknown
  /** What the body was sealed to. */
  keyId: string
  suite: SuiteId
  /** 32 bytes for the answer. */
  responseKey: Uint8Array
}

export interface Sealing {
  /** The answer to `GET /v1/keys`. */
  statement: Record<string, unknown>
  /** The identity that vouches for the keys: Ed25519, base64url. */
  identity: string
  /** Throws `CANNOT_OPEN` for anything not sealed to this exchange and for exactly this request. */
  open(body: Uint8Array, aad: string): Promise<OpenedBody>
}

interface OpeningKey extends PublishedKey {
  pair: KeyPair
}

const suites: Readonly<Record<SuiteId, CipherSuite>> = {
  '0020-0001-0003': new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305),
  '647a-0001-0003': new CipherSuite(KEM_MLKEM768_X25519, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305),
}

/** RFC 9180's DeriveKeyPair makes both halves from the stored material at every start. */
async function openingKey(suite: SuiteId, stored: string): Promise<OpeningKey> {
  const material = fromBase64Url(stored)
  if (material?.length !== 32) throw new Error('the practice ledger holds a damaged key')
  const pair = await suites[suite].DeriveKeyPair(material, false)
  const publicBytes = await suites[suite].SerializePublicKey(pair.publicKey)
  return { keyId: keyIdOf(suite, publicBytes), suite, publicKey: toBase64Url(publicBytes), pair }
}

/** Loads the exchange's keys, or makes them on first use. */
export async function loadSealing(db: DatabaseSync, rotation?: Rotation): Promise<Sealing> {
  const stored = loadKeys(db, rotation)
  const keys = await Promise.all(stored.materials.map(({ suite, material }) => openingKey(suite, material)))
  const statement = statementOf(
    stored,
    keys.map(({ pair: _private, ...published }) => published),
  )
  return {
    statement,
    identity: statement.identity,
    open: async (body, aad) => {
      const sealed = sealedBody.safeParse(parseJson(body))
      if (!sealed.success) throw new ExchangeError('CANNOT_OPEN', 'the body is not a sealed body')
      const key = keys.find(({ keyId }) => keyId === sealed.data.keyId)
      if (key === undefined) throw new ExchangeError('CANNOT_OPEN', 'the body is sealed to another key')
      if (key.suite !== sealed.data.suite) throw new ExchangeError('CANNOT_OPEN', 'this key is of another suite')
      const enc = fromBase64Url(sealed.data.enc)
      const ct = fromBase64Url(sealed.data.ct)
      if (enc === null || ct === null) throw new ExchangeError('CANNOT_OPEN', 'the body is not base64url')
      try {
        const info = utf8([INFO_LABEL, ENVIRONMENT, key.suite, key.keyId].join('\0'))
        const context = await suites[key.suite].SetupRecipient(key.pair, enc, { info })
        const plaintext = await context.Open(ct, utf8(aad))
        const responseKey = await context.Export(utf8(RESPONSE_LABEL), 32)
        return { value: parseJson(plaintext), keyId: key.keyId, suite: key.suite, responseKey }
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
