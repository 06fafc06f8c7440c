// Sealed bodies: meant for one exchange and one request, and answered in an envelope that only the sender can open.

import { randomBytes, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { codeOf, connect, jsonOf } from '../client.ts'
import { marketBuy, startFixture } from '../fixture.ts'
import { type Request, type Response, send } from '../http.ts'
import { CLASSIC, type ExchangeKey, openAnswer, POST_QUANTUM, SEALED_TYPE, seal } from '../seal.ts'
import { signed } from '../signer.ts'

function codeAndStatus(response: Response): string {
  return `${response.status} ${codeOf(jsonOf(response))}`
}

it('refuses a message that is addressed to another exchange outside', async () => {
  const { client, clock } = await startFixture()
  const { request } = await client.prepareOrder(marketBuy())
  const body = JSON.stringify({ ...JSON.parse(request.body), keyId: 'gk-another' })
  const moved = signed({ ...request, body }, client.signer, { created: clock.now() / 1000 })
  expect(codeAndStatus(await send(moved))).toBe('400 CANNOT_OPEN')
})

it('refuses a message that is addressed to another exchange inside', async () => {
  const { client, query } = await startFixture()
  const prepared = await client.prepareOrder(marketBuy(), { inside: { keyId: 'gk-another' } })
  const response = await send(prepared.request)
  expect([response.status, codeOf(prepared.open(response))]).toEqual([400, 'CANNOT_OPEN'])
  expect(query('SELECT count(*) AS n FROM orders')).toEqual([{ n: 0 }])
})

it('cannot open what was sealed to the key of another exchange', async () => {
  const [first, second] = [await startFixture(), await startFixture()]
  const { request } = await first.client.prepareOrder(marketBuy())
  const body = JSON.stringify({ ...JSON.parse(request.body), keyId: second.client.exchangeKey.keyId })
  const url = `${second.client.url}/v1/orders`
  const forwarded = signed({ ...request, url, body }, second.client.signer, { created: second.clock.now() / 1000 })
  expect(codeAndStatus(await send(forwarded))).toBe('400 CANNOT_OPEN')
})

it.each([
  ['idempotency key', { idempotencyKey: 'another' }],
  ['account', { accountId: 'other' }],
])('refuses a message whose inside names another %s', async (_name, inside) => {
  const { client, query } = await startFixture()
  const prepared = await client.prepareOrder(marketBuy(), { inside })
  const response = await send(prepared.request)
  expect([response.status, codeOf(prepared.open(response))]).toEqual([400, 'BAD_REQUEST'])
  expect(query('SELECT count(*) AS n FROM orders')).toEqual([{ n: 0 }])
})

it.each([
  ['method', 0],
  ['path', 1],
  ['idempotency key', 2],
  ['time of signing', 3],
  ['signing key', 4],
])('opens a body only for the %s that it was sealed for', async (_name, position) => {
  const { client, clock } = await startFixture()
  const key = randomUUID()
  const created = clock.now() / 1000
  const aad = ['POST', '/v1/orders', key, String(created), `trader/${client.signer.keyId}`]
  const { keyId, suite } = client.exchangeKey
  const content = { keyId, suite, idempotencyKey: key, accountId: 'trader', ...marketBuy() }
  const bare: Request = {
    method: 'POST',
    url: `${client.url}/v1/orders`,
    headers: { 'idempotency-key': key },
    body: '',
  }
  const wrong = await seal(client.exchangeKey, content, aad.with(position, 'another'))
  expect(codeAndStatus(await send(signed({ ...bare, body: wrong.body }, client.signer, { created })))).toBe(
    '400 CANNOT_OPEN',
  )
  const right = await seal(client.exchangeKey, content, aad)
  const response = await send(signed({ ...bare, body: right.body }, client.signer, { created }))
  expect(openAnswer(response, right.responseKey, key)).toMatchObject({ key, status: 'filled' })
})

it('seals refusals too, and nobody else can read or move an answer', async () => {
  const { client } = await startFixture()
  const key = randomUUID()
  const prepared = await client.prepareOrder(marketBuy({ side: 'sell' }), { key })
  const response = await send(prepared.request)
  expect(response.headers['content-type']).toBe(SEALED_TYPE)
  expect(response.text).not.toContain('INSUFFICIENT')
  expect(codeOf(prepared.open(response))).toBe('INSUFFICIENT_FUNDS')
  expect(() => prepared.open({ ...response, status: 200 })).toThrow()
  expect(() => openAnswer(response, randomBytes(32), key)).toThrow()
  const stranger = await client.prepareOrder(marketBuy())
  expect(() => stranger.open(response)).toThrow()
})

it('gives every answer a nonce of 12 bytes that was not used before', async () => {
  const { client } = await startFixture()
  const nonces = new Set<string>()
  for (let at = 0; at < 20; at++) {
    const { request } = await client.prepareOrder(marketBuy({ amount: '50' }))
    const { nonce } = z.object({ nonce: z.string() }).parse(jsonOf(await send(request)))
    expect(Buffer.from(nonce, 'base64url').length).toBe(12)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(20)
})

it.each([
  ['no market', { market: undefined }],
  ['a number for an amount', { amount: 100 }],
  ['an exponent', { amount: '1e2' }],
  ['a negative amount', { amount: '-1' }],
  ['too many decimals', { amount: '0.1234567890123456789' }],
  ['a market order with a price', { price: '1' }],
  ['a limit order without a price', { type: 'limit' }],
  ['a market order that must rest', { timeInForce: 'post-only' }],
  ['an unknown side', { side: 'short' }],
  ['a field too many', { stopPrice: '1' }],
])('refuses a sealed order with %s, without keeping the key', async (_name, inside) => {
  const { client, query } = await startFixture()
  const prepared = await client.prepareOrder(marketBuy(), { inside })
  const response = await send(prepared.request)
  expect([response.status, codeOf(prepared.open(response))]).toEqual([400, 'BAD_REQUEST'])
  expect(query('SELECT count(*) AS n FROM idempotency_keys')).toEqual([{ n: 0 }])
})

it.each(['', 'not json', 'null', '[]', '{"keyId":1}', '{"keyId":"","suite":"","enc":"","ct":""}'])(
  'refuses %j as a sealed body',
  async (body) => {
    const { client, clock } = await startFixture()
    const bare = { method: 'POST', url: `${client.url}/v1/orders`, headers: { 'idempotency-key': 'k' }, body }
    const response = await send(signed(bare, client.signer, { created: clock.now() / 1000 }))
    expect(codeAndStatus(response)).toBe('400 CANNOT_OPEN')
  },
)

it('fills an order that is sealed with ML-KEM-768 and X25519', async () => {
  const { exchange, clock } = await startFixture()
  const client = await connect(exchange.url, { now: clock.now, suite: POST_QUANTUM })
  expect(Buffer.from(client.exchangeKey.publicKey, 'base64url')).toHaveLength(1216)
  expect(await client.accepted(marketBuy())).toMatchObject({ status: 'filled' })
})

it.each<[ExchangeKey['suite'], string]>([
  [CLASSIC, POST_QUANTUM],
  [POST_QUANTUM, CLASSIC],
])('opens nothing of %s that is called %s, outside or inside', async (suite, called) => {
  const { exchange, clock, query } = await startFixture()
  const client = await connect(exchange.url, { now: clock.now, suite })
  const { request } = await client.prepareOrder(marketBuy())
  const body = JSON.stringify({ ...JSON.parse(request.body), suite: called })
  const renamed = signed({ ...request, body }, client.signer, { created: clock.now() / 1000 })
  expect(codeAndStatus(await send(renamed))).toBe('400 CANNOT_OPEN')
  const prepared = await client.prepareOrder(marketBuy(), { inside: { suite: called } })
  const response = await send(prepared.request)
  expect([response.status, codeOf(prepared.open(response))]).toEqual([400, 'CANNOT_OPEN'])
  expect(query('SELECT count(*) AS n FROM orders')).toEqual([{ n: 0 }])
})

it('keeps its key for the life of the folder and gives every folder its own', async () => {
  const fixture = await startFixture()
  const before = fixture.client.exchangeKey
  await fixture.restart()
  expect(fixture.client.exchangeKey).toEqual(before)
  expect((await startFixture()).client.exchangeKey.publicKey).not.toBe(before.publicKey)
})
