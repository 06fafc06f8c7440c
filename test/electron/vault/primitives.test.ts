// The ciphers and derivations of the vault against Node's own, and the limits of what a passphrase may cost.

import { argon2Sync, createCipheriv, createPrivateKey, scryptSync, sign } from 'node:crypto'
import { gcm } from '@noble/ciphers/aes.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { hkdf as nobleHkdf } from '@noble/hashes/hkdf.js'
import { hmac as nobleHmac } from '@noble/hashes/hmac.js'
import { scrypt as nobleScrypt } from '@noble/hashes/scrypt.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, test } from 'vitest'
import {
  hkdf,
  hmac,
  KDF_CEILING,
  KDF_DEFAULT,
  KDF_FLOOR,
  randomBytes,
  stretch,
} from '../../../electron/vault/primitives.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('what a passphrase may cost [R23]', () => {
  test.each([
    ['less memory than the floor', { ...KDF_FLOOR, memory: KDF_FLOOR.memory - 1 }],
    ['one pass', { ...KDF_FLOOR, passes: 1 }],
    ['no lane', { ...KDF_FLOOR, lanes: 0 }],
    ['more memory than the ceiling', { ...KDF_CEILING, memory: KDF_CEILING.memory + 1 }],
    ['more passes than the ceiling', { ...KDF_FLOOR, passes: KDF_CEILING.passes + 1 }],
    ['more lanes than the ceiling', { ...KDF_FLOOR, lanes: KDF_CEILING.lanes + 1 }],
    ['no whole number', { ...KDF_FLOOR, memory: 20_000.5 }],
    ['the most that fits', { memory: 0xffffffff, passes: 0xffffffff, lanes: 255 }],
  ])('%s is refused before any of it is computed', async (_, params) => {
    // Computed it would take a gigabyte or hours, so that a check that came later would not end at all.
    await expect(stretch('x', randomBytes(16), params)).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
  })

  test('the product is above the floor, and words that look the same are the same words', async () => {
    expect(KDF_DEFAULT.memory).toBeGreaterThanOrEqual(64 * 1024)
    expect(KDF_DEFAULT.passes).toBeGreaterThanOrEqual(3)
    const salt = randomBytes(16)
    const [composed, decomposed, other] = await Promise.all([
      stretch('caf\u00e9', salt, KDF_FLOOR),
      stretch('cafe\u0301', salt, KDF_FLOOR),
      stretch('cafe', salt, KDF_FLOOR),
    ])
    expect(hex(composed)).toBe(hex(decomposed))
    expect(hex(composed)).not.toBe(hex(other))
    const asked = { nonce: salt, tagLength: 32, memory: KDF_FLOOR.memory, passes: KDF_FLOOR.passes, parallelism: 1 }
    expect(hex(argon2Sync('argon2id', { message: Buffer.from('cafe'), ...asked }))).toBe(hex(other))
  })
})

test('no two of a million salts are alike [R32]', () => {
  const seen = new Set<string>()
  for (let at = 0; at < 1_000_000; at++) seen.add(Buffer.from(randomBytes(24)).toString('latin1'))
  expect(seen.size).toBe(1_000_000)
})

test('Node and noble agree on HKDF, HMAC, AES-GCM, Ed25519 and scrypt on 100,000 random inputs [R33]', () => {
  const counts = { hkdf: 30_000, hmac: 40_000, gcm: 29_500, ed25519: 400, scrypt: 100 }
  const different: string[] = []
  const compare = (name: string, a: Uint8Array, b: Uint8Array) => {
    if (Buffer.compare(a, b) !== 0) different.push(name)
  }
  const some = (most: number) => randomBytes((randomBytes(1)[0] ?? 0) % most)
  for (let at = 0; at < counts.hkdf; at++) {
    const [key, salt, info] = [randomBytes(32), some(40), some(40)]
    compare('hkdf', hkdf(key, salt, info, 88), nobleHkdf(sha256, key, salt, info, 88))
  }
  for (let at = 0; at < counts.hmac; at++) {
    const [key, message] = [randomBytes(32), some(200)]
    compare('hmac', hmac(key, message), nobleHmac(sha256, key, message))
  }
  for (let at = 0; at < counts.gcm; at++) {
    const [key, nonce, message, context] = [randomBytes(32), randomBytes(12), some(100), some(30)]
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context)
    const own = Buffer.concat([cipher.update(message), cipher.final(), cipher.getAuthTag()])
    compare('aes-gcm', own, gcm(key, nonce, context).encrypt(message))
  }
  for (let at = 0; at < counts.ed25519; at++) {
    const [seed, message] = [randomBytes(32), some(200)]
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    compare('ed25519', sign(null, message, key), ed25519.sign(message, seed))
  }
  for (let at = 0; at < counts.scrypt; at++) {
    const [words, salt] = [some(40), some(40)]
    compare(
      'scrypt',
      scryptSync(words, salt, 32, { N: 16, r: 8, p: 1 }),
      nobleScrypt(words, salt, { N: 16, r: 8, p: 1 }),
    )
  }
  console.log(`compared: ${JSON.stringify(counts)}`)
  expect(different).toEqual([])
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(100_000)
}, 60_000)
