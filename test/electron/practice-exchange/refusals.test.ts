// Definite refusals: each code, at the edge where it begins, and nothing booked by any of them.

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { add, ceilTo, divide, floorTo, multiply } from '../../../shared/decimal.ts'
import type { OrderTerms } from './client.ts'
import { limitBuy, marketBuy, startFixture } from './fixture.ts'

const REFUSALS: [string, OrderTerms][] = [
  ['MARKET_UNKNOWN', marketBuy({ market: 'BTC/USDT' })],
  ['MARKET_NOT_TRADING', marketBuy({ market: 'OLA/USDT' })],
  ['MARKET_NOT_TRADING', limitBuy('0.1', { market: 'OLA/USDT' })],
  ['STEP', marketBuy({ amount: '100.0001' })],
  ['TICK', limitBuy('0.100001')],
  ['MIN_AMOUNT', marketBuy({ amount: '0.499' })],
  ['MIN_AMOUNT', marketBuy({ amount: '0' })],
  ['MAX_AMOUNT', limitBuy('0.00001', { amount: '1000000.001' })],
  ['MIN_NOTIONAL', limitBuy('0.04999')],
  ['INSUFFICIENT_FUNDS', marketBuy({ side: 'sell' })],
  ['INSUFFICIENT_FUNDS', marketBuy({ amount: '999999' })],
]

it.each(REFUSALS)('answers %s for %j', async (code, terms) => {
  const { client, query } = await startFixture()
  expect(await client.refused(terms)).toEqual({ status: 422, code, replayed: false })
  expect(query('SELECT count(*) AS n FROM orders')).toEqual([{ n: 0 }])
  expect(query('SELECT outcome, code FROM idempotency_keys')).toEqual([{ outcome: 'refused', code }])
  expect(await client.balance('USDT')).toEqual({ total: '10000', free: '10000' })
})

it.each<[string, OrderTerms]>([
  ['the smallest amount', limitBuy('10', { amount: '0.5' })],
  ['the smallest value', limitBuy('0.05')],
  ['the finest step', limitBuy('0.05', { amount: '100.001' })],
])('accepts %s', async (_name, terms) => {
  const { client } = await startFixture()
  expect((await client.place(terms)).status).toBe(200)
})

it('counts the taker fee when it asks whether the funds suffice', async () => {
  const { client } = await startFixture()
  // 99,900.099 at 0.1 is 9,990.0099; with the fee of 0.1 % that is just below and, one step more, just above 10,000.
  expect((await client.refused(limitBuy('0.1', { amount: '99900.1' }))).code).toBe('INSUFFICIENT_FUNDS')
  expect((await client.accepted(limitBuy('0.1', { amount: '99900.099' }))).status).toBe('open')
})

it('counts what other orders reserve when it asks whether the funds suffice', async () => {
  const { client } = await startFixture()
  await client.accepted(limitBuy('0.1', { amount: '60000' }), 'first')
  expect((await client.refused(limitBuy('0.1', { amount: '60000' }))).code).toBe('INSUFFICIENT_FUNDS')
  await client.post('/v1/orders/first/cancel')
  expect((await client.place(limitBuy('0.1', { amount: '60000' }))).status).toBe(200)
})

it('refuses a post-only order that would fill, up to the exact price', async () => {
  const { client } = await startFixture()
  const { bid, ask } = await client.price('PEAQ/USDT')
  const rest = { timeInForce: 'post-only' } as const
  expect((await client.refused(limitBuy(ask, rest))).code).toBe('POST_ONLY_WOULD_CROSS')
  expect((await client.accepted(limitBuy(bid, rest))).status).toBe('open')
  await client.accepted(marketBuy())
  const sell = { ...rest, side: 'sell', amount: '50' } as const
  expect((await client.refused(limitBuy(bid, sell))).code).toBe('POST_ONLY_WOULD_CROSS')
  expect((await client.accepted(limitBuy(ask, sell))).status).toBe('open')
})

it('counts a market order at the best price for the smallest value', async () => {
  const { client } = await startFixture()
  const { ask } = await client.price('PEAQ/USDT')
  const below = floorTo(divide('4.99999', ask), '0.001')
  const above = add(ceilTo(divide('5', ask), '0.001'), '0.001')
  expect(Number(multiply(below, ask))).toBeLessThan(5)
  expect((await client.refused(marketBuy({ amount: below }), randomUUID())).code).toBe('MIN_NOTIONAL')
  expect((await client.accepted(marketBuy({ amount: above }))).status).toBe('filled')
})
