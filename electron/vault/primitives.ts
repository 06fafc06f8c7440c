// The ciphers and key derivations of the vault. Native HKDF and HMAC touch the long-lived keys; noble, which leaves copies
// of the keys it is given, sees only keys of one sealing each.

import { createHmac, hkdfSync, randomFillSync, timingSafeEqual } from 'node:crypto'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { normalizedPassphrase } from '../../shared/passphrase.ts'
import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import { argon2id } from './argon2.ts'

export const KEY_BYTES = 32
export const NONCE_BYTES = 24
export const TAG_BYTES = 16

/** Argon2id: memory in KiB, passes, lanes. */
export interface KdfParams {
  memory: number
  passes: number
  lanes: number
}

/**
 * What a new or changed passphrase is stretched with: about 0.3 seconds of the native library once an unlock, and some
 * 4 where only JavaScript runs. Four times what earlier versions took, whose vaults open as they are.
 */
export const KDF_DEFAULT: KdfParams = { memory: 256 * 1024, passes: 3, lanes: 1 }
/** OWASP's minimum: weaker parameters in a header are somebody's attempt to make guessing cheap. */
export const KDF_FLOOR: KdfParams = { memory: 19 * 1024, passes: 2, lanes: 1 }
/** More than this in a header would keep the machine busy instead of opening the vault; this much is some 15 seconds of JavaScript. */
export const KDF_CEILING: KdfParams = { memory: 256 * 1024, passes: 10, lanes: 4 }

/** Fresh bytes from the system, never out of Node's shared pool, so that wiping them wipes them. */
export function randomBytes(length: number): Uint8Array {
  return randomFillSync(new Uint8Array(length))
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

export function hkdf(key: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, salt, info, length))
}

export function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', key).update(message).digest())
}

/** XChaCha20-Poly1305; `key` is used for this one message and may be left behind in memory by the library. */
export function seal(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, context: Uint8Array): Uint8Array {
  return xchacha20poly1305(key, nonce, context).encrypt(plaintext)
}

/** The plaintext, or `null` when key, nonce, context or ciphertext are not those of the sealing. */
export function open(
  key: Uint8Array,
  nonce: Uint8Array,
  ciphertext: Uint8Array,
  context: Uint8Array,
): Uint8Array | null {
  try {
    return xchacha20poly1305(key, nonce, context).decrypt(ciphertext)
  } catch {
    return null
  }
}

/**
 * Refuses parameters outside floor and ceiling, before any work is done.
 * @throws AppError `VAULT_DAMAGED`
 */
export function checkKdf(params: KdfParams): void {
  for (const part of ['memory', 'passes', 'lanes'] as const) {
    const value = params[part]
    if (!Number.isInteger(value) || value < KDF_FLOOR[part] || value > KDF_CEILING[part]) {
      throw new AppError('VAULT_DAMAGED', reason('VAULT_PARAMETERS_REFUSED'))
    }
  }
}

/**
 * The key of a passphrase. Unicode is normalised (NFKC), so that the same words typed on another system fit.
 * @throws AppError `VAULT_DAMAGED` for parameters outside floor and ceiling
 */
export async function stretch(passphrase: string, salt: Uint8Array, params: KdfParams): Promise<Uint8Array> {
  checkKdf(params)
  const words = new TextEncoder().encode(normalizedPassphrase(passphrase))
  try {
    return await argon2id(words, salt, { ...params, length: KEY_BYTES })
  } finally {
    words.fill(0)
  }
}
