// Argon2id three ways: the native library, the JavaScript that stands in for it, and Node's own, which Electron lacks.

import { argon2Sync } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { argon2id, argon2idInJavaScript, nativeArgon2id } from '../../../electron/vault/argon2.ts'
import { announcedSeed } from '../../support/hostile/seed.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

afterEach(() => {
  vi.doUnmock('@node-rs/argon2')
})

describe('a passphrase gives the same key whichever library stretches it [R25]', () => {
  test('for passphrases, salts and costs of every kind', async () => {
    const native = await nativeArgon2id()
    expect(native).not.toBeNull()
    const cost = fc.record({
      memory: fc.integer({ min: 64, max: 512 }),
      passes: fc.integer({ min: 1, max: 4 }),
      lanes: fc.integer({ min: 1, max: 4 }),
      length: fc.constantFrom(16, 32, 64),
    })
    const salt = fc.uint8Array({ minLength: 16, maxLength: 32 })
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), salt, cost, async (message, nonce, asked) => {
        const { memory, passes, lanes: parallelism, length: tagLength } = asked
        const expected = hex(argon2Sync('argon2id', { message, nonce, memory, passes, parallelism, tagLength }))
        expect(hex((await native?.(message, nonce, asked)) ?? new Uint8Array())).toBe(expected)
        expect(hex(await argon2idInJavaScript(message, nonce, asked))).toBe(expected)
      }),
      { seed: announcedSeed('argon2'), numRuns: 60 },
    )
  })

  test('and where the native library has no binary', async () => {
    const [words, salt] = [new TextEncoder().encode('correct horse'), new Uint8Array(16).fill(7)]
    const cost = { memory: 256, passes: 2, lanes: 1, length: 32 }
    const expected = await argon2id(words, salt, cost)
    vi.doMock('@node-rs/argon2', () => {
      throw new Error('Cannot find native binding.')
    })
    expect(await nativeArgon2id()).toBeNull()
    expect(hex(await argon2id(words, salt, cost))).toBe(hex(expected))
  })

  test('the words are left as they were, for the caller to wipe', async () => {
    const words = new TextEncoder().encode('correct horse')
    await argon2id(words, new Uint8Array(16), { memory: 64, passes: 1, lanes: 1, length: 32 })
    expect(new TextDecoder().decode(words)).toBe('correct horse')
  })
})
