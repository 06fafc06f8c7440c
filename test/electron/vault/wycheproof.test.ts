// Wycheproof's vectors for every primitive that vault, backups and sealed orders are built on, and those of Argon2id.

import { createPrivateKey, createPublicKey, diffieHellman, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { argon2id } from '@noble/hashes/argon2.js'
import { describe, expect, test } from 'vitest'
import { argon2idInJavaScript, nativeArgon2id } from '../../../electron/vault/argon2.ts'
import { equalBytes, hkdf, hmac, open, seal } from '../../../electron/vault/primitives.ts'
import { ROOT } from '../../house/planted.ts'
import { xchachaOpen } from './xchacha.ts'

interface Vector {
  id: string
  result: string
  values: Buffer[]
  /** As they stand in the file. */
  texts: string[]
}

function vectorsOf(name: string): Vector[] {
  const lines = readFileSync(`${ROOT}test/vectors/wycheproof/${name}.txt`, 'utf8').split('\n')
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id = '', result = '', ...rest] = line.split(' ')
      const texts = rest.map((text) => (text === '-' ? '' : text))
      return { id, result, texts, values: texts.map((text) => Buffer.from(text, 'hex')) }
    })
}

/** The value, or `null` for what is refused. */
function tried<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

const same = (a: Uint8Array | null, b: Uint8Array) => a !== null && equalBytes(a, b)
const none = Buffer.alloc(0)
const [SPKI_ED25519, SPKI_X25519] = ['302a300506032b6570032100', '302a300506032b656e032100']
const PKCS8_X25519 = '302e020100300506032b656e04220420'
const der = (head: string, key: Buffer) => Buffer.concat([Buffer.from(head, 'hex'), key])
const publicKey = (head: string, key: Buffer) => createPublicKey({ key: der(head, key), format: 'der', type: 'spki' })

/** Whether a vector's outcome is the one that its primitive gives. Each says `true` for what it takes as valid. */
const ACCEPTS: Record<string, (vector: Vector) => boolean> = {
  'xchacha20-poly1305': ({
    values: [key = none, nonce = none, aad = none, message = none, text = none, tag = none],
  }) => {
    const sealed = Buffer.concat([text, tag])
    const opened = open(key, nonce, sealed, aad)
    const again = tried(() => seal(key, nonce, message, aad))
    return same(opened, message) && same(again, sealed)
  },
  'chacha20-poly1305': ({
    values: [key = none, nonce = none, aad = none, message = none, text = none, tag = none],
  }) => {
    const sealed = Buffer.concat([text, tag])
    const opened = tried(() => chacha20poly1305(key, nonce, aad).decrypt(sealed))
    const again = tried(() => chacha20poly1305(key, nonce, aad).encrypt(message))
    return same(opened, message) && same(again, sealed)
  },
  'hkdf-sha256': ({ values: [key = none, salt = none, info = none, , output = none], texts }) =>
    same(
      tried(() => hkdf(key, salt, info, Number(texts[3]))),
      output,
    ),
  'hmac-sha256': ({ values: [key = none, message = none, tag = none] }) =>
    tag.length >= 16 && same(hmac(key, message).subarray(0, tag.length), tag),
  ed25519: ({ values: [key = none, message = none, signature = none] }) =>
    tried(() => verify(null, message, publicKey(SPKI_ED25519, key), signature)) === true,
}

describe('Wycheproof [R25]', () => {
  test.each([
    ['xchacha20-poly1305', 284],
    ['chacha20-poly1305', 300],
    ['hkdf-sha256', 105],
    ['hmac-sha256', 174],
    ['ed25519', 145],
  ])('%s, all %d', (name, count) => {
    const vectors = vectorsOf(name)
    const wrong = vectors.filter((one) => ACCEPTS[name]?.(one) !== (one.result === 'valid'))
    console.log(`Wycheproof ${name}: ${vectors.length - wrong.length} of ${vectors.length}`)
    expect(vectors.length).toBe(count)
    expect(wrong.map(({ id, result }) => `${id} ${result}`)).toEqual([])
  })

  // "Acceptable" are points that give no secret, or that are written in another way: refused, or computed as the vector says.
  test.each([
    ['noble', ([theirs = none, own = none]: Buffer[]) => x25519.getSharedSecret(own, theirs)],
    [
      'Node',
      ([theirs = none, own = none]: Buffer[]) =>
        diffieHellman({
          publicKey: publicKey(SPKI_X25519, theirs),
          privateKey: createPrivateKey({ key: der(PKCS8_X25519, own), format: 'der', type: 'pkcs8' }),
        }),
    ],
  ])('x25519 of %s, all 518', (name, agree) => {
    const vectors = vectorsOf('x25519')
    const outcomes = vectors.map(({ id, result, values }) => {
      const shared = tried(() => agree(values))
      const right = same(shared, values[2] ?? none) || (shared === null && result === 'acceptable')
      return { id, right, refused: shared === null }
    })
    const refused = outcomes.filter((one) => one.refused).length
    console.log(`Wycheproof x25519 (${name}): ${vectors.length}, of them ${refused} refused as no secret`)
    expect(vectors.length).toBe(518)
    expect(outcomes.filter(({ right }) => !right).map(({ id }) => id)).toEqual([])
    // A shared secret of zeros is known to everybody.
    const zeros = vectors.filter(({ values }) => values[2]?.every((byte) => byte === 0))
    expect(zeros.length).toBeGreaterThan(0)
    expect(zeros.filter(({ values }) => tried(() => agree(values)) !== null)).toEqual([])
  })

  test('the implementation that the vault’s is compared with passes the same vectors', () => {
    const wrong = vectorsOf('xchacha20-poly1305').filter(({ result, values }) => {
      const [key = none, nonce = none, aad = none, message = none, text = none, tag = none] = values
      if (nonce.length !== 24) return result === 'valid'
      const opened = tried(() => xchachaOpen(key, nonce, aad, Buffer.concat([text, tag])))
      return same(opened, message) !== (result === 'valid')
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })
})

describe('Argon2id [R25]', () => {
  const filled = (length: number, byte: number) => new Uint8Array(length).fill(byte)

  // RFC 9106, section 5.3.
  test('gives what its standard says', () => {
    const tag = argon2id(filled(32, 1), filled(16, 2), {
      t: 3,
      m: 32,
      p: 4,
      key: filled(8, 3),
      personalization: filled(12, 4),
      dkLen: 32,
      version: 0x13,
    })
    expect(Buffer.from(tag).toString('base64')).toBe('DWQN9Y14dmwIwDejSotTydAe8EUtdbZetSUg6WsB5lk=')
  })

  // Of the reference implementation's test.c, version 0x13.
  test.each([
    [2, 256, 1, 'password', 'somesalt', '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [2, 256, 2, 'password', 'somesalt', '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
  ])('gives what its reference gives for t=%d m=%d p=%d', async (passes, memory, lanes, words, salt, tag) => {
    const [message, nonce] = [new TextEncoder().encode(words), new TextEncoder().encode(salt)]
    for (const stretched of [await nativeArgon2id(), argon2idInJavaScript]) {
      const made = await stretched?.(message, nonce, { memory, passes, lanes, length: 32 })
      expect(Buffer.from(made ?? []).toString('hex')).toBe(tag)
    }
  })
})
