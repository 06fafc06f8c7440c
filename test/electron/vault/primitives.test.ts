// The ciphers and derivations of the vault against Node's own, and the limits of what a passphrase may cost.

import { createCipheriv, createHmac, createPrivateKey, hkdfSync, scryptSync, sign } from 'node:crypto'
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

// RFC 5869, appendix A.1.
test('HKDF-SHA256 gives what its standard says [R25]', () => {
  const okm = hkdf(
    new Uint8Array(22).fill(0x0b),
    Buffer.from('000102030405060708090a0b0c', 'hex'),
    Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'),
    42,
  )
  expect(hex(okm)).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865')
  expect(hex(new Uint8Array(hkdfSync('sha256', 'a', 'b', 'c', 4)))).toBe(
    hex(hkdf(Buffer.from('a'), Buffer.from('b'), Buffer.from('c'), 4)),
  )
})

// RFC 4231, test case 2.
test('HMAC-SHA256 gives what its standard says [R25]', () => {
  const tag = hmac(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?'))
  expect(hex(tag)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')
  expect(hex(tag)).toBe(createHmac('sha256', 'Jefe').update('what do ya want for nothing?').digest('hex'))
})
