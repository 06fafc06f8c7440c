// Argon2id by the native library, about eighteen times as fast as JavaScript; where no binary of it fits the machine, by the
// JavaScript of noble, which gives the same bytes. What is saved is spent on a higher cost for whoever guesses.

import { argon2idAsync } from '@noble/hashes/argon2.js'

/** Memory in KiB, passes, lanes; a tag of `length` bytes. Version 0x13, no secret, no associated data (RFC 9106). */
export interface Argon2Cost {
  memory: number
  passes: number
  lanes: number
  length: number
}

export type Argon2id = (words: Uint8Array, salt: Uint8Array, cost: Argon2Cost) => Promise<Uint8Array>

/** The numbers of the native library's own constants, which exist as types only. */
const ALGORITHM_ID = 2
const VERSION_0X13 = 1

/** In JavaScript: seconds instead of tenths of a second at the same cost. */
export const argon2idInJavaScript: Argon2id = (words, salt, { memory, passes, lanes, length }) =>
  argon2idAsync(words, salt, { m: memory, t: passes, p: lanes, dkLen: length, version: 0x13 })

/** The native one, or `null` where its package has no binary for this machine. */
export async function nativeArgon2id(): Promise<Argon2id | null> {
  const library = await import('@node-rs/argon2').catch(() => null)
  if (library === null) return null
  return (words, salt, { memory, passes, lanes, length }) =>
    library.hashRaw(words, {
      algorithm: ALGORITHM_ID,
      version: VERSION_0X13,
      memoryCost: memory,
      timeCost: passes,
      parallelism: lanes,
      outputLen: length,
      salt,
    })
}

/** Whichever of the two this machine can run. Loaded when a passphrase is asked for, not before. */
export const argon2id: Argon2id = async (words, salt, cost) =>
  ((await nativeArgon2id()) ?? argon2idInJavaScript)(words, salt, cost)
