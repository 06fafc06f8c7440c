// XChaCha20-Poly1305 for checking with: HChaCha20 by hand, the rest by OpenSSL, so that it shares no code with the app's.

import { createDecipheriv } from 'node:crypto'

const QUARTERS = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const

/** The key of one message, from the key of all and the first 16 bytes of the nonce (draft-irtf-cfrg-xchacha-03, 2.2). */
function hchacha(key: Uint8Array, nonce: Uint8Array): Buffer {
  const start = Buffer.concat([Buffer.from('expand 32-byte k'), key, nonce.subarray(0, 16)])
  const word = Uint32Array.from({ length: 16 }, (_, at) => start.readUInt32LE(at * 4))
  const at = (index: number) => word[index] ?? 0
  const step = (into: number, from: number, mixed: number, bits: number) => {
    word[into] = at(into) + at(from)
    const changed = at(mixed) ^ at(into)
    word[mixed] = (changed << bits) | (changed >>> (32 - bits))
  }
  for (let round = 0; round < 10; round++) {
    for (const [a, b, c, d] of QUARTERS) {
      step(a, b, d, 16)
      step(c, d, b, 12)
      step(a, b, d, 8)
      step(c, d, b, 7)
    }
  }
  const out = Buffer.alloc(32)
  for (const [index, from] of [0, 1, 2, 3, 12, 13, 14, 15].entries()) out.writeUInt32LE(at(from), index * 4)
  return out
}

const inner = (nonce: Uint8Array) => Buffer.concat([Buffer.alloc(4), nonce.subarray(16)])
const TAG = { authTagLength: 16 }

/** @throws Error when anything of it is another */
export function xchachaOpen(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Buffer {
  const cipher = createDecipheriv('chacha20-poly1305', hchacha(key, nonce), inner(nonce), TAG)
  cipher.setAAD(aad, { plaintextLength: sealed.length - 16 })
  cipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
}
