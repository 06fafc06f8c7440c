// A wrong key is told by the commitment, before the cipher is asked. The cipher is the real one, counted.

import { beforeEach, expect, test, vi } from 'vitest'
import { openRecord } from '../../../electron/vault/record.ts'
import { AppError } from '../../../shared/result.ts'
import { aRecord, aRecordKey, CONTEXT, PLAINTEXT, turned } from './vault-kit.ts'

const count = vi.hoisted(() => ({ ciphers: 0 }))
vi.mock('@noble/ciphers/chacha.js', async (importOriginal) => {
  const real = await importOriginal<typeof import('@noble/ciphers/chacha.js')>()
  const counted: typeof real.xchacha20poly1305 = Object.assign((...given: Parameters<typeof counted>) => {
    count.ciphers += 1
    return real.xchacha20poly1305(...given)
  }, real.xchacha20poly1305)
  return { ...real, xchacha20poly1305: counted }
})

const COMMITMENT = 45
const CIPHERTEXT = 77

const { key, bytes, opens } = aRecord()
beforeEach(() => {
  count.ciphers = 0
})

test('no wrong key gives a plaintext, and none is tried on the ciphertext [R31]', () => {
  let refused = 0
  for (let at = 0; at < 10_000; at++) {
    const wrong = aRecordKey({ ...key, dataKey: at < 256 ? turned(key.dataKey, at) : aRecordKey().dataKey })
    expect(() => openRecord(wrong, CONTEXT, 1, bytes)).toThrow(AppError)
    refused += 1
  }
  console.log(`wrong keys: ${refused}, of which the cipher saw ${count.ciphers}`)
  expect(count.ciphers).toBe(0)
  expect(openRecord(key, CONTEXT, 1, bytes)).toEqual(PLAINTEXT)
  expect(count.ciphers).toBe(1)
})

test('a commitment that is not the key’s ends it before the cipher, though the ciphertext is whole [R31]', () => {
  for (let bit = COMMITMENT * 8; bit < CIPHERTEXT * 8; bit++) expect(opens(turned(bytes, bit)), `${bit}`).toBe(false)
  expect(count.ciphers).toBe(0)
})

test('what the commitment does not cover, the cipher refuses', () => {
  for (let bit = CIPHERTEXT * 8; bit < bytes.length * 8; bit++) expect(opens(turned(bytes, bit)), `${bit}`).toBe(false)
  expect(count.ciphers).toBe((bytes.length - CIPHERTEXT) * 8)
})
