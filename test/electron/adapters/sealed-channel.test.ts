// Sealed bodies: opened by an independent implementation, and never readable for another message, key or answer.

import { createCipheriv, randomBytes } from 'node:crypto'
import { AEAD_ChaCha20Poly1305, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke'
import { expect, it } from 'vitest'
import { type SealingKey, sealRequest } from '../../../electron/adapters/sealed-channel.ts'

const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305)
const bytes = (text: string) => new TextEncoder().encode(text)
const decode = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'))

async function exchange() {
  const pair = await suite.DeriveKeyPair(randomBytes(32), false)
  const key: SealingKey = {
    keyId: 'px-1',
    gateway: 'practice',
    publicKey: await suite.SerializePublicKey(pair.publicKey),
  }
  const open = async (body: string, aad: string, info = 'prelist/order/v1\0practice\0px-1') => {
    const { enc, ct } = JSON.parse(body)
    const context = await suite.SetupRecipient(pair, decode(enc), { info: bytes(info) })
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

it('seals what the holder of the key alone can open, for this request alone', async () => {
  const { key, open } = await exchange()
  const { body } = await sealRequest(key, { amount: '1', note: 'caf\u00e9' }, 'POST\n/v1/orders')
  expect(Object.keys(JSON.parse(body)).sort()).toEqual(['ct', 'enc', 'keyId'])
  expect(JSON.parse(body).keyId).toBe('px-1')
  expect((await open(body, 'POST\n/v1/orders')).value).toEqual({ amount: '1', note: 'caf\u00e9' })
  await expect(open(body, 'POST\n/v1/other')).rejects.toThrow()
  await expect(open(body, 'POST\n/v1/orders', 'prelist/order/v1\0live\0px-1')).rejects.toThrow()
  await expect((await exchange()).open(body, 'POST\n/v1/orders')).rejects.toThrow()
})

it('makes a fresh encapsulation for each message, with an answer key of its own', async () => {
  const { key, open } = await exchange()
  const sealed = await Promise.all([1, 2, 3].map(() => sealRequest(key, 'same', 'aad')))
  expect(new Set(sealed.map(({ body }) => JSON.parse(body).enc)).size).toBe(3)
  expect(new Set(sealed.map(({ body }) => JSON.parse(body).ct)).size).toBe(3)
  const keys = await Promise.all(sealed.map(async ({ body }) => (await open(body, 'aad')).answerKey))
  expect(new Set(keys.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(3)
})

it('opens the answer to its own request, bound to status and key', async () => {
  const { key, open } = await exchange()
  const request = await sealRequest(key, 'order', 'aad')
  const other = await sealRequest(key, 'order', 'aad')
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
  const request = await sealRequest(key, 'order', 'aad')
  expect(() => request.openAnswer(body, 200, 'key')).toThrow()
})

it('throws when a bit of the answer was turned', async () => {
  const { key, open } = await exchange()
  const request = await sealRequest(key, 'order', 'aad')
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

it('refuses a key that is none', async () => {
  const { key } = await exchange()
  await expect(sealRequest({ ...key, publicKey: new Uint8Array(31) }, 'x', 'aad')).rejects.toThrow()
})
