// Fills, fees and balances, exact to the last decimal, with time moved by hand.

import { expect, it } from 'vitest'
import { findMarket } from '../../../../electron/practice-exchange/trading/markets.ts'
import { quoteAt, stepAt, toPrice } from '../../../../electron/practice-exchange/trading/price-process.ts'
import { add, compare, multiply, subtract, sum } from '../../../../shared/decimal.ts'
import { codeOf, jsonOf } from '../client.ts'
import { limitBuy, marketBuy, SEED, START, startFixture } from '../fixture.ts'

const STEP_MS = 2_000

/** The first ask below every ask before it, and how many price steps after the start it comes. */
function nextLow(name: string): { price: string; steps: number } {
  const market = findMarket(name)
  if (market === undefined) throw new Error(name)
  const askAfter = (steps: number) => quoteAt(SEED, market, stepAt(START) + steps).ask
  let steps = 1
  while (askAfter(steps) >= askAfter(0)) steps += 1
  return { price: toPrice(askAfter(steps), market), steps }
}

it('fills a market order up to 1,000 USDT whole and at once, and books it exactly', async () => {
  const { client } = await startFixture()
  const { ask } = await client.price('PEAQ/USDT')
  const placed = await client.accepted(marketBuy({ amount: '123.457' }))
  const value = multiply(ask, '123.457')
  const fee = multiply(value, '0.001')
  expect(placed).toMatchObject({ status: 'filled', filled: '123.457', averagePrice: ask })
  expect(placed.fee).toEqual({ asset: 'USDT', amount: fee })
  expect(placed.fills).toMatchObject([{ price: ask, amount: '123.457', fee: { asset: 'USDT', amount: fee } }])
  const cash = subtract('10000', add(value, fee))
  expect(await client.balance('USDT')).toEqual({ total: cash, free: cash })
  expect(await client.balance('PEAQ')).toEqual({ total: '123.457', free: '123.457' })
})

it('sells at the bid and takes the fee from what comes in', async () => {
  const { client } = await startFixture()
  await client.accepted(marketBuy())
  const before = await client.balance('USDT')
  const { bid } = await client.price('PEAQ/USDT')
  await client.accepted(marketBuy({ side: 'sell', amount: '40' }))
  const value = multiply(bid, '40')
  const after = add(before.total, subtract(value, multiply(value, '0.001')))
  expect(await client.balance('USDT')).toEqual({ total: after, free: after })
  expect(await client.balance('PEAQ')).toEqual({ total: '60', free: '60' })
})

it('fills a large market order in parts, 1,000 USDT a step, each at its own price', async () => {
  const { client, clock } = await startFixture()
  const first = await client.accepted(marketBuy({ amount: '20000' }), 'large')
  expect([first.status, first.fills.length]).toEqual(['partially-filled', 1])
  const asks = [(await client.price('PEAQ/USDT')).ask]
  clock.advance(STEP_MS - 1)
  expect((await client.order('large')).fills.length).toBe(1)
  clock.advance(1)
  asks.push((await client.price('PEAQ/USDT')).ask)
  expect((await client.order('large')).fills.length).toBe(2)
  clock.advance(STEP_MS)
  asks.push((await client.price('PEAQ/USDT')).ask)
  const last = await client.order('large')
  expect([last.status, last.filled]).toEqual(['filled', '20000'])
  expect(last.fills.map(({ price }) => price)).toEqual(asks)
  for (const fill of last.fills) expect(compare(multiply(fill.price, fill.amount), '1000')).toBeLessThanOrEqual(0)
  const spent = sum(last.fills.map(({ price, amount, fee }) => add(multiply(price, amount), fee.amount)))
  expect(await client.balance('USDT')).toEqual({ total: subtract('10000', spent), free: subtract('10000', spent) })
  expect(await client.balance('PEAQ')).toEqual({ total: '20000', free: '20000' })
})

it('settles the same fills when nobody looked for a while', async () => {
  const [watched, unwatched] = [await startFixture(), await startFixture()]
  for (const { client } of [watched, unwatched]) await client.accepted(marketBuy({ amount: '30000' }), 'large')
  for (let step = 0; step < 10; step++) {
    watched.clock.advance(STEP_MS)
    await watched.client.order('large')
  }
  unwatched.clock.advance(10 * STEP_MS)
  expect((await unwatched.client.order('large')).fills).toEqual((await watched.client.order('large')).fills)
})

it('cancels the rest of a partly filled order and frees what it held', async () => {
  const { client } = await startFixture()
  const placed = await client.accepted(marketBuy({ amount: '20000' }), 'large')
  const held = await client.balance('USDT')
  expect(compare(held.free, held.total)).toBe(-1)
  await client.post('/v1/orders/large/cancel')
  expect(await client.order('large')).toMatchObject({ status: 'canceled', filled: placed.filled })
  const { total, free } = await client.balance('USDT')
  expect([total, free]).toEqual([held.total, held.total])
})

it('reserves value and taker fee for a resting buy, and frees both on cancel', async () => {
  const { client } = await startFixture()
  const placed = await client.accepted(limitBuy('0.1'), 'resting')
  expect(placed).toMatchObject({ status: 'open', filled: '0', averagePrice: null, fee: null, fills: [] })
  expect(await client.balance('USDT')).toEqual({ total: '10000', free: '9989.99' })
  const canceled = jsonOf(await client.post('/v1/orders/resting/cancel'))
  expect(canceled).toMatchObject({ key: 'resting', status: 'canceled' })
  expect(await client.balance('USDT')).toEqual({ total: '10000', free: '10000' })
  expect(jsonOf(await client.post('/v1/orders/resting/cancel'))).toEqual(canceled)
})

it('reserves the coin itself for a resting sell', async () => {
  const { client } = await startFixture()
  await client.accepted(marketBuy())
  await client.accepted(limitBuy('9', { side: 'sell', amount: '70' }), 'resting')
  expect(await client.balance('PEAQ')).toEqual({ total: '100', free: '30' })
  expect((await client.refused(marketBuy({ side: 'sell', amount: '80' }))).code).toBe('INSUFFICIENT_FUNDS')
  await client.post('/v1/orders/resting/cancel')
  expect(await client.balance('PEAQ')).toEqual({ total: '100', free: '100' })
})

it('fills a marketable limit order at once, at the better price', async () => {
  const { client } = await startFixture()
  const { ask } = await client.price('PEAQ/USDT')
  const placed = await client.accepted(limitBuy('0.5'))
  expect(placed).toMatchObject({ status: 'filled', averagePrice: ask })
  expect(placed.fee?.amount).toBe(multiply(multiply(ask, '100'), '0.001'))
  const { total, free } = await client.balance('USDT')
  expect(free).toBe(total)
})

it('fills a resting order as maker at its own price, at the step whose price reaches it', async () => {
  const { client, clock } = await startFixture()
  const { price, steps } = nextLow('PEAQ/USDT')
  await client.accepted(limitBuy(price, { timeInForce: 'post-only' }), 'resting')
  clock.advance((steps - 1) * STEP_MS)
  expect(await client.order('resting')).toMatchObject({ status: 'open' })
  const at = new Date(clock.now() + STEP_MS).toISOString()
  clock.advance(3_600_000)
  const fee = multiply(multiply(price, '100'), '0.0008')
  const filled = await client.order('resting')
  expect(filled).toMatchObject({ status: 'filled', averagePrice: price, fee: { amount: fee }, updatedAt: at })
  expect(filled.fills).toMatchObject([{ price, amount: '100', at }])
  const cash = subtract('10000', add(multiply(price, '100'), fee))
  expect(await client.balance('USDT')).toEqual({ total: cash, free: cash })
})

it('leaves a final order as it is when it is asked to cancel it', async () => {
  const { client, clock } = await startFixture()
  const filled = await client.accepted(marketBuy(), 'done')
  clock.advance(60_000)
  expect(jsonOf(await client.post('/v1/orders/done/cancel'))).toEqual(filled)
  expect(codeOf(jsonOf(await client.post('/v1/orders/none/cancel')))).toBe('ORDER_NOT_FOUND')
})

it('expires what an ioc order cannot fill at once', async () => {
  const { client } = await startFixture()
  expect(await client.accepted(limitBuy('0.1', { timeInForce: 'ioc' }))).toMatchObject({
    status: 'expired',
    filled: '0',
  })
  const part = await client.accepted(marketBuy({ amount: '20000', timeInForce: 'ioc' }))
  expect(part).toMatchObject({ status: 'expired', fills: [{ amount: part.filled }] })
  const { total, free } = await client.balance('USDT')
  expect(free).toBe(total)
})

it('lists orders that can still fill, oldest first', async () => {
  const { client } = await startFixture()
  await client.accepted(limitBuy('0.1'), 'first')
  await client.accepted(marketBuy())
  await client.accepted(limitBuy('0.11'), 'second')
  await client.accepted(limitBuy('0.12'), 'third')
  await client.post('/v1/orders/second/cancel')
  const open = jsonOf(await client.get('/v1/orders?status=open'))
  expect(open).toMatchObject({ orders: [{ key: 'first' }, { key: 'third' }] })
})

it('never spends more than there is, however the price moves while parts fill', async () => {
  const { client, clock } = await startFixture()
  const { ask } = await client.price('PEAQ/USDT')
  const all = String(Math.floor(9_989 / Number(ask)))
  await client.accepted(marketBuy({ amount: all }), 'all-in')
  clock.advance(60_000)
  const order = await client.order('all-in')
  expect(['filled', 'canceled']).toContain(order.status)
  const { total, free } = await client.balance('USDT')
  expect(free).toBe(total)
  expect(compare(total, '0')).toBeGreaterThanOrEqual(0)
  const spent = sum(order.fills.map((fill) => add(multiply(fill.price, fill.amount), fill.fee.amount)))
  expect(total).toBe(subtract('10000', spent))
})

it('walks the last week only when nobody looked for longer', async () => {
  const { client, clock } = await startFixture()
  const { price, steps } = nextLow('PEAQ/USDT')
  await client.accepted(limitBuy(price), 'reached-long-ago')
  await client.accepted(limitBuy('0.05'), 'never-reached')
  clock.advance(8 * 86_400_000)
  expect(steps * STEP_MS).toBeLessThan(86_400_000)
  const late = await client.order('reached-long-ago')
  const oldest = clock.now() - 7 * 86_400_000
  for (const { at } of late.fills) expect(Date.parse(at)).toBeGreaterThan(oldest)
  expect((await client.order('never-reached')).status).toBe('open')
})
