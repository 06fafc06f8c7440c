// The price of a one-click order, row by row: never worse than what was allowed, and none where the trader must look again.

import { expect, it } from 'vitest'
import { type Click, oneClickPrice } from '../../../../../electron/services/orders/checks/one-click-price.ts'
import type { Market } from '../../../../../shared/order.ts'
import { type Reason, reason } from '../../../../../shared/reasons/reason.ts'
import { AppError, type ErrorCode } from '../../../../../shared/result.ts'

const NOW = Date.UTC(2026, 10, 28, 12)

const MARKET: Market = {
  market: 'PEAQ/USDT',
  coinId: 'peaq',
  base: 'PEAQ',
  quote: 'USDT',
  stage: 'trading',
  opensAt: null,
  closesAt: null,
  rules: {
    tick: '0.03',
    step: '0.1',
    minAmount: '1',
    maxAmount: '1000',
    minNotional: '5',
    takerFee: '0.001',
    makerFee: '0',
  },
  price: {
    bid: '9.9',
    ask: '10.1',
    last: '10',
    at: new Date(NOW).toISOString(),
    receivedAt: new Date(NOW).toISOString(),
    asOfMs: NOW,
  },
}
const MODE = { maxValue: '100', deviation: '0.02' }
const buy = (seen: string, value = '50'): Click => ({ side: 'buy', size: { unit: 'quote', value }, seen })
const sale = (seen: string, value: string): Click => ({ side: 'sell', size: { unit: 'base', value }, seen })

function outcome(
  click: Click,
  market: Market = MARKET,
  now = NOW,
  rate: string | null = '1',
): string | [ErrorCode, Reason] {
  try {
    return oneClickPrice(market, click, MODE, { now, rate })
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.reason]
    throw error
  }
}

type Refused = [ErrorCode, Reason]
const moved = (seen: string, now: string): Refused => ['PRICE_MOVED', reason('CLICK_PRICE_MOVED', { seen, now })]
const TOO_MUCH: Refused = ['SIZE_LIMIT', reason('CLICK_MAX', { max: '100', asset: 'USDT' })]
const UNKNOWN: Refused = ['PRICE_UNKNOWN', reason('CLICK_NO_PRICE')]

it.each<[string, Click, string | Refused]>([
  // 10 and 0.2 are 10.2, a whole number of ticks.
  ['a buy pays up to the deviation more', buy('10'), '10.2'],
  // 10.1 and 0.202 are 10.302.
  ['a buy is cut down to the tick', buy('10.1'), '10.29'],
  // 10 less 0.2 is 9.8; the next tick above is 9.81.
  ['a sale is raised to the tick', sale('10', '5'), '9.81'],
  ['a sale takes up to the deviation less', sale('10.0102', '5'), '9.81'],
  // 9.901960784313725491 and a fiftieth of it is just above 10.1.
  ['the ask at the upper edge', buy('9.901960784313725491'), '10.08'],
  ['the ask above it', buy('9.9'), moved('9.9', '10.1')],
  ['the ask below what was seen, within', buy('10.3'), '10.5'],
  ['the ask below the lower edge', buy('10.4'), moved('10.4', '10.1')],
  ['the bid at the lower edge', sale('10.102040816326530612', '5'), '9.9'],
  ['the bid below it', sale('10.2', '5'), moved('10.2', '9.9')],
  ['the bid above the upper edge', sale('9.7', '5'), moved('9.7', '9.9')],
  ['a worth of exactly the most', buy('10', '100'), '10.2'],
  ['a worth above it', buy('10', '100.000001'), TOO_MUCH],
  // 10.19 coins at 9.81 are 99.9639, 10.2 are 100.062.
  ['coins of less than the most', sale('10', '10.19'), '9.81'],
  ['coins of more', sale('10', '10.2'), TOO_MUCH],
  ['coins that come to more only at the limit', { ...sale('10', '9.9'), side: 'buy' }, TOO_MUCH],
  ['coins of exactly the most', sale('10', '10.193679918450560652'), '9.81'],
])('%s', (_name, click, expected) => {
  expect(outcome(click)).toEqual(expected)
})

it('accepts the exact edges of the deviation', () => {
  const now = new Date(NOW).toISOString()
  const price = { bid: '9.8', ask: '10.2', last: '10', at: now, receivedAt: now, asOfMs: NOW }
  const at = { ...MARKET, price }
  expect([outcome(buy('10'), at), outcome(sale('10', '5'), at)]).toEqual(['10.2', '9.81'])
})

it('knows no price where there is none, or one older than five seconds', () => {
  expect(outcome(buy('10'), { ...MARKET, price: null })).toEqual(UNKNOWN)
  expect(outcome(buy('10'), MARKET, NOW + 5_001)).toEqual(UNKNOWN)
  expect(outcome(buy('10'), MARKET, NOW + 5_000)).toBe('10.2')
  const undated = MARKET.price === null ? null : { ...MARKET.price, asOfMs: null }
  expect(outcome(buy('10'), { ...MARKET, price: undated })).toEqual(UNKNOWN)
})

it.each<[string, string | null, string | Refused]>([
  ['counts in USDT, up to the bound', '2', '10.2'],
  ['counts in USDT, above it', '2.000001', TOO_MUCH],
  [
    'is none where nobody tells what its currency is worth',
    null,
    ['PRICE_UNKNOWN', reason('CLICK_NO_RATE', { asset: 'EUR' })],
  ],
])('the worth of an order that is paid in another currency %s', (_name, rate, end) => {
  expect(outcome(buy('10'), { ...MARKET, quote: 'EUR' }, NOW, rate)).toEqual(end)
})
