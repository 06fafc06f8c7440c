// Voiding: the one round that proves that an order exists or never will.

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { codeOf, jsonOf } from '../client.ts'
import { marketBuy, startFixture } from '../fixture.ts'
import { send } from '../http.ts'

const YEAR_MS = 365 * 86_400_000

it('gives the order when the key has one, also when repeated', async () => {
  const { client } = await startFixture()
  const key = randomUUID()
  const placed = await client.accepted(marketBuy(), key)
  for (const _ of [1, 2]) {
    const answer = await client.post(`/v1/orders/${key}/void`)
    expect([answer.status, jsonOf(answer)]).toEqual([200, { outcome: 'order', order: placed }])
  }
})

it('buries a key without an order, also when repeated', async () => {
  const { client, query } = await startFixture()
  const key = randomUUID()
  expect(codeOf(jsonOf(await client.get(`/v1/orders/${key}`)))).toBe('ORDER_NOT_FOUND')
  for (const _ of [1, 2]) {
    expect(jsonOf(await client.post(`/v1/orders/${key}/void`))).toEqual({ outcome: 'buried' })
  }
  for (const answer of [await client.get(`/v1/orders/${key}`), await client.post(`/v1/orders/${key}/cancel`)]) {
    expect([answer.status, codeOf(jsonOf(answer))]).toEqual([410, 'KEY_BURIED'])
  }
  expect(await client.refused(marketBuy(), key)).toEqual({ status: 410, code: 'KEY_BURIED', replayed: false })
  expect(query('SELECT count(*) AS n FROM orders')).toEqual([{ n: 0 }])
})

it('refuses an order that was already on its way when its key was buried', async () => {
  const { client, clock, query } = await startFixture([{ on: 'POST /v1/orders', fault: 'delay', ms: 3_000 }])
  const key = randomUUID()
  const late = client.refused(marketBuy(), key)
  await clock.asleep()
  expect(jsonOf(await client.post(`/v1/orders/${key}/void`))).toEqual({ outcome: 'buried' })
  clock.advance(3_000)
  expect(await late).toEqual({ status: 410, code: 'KEY_BURIED', replayed: false })
  expect(query('SELECT count(*) AS n FROM orders')).toEqual([{ n: 0 }])
})

it('refuses an order that was delayed past its expiry, without a trace', async () => {
  const { client, clock, query } = await startFixture([{ on: 'POST /v1/orders', fault: 'delay', ms: 30_000 }])
  const late = client.refused(marketBuy())
  await clock.asleep()
  clock.advance(30_000)
  expect(await late).toEqual({ status: 401, code: 'REQUEST_EXPIRED', replayed: false })
  expect(query('SELECT count(*) AS n FROM orders UNION ALL SELECT count(*) FROM idempotency_keys')).toEqual([
    { n: 0 },
    { n: 0 },
  ])
})

it('buries a key whose order was refused', async () => {
  const { client } = await startFixture()
  const key = randomUUID()
  await client.refused(marketBuy({ side: 'sell' }), key)
  expect(jsonOf(await client.post(`/v1/orders/${key}/void`))).toEqual({ outcome: 'buried' })
  expect((await client.refused(marketBuy({ side: 'sell' }), key)).code).toBe('KEY_BURIED')
})

it('keeps a buried key for good, through time and a restart', async () => {
  const fixture = await startFixture()
  const key = randomUUID()
  await fixture.client.post(`/v1/orders/${key}/void`)
  fixture.clock.advance(YEAR_MS)
  await fixture.client.accepted(marketBuy())
  await fixture.restart()
  expect((await fixture.client.refused(marketBuy(), key)).code).toBe('KEY_BURIED')
})

it('still knows the order of a key that is older than a day', async () => {
  const { client, clock } = await startFixture()
  const key = randomUUID()
  const placed = await client.accepted(marketBuy(), key)
  clock.advance(2 * 86_400_000)
  expect(await client.order(key)).toEqual(placed)
  expect(jsonOf(await send(client.prepare('POST', `/v1/orders/${key}/void`)))).toEqual({
    outcome: 'order',
    order: placed,
  })
})
