// Seals order bodies to an exchange's published key (HPKE, RFC 9180, base mode) and opens the sealed answers. The only
// importer of the HPKE and noble packages: ChaCha20-Poly1305 comes from there because Electron's own crypto lacks it.

import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { AEAD_ChaCha20Poly1305, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from '@panva/hpke-noble'
import { CipherSuite } from 'hpke'

/** An exchange's HPKE key. `gateway` names the kind of exchange and is bound into every message. */
export interface SealingKey {
  keyId: string
  gateway: string
  /** X25519 public key, 32 bytes. */
  publicKey: Uint8Array
}

export interface SealedRequest {
  /** JSON text: key id, encapsulated secret and ciphertext. */
  body: string
  /** Opens the answer to this request. Throws when it was not sealed for this status and key. */
  openAnswer(body: string, status: number, idempotencyKey: string): unknown
}

const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305)
const utf8 = (text: string) => new TextEncoder().encode(text)
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/**
 * Seals `plaintext` (JSON data) to `key`. Each call makes a fresh encapsulation, so that nothing links two messages and
 * each answer has a key of its own. `aad` ties the message to the request that carries it.
 */
export async function sealRequest(key: SealingKey, plaintext: unknown, aad: string): Promise<SealedRequest> {
  const publicKey = await suite.DeserializePublicKey(key.publicKey)
  const info = utf8(['prelist/order/v1', key.gateway, key.keyId].join('\0'))
  const { encapsulatedSecret, ctx } = await suite.SetupSender(publicKey, { info })
  const ciphertext = await ctx.Seal(utf8(JSON.stringify(plaintext)), utf8(aad))
  const answerKey = await ctx.Export(utf8('prelist/order/v1/response'), 32)
  return {
    body: JSON.stringify({ keyId: key.keyId, enc: base64url(encapsulatedSecret), ct: base64url(ciphertext) }),
    openAnswer: (body, status, idempotencyKey) => {
      const sealed: unknown = JSON.parse(body)
      if (!isSealed(sealed)) throw new TypeError('not a sealed answer')
      const nonce = Buffer.from(sealed.nonce, 'base64url')
      const cipher = chacha20poly1305(answerKey, nonce, utf8(`${status}\n${idempotencyKey}`))
      return JSON.parse(new TextDecoder().decode(cipher.decrypt(Buffer.from(sealed.ct, 'base64url'))))
    },
  }
}

function isSealed(value: unknown): value is { nonce: string; ct: string } {
  if (typeof value !== 'object' || value === null) return false
  return 'nonce' in value && typeof value.nonce === 'string' && 'ct' in value && typeof value.ct === 'string'
}
