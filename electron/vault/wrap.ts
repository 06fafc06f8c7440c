// A key sealed under another key: slots, data keys and the signing seed are all wrapped in this one way.

import { hkdf, KEY_BYTES, NONCE_BYTES, open, randomBytes, seal, TAG_BYTES } from './primitives.ts'

/** One 32-byte key, sealed. */
export interface Wrapped {
  /** Fresh for each wrapping; key and nonce of the cipher follow from it. */
  salt: Uint8Array
  ciphertext: Uint8Array
}

export const WRAP_SALT_BYTES = 24
export const WRAPPED_BYTES = KEY_BYTES + TAG_BYTES

// The cipher's library leaves copies of its key in memory. What it gets here opens this one wrapping alone.
function once<T>(
  wrappingKey: Uint8Array,
  salt: Uint8Array,
  context: Uint8Array,
  work: (key: Uint8Array, nonce: Uint8Array) => T,
): T {
  const derived = hkdf(wrappingKey, salt, context, KEY_BYTES + NONCE_BYTES)
  try {
    return work(derived.subarray(0, KEY_BYTES), derived.subarray(KEY_BYTES))
  } finally {
    derived.fill(0)
  }
}

/** Seals `key` under `wrappingKey`; `context` goes into the derivation and is associated data. */
export function wrapKey(wrappingKey: Uint8Array, key: Uint8Array, context: Uint8Array): Wrapped {
  const salt = randomBytes(WRAP_SALT_BYTES)
  return { salt, ciphertext: once(wrappingKey, salt, context, (own, nonce) => seal(own, nonce, key, context)) }
}

/** The key, or `null` when the wrapping key or the context is another. */
export function unwrapKey(wrappingKey: Uint8Array, wrapped: Wrapped, context: Uint8Array): Uint8Array | null {
  const { salt, ciphertext } = wrapped
  return once(wrappingKey, salt, context, (own, nonce) => open(own, nonce, ciphertext, context))
}
