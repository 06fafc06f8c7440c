// Each fault does to a request exactly what its name says; the ledger decides whether an order stands.

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { parseFaultScript } from '../../../electron/practice-exchange/faults.ts'
import { marketBuy, startFixture } from './fixture.ts'
import { type Response, send } from './http.ts'
import { order } from './shapes.ts'

const ON = 'POST /v1/orders'

async function answerTo(fault: Parameters<typeof startFixture>[0]) {
  const fixture = await startFixture(fault)
  const key = randomUUID()
  const prepared = await fixture.client.prepareOrder(marketBuy(), { key })
  const response: Promise<Response> = send(prepared.request)
  const settled = await response.then(
    (value) => value,
    () => null,
  )
  const orders = fixture.query('SELECT idempotency_key FROM orders').length
  return { fixture, key, prepared, response: settled, orders }
}

it.each(['refuse-connection', 'drop-before'] as const)('%s: no answer and nothing done', async (fault) => {
  const { response, orders, fixture, key } = await answerTo([{ on: ON, fault }])
  expect([response, orders]).toEqual([null, 0])
  expect((await fixture.client.place(marketBuy(), key)).replayed).toBe(false)
})

it.each(['drop-after', 'truncate-after'] as const)('%s: no whole answer, but an order', async (fault) => {
  const { response, orders, fixture, key } = await answerTo([{ on: ON, fault }])
  expect([response, orders]).toEqual([null, 1])
  expect((await fixture.client.place(marketBuy(), key)).replayed).toBe(true)
})

it.each([
  ['hang-before', 0],
  ['hang-after', 1],
  ['stall-after', 1],
] as const)('%s: never a whole answer, and %i orders', async (fault, count) => {
  const fixture = await startFixture([{ on: ON, fault }])
  const giveUp = new AbortController()
  const prepared = await fixture.client.prepareOrder(marketBuy(), { key: 'hung' })
  const hanging = send(prepared.request, giveUp.signal)
  const outcome = expect(hanging).rejects.toThrow()
  // A second request on another connection is answered only after the first one was worked on: one thread, one queue.
  const probe = async () => (await fixture.client.get('/v1/orders/hung')).status
  let status = await probe()
  for (let tries = 0; status !== 200 && tries < 10; tries++) status = await probe()
  expect([status, fixture.query('SELECT * FROM orders').length]).toEqual([count === 1 ? 200 : 404, count])
  giveUp.abort()
  await outcome
})

it.each([
  ['status-before', 500, 0],
  ['status-before', 503, 0],
  ['status-after', 502, 1],
  ['status-after', 307, 1],
] as const)('%s %i: a page instead of an answer, and %i orders', async (fault, status, count) => {
  const { response, orders } = await answerTo([{ on: ON, fault, status }])
  expect([response?.status, response?.headers['content-type'], orders]).toEqual([status, 'text/html', count])
})

it.each([
  ['malformed-json-after', /^{"orderId":[^}]*$/],
  ['empty-after', /^$/],
  ['empty-object-after', /^{}$/],
] as const)('%s: a 200 that says nothing, and an order', async (fault, text) => {
  const { response, orders } = await answerTo([{ on: ON, fault }])
  expect([response?.status, orders]).toEqual([200, 1])
  expect(response?.text).toMatch(text)
})

it('wrong-seal-after: an answer that nobody can open, and an order', async () => {
  const { response, prepared, orders } = await answerTo([{ on: ON, fault: 'wrong-seal-after' }])
  if (response === null) throw new Error('no answer')
  expect([response.status, orders]).toEqual([200, 1])
  expect(() => prepared.open(response)).toThrow()
})

it.each(['key', 'market', 'side', 'amount', 'price'] as const)(
  'wrong-order-after: another %s in the answer, not in the ledger',
  async (field) => {
    const { response, prepared, fixture, key } = await answerTo([{ on: ON, fault: 'wrong-order-after', field }])
    if (response === null) throw new Error('no answer')
    const told = order.parse(prepared.open(response))
    const kept = await fixture.client.order(key)
    expect(told[field]).not.toBe(kept[field])
    expect({ ...told, [field]: kept[field] }).toEqual(kept)
  },
)

it('duplicate: delivered twice, one order, and the answer to the second delivery', async () => {
  const { response, orders } = await answerTo([{ on: ON, fault: 'duplicate' }])
  expect([response?.status, orders]).toEqual([401, 1])
})

it('delay: acts later and then goes its way', async () => {
  const fixture = await startFixture([{ on: 'GET /v1/orders/{key}', fault: 'delay', ms: 1_000 }])
  await fixture.client.accepted(marketBuy(), 'some')
  const looking = fixture.client.order('some')
  await fixture.clock.asleep()
  fixture.clock.advance(1_000)
  expect((await looking).status).toBe('filled')
})

it('counts requests line by line', () => {
  const script = parseFaultScript([
    { on: 'GET /v1/orders/{key}', nth: 2, times: 2, fault: 'drop-before' },
    { on: 'GET /v1/orders/abc', fault: 'hang-before' },
  ])
  const next = (path: string) => script.next('GET', path)?.fault ?? null
  expect([next('/v1/orders/x'), next('/v1/orders/abc'), next('/v1/orders/y'), next('/v1/orders/z')]).toEqual([
    null,
    'drop-before',
    'drop-before',
    null,
  ])
  expect([script.next('POST', '/v1/orders/abc'), next('/v1/orders'), next('/v1/orders/a/void')]).toEqual([
    null,
    null,
    null,
  ])
})

it.each([
  [{ on: ON, fault: 'explode' }],
  [{ on: ON, fault: 'delay' }],
  [{ on: 'orders', fault: 'drop-after' }],
  [{ on: ON, fault: 'drop-after', nht: 2 }],
])('refuses the script line %j', (line) => {
  expect(() => parseFaultScript([line])).toThrow()
})
