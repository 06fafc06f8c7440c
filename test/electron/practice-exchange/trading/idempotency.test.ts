// One key, one order: replays, reuse, burial, parallel requests, and how long a key is remembered.

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { codeOf, connect, jsonOf } from '../client.ts'
import { limitBuy, marketBuy, startFixture } from '../fixture.ts'
import { send } from '../http.ts'
import { order } from '../shapes.ts'
import { signed } from '../signer.ts'

const DAY_MS = 86_400_000

it('replays the stored order for the same key and payload', async () => {
  const { client, query } = await startFixture()
  const key = randomUUID()
  const first = await client.place(marketBuy(), key)
  const second = await client.place(marketBuy(), key)
  expect([first.status, first.replayed]).toEqual([200, false])
  expect([second.status, second.replayed]).toEqual([200, true])
  expect(order.parse(second.value)).toEqual(order.parse(first.value))
  expect(query('SELECT count(*) AS n FROM orders')).toEqual([{ n: 1 }])
  expect(query('SELECT count(*) AS n FROM fills')).toEqual([{ n: 1 }])
})

it('replays the order in its present state', async () => {
  const { client, clock } = await startFixture()
  const key = randomUUID()
  await client.accepted(limitBuy('0.1'), key)
  await client.post(`/v1/orders/${key}/cancel`)
  const replay = await client.place(limitBuy('0.1'), key)
  expect(replay.replayed).toBe(true)
  expect(order.parse(replay.value).status).toBe('canceled')
  expect((await client.accepted(marketBuy({ amount: '20000' }), 'large')).status).toBe('partially-filled')
  clock.advance(60_000)
  expect((await client.accepted(marketBuy({ amount: '20000' }), 'large')).status).toBe('filled')
})

it('takes two spellings of an amount for the same payload and keeps the first', async () => {
  const { client } = await startFixture()
  const key = randomUUID()
  expect((await client.accepted(marketBuy({ amount: '100.50' }), key)).amount).toBe('100.50')
  const again = await client.place(marketBuy({ amount: '100.5' }), key)
  expect([again.status, again.replayed]).toEqual([200, true])
})

it.each([
  ['market', { market: 'NIL/USDT' }],
  ['side', { side: 'sell' }],
  ['type and price', { type: 'limit', price: '0.1' }],
  ['time in force', { timeInForce: 'ioc' }],
  ['amount', { amount: '101' }],
] as const)('refuses a known key with another %s and lets the first result stand', async (_name, changes) => {
  const { client } = await startFixture()
  const key = randomUUID()
  const first = await client.accepted(marketBuy(), key)
  const reused = { status: 422, code: 'IDEMPOTENCY_KEY_REUSED', replayed: false }
  expect(await client.refused(marketBuy(changes), key)).toEqual(reused)
  expect(await client.order(key)).toEqual(first)
})

it('gives a stored refusal again, also when the order would now be accepted', async () => {
  const { client } = await startFixture()
  const key = randomUUID()
  const sell = marketBuy({ side: 'sell' })
  expect(await client.refused(sell, key)).toEqual({ status: 422, code: 'INSUFFICIENT_FUNDS', replayed: false })
  await client.accepted(marketBuy())
  expect(await client.refused(sell, key)).toEqual({ status: 422, code: 'INSUFFICIENT_FUNDS', replayed: true })
  expect((await client.get(`/v1/orders/${key}`)).status).toBe(404)
})

it('keeps keys of different accounts apart', async () => {
  const fixture = await startFixture()
  const other = await connect(fixture.exchange.url, { accountId: 'other', now: fixture.clock.now })
  const key = randomUUID()
  const mine = await fixture.client.accepted(marketBuy(), key)
  const theirs = await other.accepted(marketBuy({ amount: '200' }), key)
  expect(theirs.orderId).not.toBe(mine.orderId)
  expect((await other.balance('PEAQ')).total).toBe('200')
})

it('answers 400 without a key and does nothing', async () => {
  const { client, clock, query } = await startFixture()
  const bare = { method: 'POST', url: `${client.url}/v1/orders`, headers: {}, body: '{}' }
  const response = await send(signed(bare, client.signer, { created: clock.now() / 1000 }))
  expect([response.status, codeOf(jsonOf(response))]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING'])
  expect(query('SELECT count(*) AS n FROM orders')).toEqual([{ n: 0 }])
})

it('answers 409 while the first request is being worked on, then replays it', async () => {
  const { client, clock } = await startFixture([{ on: 'POST /v1/orders', fault: 'delay', ms: 3_000 }])
  const key = randomUUID()
  const first = client.accepted(marketBuy(), key)
  await clock.asleep()
  expect(await client.refused(marketBuy(), key)).toEqual({ status: 409, code: 'IN_FLIGHT', replayed: false })
  clock.advance(3_000)
  const placed = await first
  const replay = await client.place(marketBuy(), key)
  expect([replay.replayed, replay.value]).toEqual([true, placed])
})

it('makes one order of fifty parallel requests with one key', async () => {
  const { client, query } = await startFixture()
  const key = randomUUID()
  const prepared = await Promise.all(Array.from({ length: 50 }, () => client.prepareOrder(marketBuy(), { key })))
  const answers = await Promise.all(
    prepared.map(async ({ request, open }) => {
      const response = await send(request)
      return { status: response.status, value: open(response) }
    }),
  )
  const orders = answers.filter(({ status }) => status === 200).map(({ value }) => order.parse(value).orderId)
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
  expect(new Set(orders).size).toBe(1)
  expect(query('SELECT count(*) AS n FROM orders')).toEqual([{ n: 1 }])
  expect((await client.balance('PEAQ')).total).toBe('100')
})

it('remembers a key for 24 hours and not longer', async () => {
  const { client, clock, query } = await startFixture()
  const key = randomUUID()
  const first = await client.accepted(marketBuy(), key)
  clock.advance(DAY_MS - 1)
  expect((await client.place(marketBuy(), key)).replayed).toBe(true)
  clock.advance(1)
  const later = await client.place(marketBuy(), key)
  expect(later.replayed).toBe(false)
  expect(order.parse(later.value).orderId).not.toBe(first.orderId)
  expect(query('SELECT count(*) AS n FROM orders')).toEqual([{ n: 2 }])
  expect((await client.order(key)).orderId).not.toBe(first.orderId)
})
