// A key sealed under another key: slots, data keys and the signing seed are all wrapped in this one way.

import { KEY_BYTES, NONCE_BYTES, open, randomBytes, seal, TAG_BYTES } from './primitives.ts'

/** Nonce and ciphertext of one 32-byte key. */
export interface Wrapped {
  nonce: Uint8Array
  ciphertext: Uint8Array
}

export const WRAPPED_BYTES = KEY_BYTES + TAG_BYTES

/** Seals `key` under `wrappingKey`; `context` is associated data. */
export function wrapKey(wrappingKey: Uint8Array, key: Uint8Array, context: Uint8Array): Wrapped {
  const nonce = randomBytes(NONCE_BYTES)
  return { nonce, ciphertext: seal(wrappingKey, nonce, key, context) }
}

/** The key, or `null` when the wrapping key or the context is another. */
export function unwrapKey(wrappingKey: Uint8Array, wrapped: Wrapped, context: Uint8Array): Uint8Array | null {
  return open(wrappingKey, wrapped.nonce, wrapped.ciphertext, context)
}
