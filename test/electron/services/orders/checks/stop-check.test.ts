// What speaks against the two prices of a stop-limit order, row by row; and prices on the tick.

import { expect, it } from 'vitest'
import { stopProblems } from '../../../../../electron/services/orders/checks/stop-check.ts'
import { priceOnTick } from '../../../../../shared/markets/tick.ts'
import type { Refusal, Side } from '../../../../../shared/order.ts'
import { type Reason, reason } from '../../../../../shared/reasons/reason.ts'

const AT = '2026-11-28T12:00:00.000Z'
const MARKET = { quote: 'USDT', price: { bid: '1.9', ask: '2.1', last: '2', at: AT, receivedAt: AT, asOfMs: 0 } }

const UNKNOWN = { code: 'PRICE_UNKNOWN', reason: reason('STOP_NO_PRICE') } as const
const wrong = (why: Reason): Refusal => ({ code: 'STOP_PRICE', reason: why })
const buyAtOnce = wrong(reason('STOP_AT_ONCE', { side: 'buy', last: '2', asset: 'USDT' }))
const saleAtOnce = wrong(reason('STOP_AT_ONCE', { side: 'sell', last: '2', asset: 'USDT' }))
const away = (side: Side, stopPrice: string) => wrong(reason('STOP_LIMIT_AWAY', { side, stopPrice, asset: 'USDT' }))
const buysNothing = (stop: string) => away('buy', stop)
const sellsNothing = (stop: string) => away('sell', stop)

const said = (side: Side, stopPrice: string | null, price: string | null, market: typeof MARKET | null = MARKET) =>
  stopProblems({ market: market ?? { quote: 'USDT', price: null }, side, stopPrice, price }, true)

it.each<[Side, stopPrice: string | null, price: string | null, problems: Refusal[]]>([
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
