// Sealed bodies of both suites: readable for the holder of the key alone, and never for another message, key or answer.

import { createCipheriv, randomBytes } from 'node:crypto'
import {
  AEAD_ChaCha20Poly1305,
  CipherSuite,
  KDF_HKDF_SHA256,
  KEM_DHKEM_X25519_HKDF_SHA256,
  KEM_MLKEM768_X25519,
} from 'hpke'
import { describe, expect, it } from 'vitest'
import { type SealingKey, SUITES, sealRequest } from '../../../electron/adapters/sealed-channel.ts'
import type { Sealing } from '../../../shared/app.ts'

// The ciphers of WebCrypto, which share no code with those that the app seals with.
const ciphers: Record<Sealing, CipherSuite> = {
  classic: new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305),
  'post-quantum': new CipherSuite(KEM_MLKEM768_X25519, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305),
}
const bytes = (text: string) => new TextEncoder().encode(text)
const decode = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'))

async function exchange(sealing: Sealing = 'classic') {
  const cipher = ciphers[sealing]
  const suite = SUITES[sealing]
  const pair = await cipher.DeriveKeyPair(randomBytes(32), false)
  const publicKey = await cipher.SerializePublicKey(pair.publicKey)
  const key: SealingKey = { keyId: 'gk-1', suite, environment: 'practice', publicKey }
  const open = async (body: string, aad: string, info = `prelist/order/v1\0practice\0${suite}\0gk-1`) => {
    const { enc, ct } = JSON.parse(body)
    const context = await cipher.SetupRecipient(pair, decode(enc), { info: bytes(info) })
    return {
      value: JSON.parse(new TextDecoder().decode(await context.Open(decode(ct), bytes(aad)))) as unknown,
      answerKey: await context.Export(bytes('prelist/order/v1/response'), 32),
    }
  }
  return { key, open }
}

function sealedAnswer(key: Uint8Array, aad: string, text: string, nonce = randomBytes(12)): string {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
  cipher.setAAD(bytes(aad), { plaintextLength: Buffer.byteLength(text) })
  const ct = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()])
  return JSON.stringify({ nonce: nonce.toString('base64url'), ct: ct.toString('base64url') })
}

describe.each<Sealing>(['classic', 'post-quantum'])('%s', (sealing) => {
  it('seals what the holder of the key alone can open, for this request alone', async () => {
    const { key, open } = await exchange(sealing)
    const { keyId, suite } = key
    const { body } = await sealRequest(key, { amount: '1', note: 'caf\u00e9' }, 'POST\n/v1/orders')
    expect(Object.keys(JSON.parse(body)).sort()).toEqual(['ct', 'enc', 'keyId', 'suite'])
    expect(JSON.parse(body)).toMatchObject({ keyId, suite })
    expect((await open(body, 'POST\n/v1/orders')).value).toEqual({ amount: '1', note: 'caf\u00e9', keyId, suite })
    await expect(open(body, 'POST\n/v1/other')).rejects.toThrow()
    await expect(open(body, 'POST\n/v1/orders', `prelist/order/v1\0live\0${suite}\0gk-1`)).rejects.toThrow()
    await expect(open(body, 'POST\n/v1/orders', 'prelist/order/v1\0practice\0another\0gk-1')).rejects.toThrow()
    await expect((await exchange(sealing)).open(body, 'POST\n/v1/orders')).rejects.toThrow()
  })

  it('makes a fresh encapsulation for each message, with an answer key of its own', async () => {
    const { key, open } = await exchange(sealing)
    const sealed = await Promise.all([1, 2, 3].map(() => sealRequest(key, { same: true }, 'aad')))
    expect(new Set(sealed.map(({ body }) => JSON.parse(body).enc)).size).toBe(3)
    expect(new Set(sealed.map(({ body }) => JSON.parse(body).ct)).size).toBe(3)
    const keys = await Promise.all(sealed.map(async ({ body }) => (await open(body, 'aad')).answerKey))
    expect(new Set(keys.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(3)
  })

  it('refuses a key that is none, or of the other suite', async () => {
    const { key } = await exchange(sealing)
    const other = await exchange(sealing === 'classic' ? 'post-quantum' : 'classic')
    await expect(sealRequest({ ...key, publicKey: key.publicKey.subarray(1) }, {}, 'aad')).rejects.toThrow()
    await expect(sealRequest({ ...key, publicKey: other.key.publicKey }, {}, 'aad')).rejects.toThrow()
  })
})

it('takes no field of the terms for the name of the key', async () => {
  const { key, open } = await exchange()
  const { body } = await sealRequest(key, { keyId: 'gk-other', suite: 'none' }, 'aad')
  expect((await open(body, 'aad')).value).toEqual({ keyId: key.keyId, suite: key.suite })
})

it('opens the answer to its own request, bound to status and key', async () => {
  const { key, open } = await exchange()
  const request = await sealRequest(key, { order: 1 }, 'aad')
  const other = await sealRequest(key, { order: 1 }, 'aad')
  const { answerKey } = await open(request.body, 'aad')
  const body = sealedAnswer(answerKey, '200\nkey-1', '{"status":"filled"}')
  expect(request.openAnswer(body, 200, 'key-1')).toEqual({ status: 'filled' })
  expect(() => request.openAnswer(body, 422, 'key-1')).toThrow()
  expect(() => request.openAnswer(body, 200, 'key-2')).toThrow()
  expect(() => other.openAnswer(body, 200, 'key-1')).toThrow()
})

it.each([
  ['no JSON', '{'],
  ['nothing', ''],
  ['null', 'null'],
  ['an order in the clear', '{"status":"filled"}'],
  ['numbers', '{"nonce":1,"ct":2}'],
  ['an empty seal', '{"nonce":"","ct":""}'],
  ['a short nonce', '{"nonce":"AAAA","ct":"AAAAAAAAAAAAAAAAAAAAAAAA"}'],
])('throws at %s in place of an answer', async (_name, body) => {
  const { key } = await exchange()
  const request = await sealRequest(key, { order: 1 }, 'aad')
  expect(() => request.openAnswer(body, 200, 'key')).toThrow()
})

it('throws when a bit of the answer was turned', async () => {
  const { key, open } = await exchange()
  const request = await sealRequest(key, { order: 1 }, 'aad')
  const { answerKey } = await open(request.body, 'aad')
  const sealed = JSON.parse(sealedAnswer(answerKey, '200\nkey', '{"status":"filled"}'))
  const ct = Buffer.from(sealed.ct, 'base64url')
  for (const at of [0, ct.length - 17, ct.length - 1]) {
    const turned = Buffer.from(ct)
    turned[at] = (turned[at] ?? 0) ^ 1
    const body = JSON.stringify({ ...sealed, ct: turned.toString('base64url') })
    expect(() => request.openAnswer(body, 200, 'key')).toThrow()
  }
})
