// What speaks against the two prices of a stop-limit order, row by row, in words and figures; and prices on the tick.

import { expect, it } from 'vitest'
import { stopProblems } from '../../../../../electron/services/orders/checks/stop-check.ts'
import { priceOnTick } from '../../../../../shared/markets/tick.ts'
import type { Side } from '../../../../../shared/order.ts'

const AT = '2026-11-28T12:00:00.000Z'
const MARKET = { quote: 'USDT', price: { bid: '1.9', ask: '2.1', last: '2', at: AT, receivedAt: AT, asOfMs: 0 } }

const UNKNOWN =
  'PRICE_UNKNOWN The present price is not known, so nobody can tell whether the stop would trigger at once. Wait until the exchange answers again.'
const buyAtOnce =
  'STOP_PRICE The stop price of a buy must lie above the last price, 2 USDT; this one would trigger at once.'
const saleAtOnce =
  'STOP_PRICE The stop price of a sale must lie below the last price, 2 USDT; this one would trigger at once.'
const buysNothing = (stop: string) =>
  `STOP_PRICE A limit price below the stop price buys nothing when the stop triggers, and perhaps never. Give ${stop} USDT or more.`
const sellsNothing = (stop: string) =>
  `STOP_PRICE A limit price above the stop price sells nothing when the stop triggers, and perhaps never. Give ${stop} USDT or less.`

const said = (side: Side, stopPrice: string | null, price: string | null, market: typeof MARKET | null = MARKET) =>
  stopProblems({ market: market ?? { quote: 'USDT', price: null }, side, stopPrice, price }, true).map(
    ({ code, message }) => `${code} ${message}`,
  )

it.each<[Side, stopPrice: string | null, price: string | null, problems: string[]]>([
  ['buy', '2.1', '2.2', []],
  ['buy', '2.1', '2.1', []],
  ['buy', '2.1', '2.10', []],
  ['buy', '2.000000000000000001', '3', []],
  ['buy', '2', '2.2', [buyAtOnce]],
  ['buy', '1.9', '2.2', [buyAtOnce]],
  ['buy', '2.2', '2.1', [buysNothing('2.2')]],
  ['buy', '1.9', '1.8', [buyAtOnce, buysNothing('1.9')]],
  ['sell', '1.9', '1.8', []],
  ['sell', '1.9', '1.9', []],
  ['sell', '1.999999999999999999', '1', []],
  ['sell', '2', '1.8', [saleAtOnce]],
  ['sell', '2.1', '1.8', [saleAtOnce]],
  ['sell', '1.8', '1.9', [sellsNothing('1.8')]],
  ['sell', '2.1', '2.2', [saleAtOnce, sellsNothing('2.1')]],
  // Not a stop-limit order.
  ['buy', null, '2', []],
  ['buy', '1', null, []],
])('a %s with the stop %j and the limit %j: %j', (side, stopPrice, price, problems) => {
  expect(said(side, stopPrice, price)).toEqual(problems)
})

it('cannot tell without a present price, and tells of the limit all the same', () => {
  expect(said('buy', '2.1', '2.2', null)).toEqual([UNKNOWN])
  expect(said('buy', '2.1', '2', null)).toEqual([UNKNOWN, buysNothing('2.1')])
  const old = stopProblems({ market: MARKET, side: 'buy', stopPrice: '1.9', price: '2.2' }, false)
  expect(old.map(({ code }) => code)).toEqual(['PRICE_UNKNOWN'])
})

it.each<[price: string, tick: string, side: Side, nearest: string]>([
  ['2.005', '0.01', 'buy', '2'],
  ['2.005', '0.01', 'sell', '2.01'],
  ['2.01', '0.01', 'buy', '2.01'],
  ['2.01', '0.01', 'sell', '2.01'],
  ['0.004', '0.01', 'buy', '0.01'],
  ['0.004', '0.01', 'sell', '0.01'],
])('%s on the tick %s is for a %s %s', (price, tick, side, nearest) => {
  expect(priceOnTick(price, tick, side)).toBe(nearest)
})
