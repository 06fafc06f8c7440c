// What was paid for a trade, in each exchange's documented words, read by ccxt as the app reads it.

import { expect, it } from 'vitest'
import { createBudget } from '../../../../../electron/adapters/ccxt/budget.ts'
import { openClient } from '../../../../../electron/adapters/ccxt/client.ts'
import { toTrade, withFills } from '../../../../../electron/adapters/ccxt/orders/venue-orders.ts'
import { systemClock } from '../../../../../electron/adapters/system-clock.ts'
import type { VenueOrder } from '../../../../../electron/ports/venue.ts'
import { recordOf } from '../../../../../shared/venues/records.ts'

const MARKET = { id: 'PEAQUSDT', symbol: 'PEAQ/USDT', base: 'PEAQ', quote: 'USDT', baseId: 'PEAQ', quoteId: 'USDT' }
const SPOT = { ...MARKET, type: 'spot', spot: true, contract: false, precision: {}, limits: {} }

async function read(venue: string, row: object) {
  const place = { venue, environment: 'live', host: 'http://127.0.0.1:9' } as const
  const { exchange } = await openClient(place, null, systemClock, createBudget(systemClock, recordOf(venue)))
  const parsed = (exchange as unknown as { parseTrade(row: object, market: object): unknown }).parseTrade(row, SPOT)
  return toTrade(exchange, parsed)?.fill?.fee
}

const binance = { symbol: 'PEAQUSDT', id: 1, orderId: 2, price: '2', qty: '25', quoteQty: '50', time: 1700000000000 }
const bybit = {
  symbol: 'PEAQUSDT',
  execId: 'e',
  orderId: 'o',
  execPrice: '2',
  execQty: '25',
  execTime: '1700000000000',
}
const okx = { instId: 'PEAQ-USDT', tradeId: 't', ordId: 'o', fillPx: '2', fillSz: '25', ts: '1700000000000' }

const gate = {
  ...{ currency_pair: 'PEAQ_USDT', id: 't', order_id: 'o', price: '2', amount: '25', side: 'buy' },
  ...{ create_time_ms: '1700000000123.456', fee_currency: 'PEAQ', point_fee: '0', gt_fee: '0' },
}

it.each<[string, object, { asset: string; amount: string }]>([
  [
    'binance',
    { ...binance, isBuyer: true, commission: '0.00012', commissionAsset: 'BNB' },
    { asset: 'BNB', amount: '0.00012' },
  ],
  [
    'binance',
    { ...binance, isBuyer: true, commission: '0.025', commissionAsset: 'PEAQ' },
    { asset: 'PEAQ', amount: '0.025' },
  ],
  ['bybit', { ...bybit, side: 'Buy', execFee: '0.05', feeCurrency: 'USDT' }, { asset: 'USDT', amount: '0.05' }],
  ['bybit', { ...bybit, side: 'Buy', execFee: '0.025', feeCurrency: '' }, { asset: 'PEAQ', amount: '0.025' }],
  ['bybit', { ...bybit, side: 'Sell', execFee: '-0.01', feeCurrency: 'USDT' }, { asset: 'USDT', amount: '-0.01' }],
  ['okx', { ...okx, side: 'buy', fee: '-0.025', feeCcy: 'PEAQ' }, { asset: 'PEAQ', amount: '0.025' }],
  ['okx', { ...okx, side: 'sell', fee: '0.01', feeCcy: 'USDT' }, { asset: 'USDT', amount: '-0.01' }],
  ['gate', { ...gate, fee: '0.025' }, { asset: 'PEAQ', amount: '0.025' }],
  // What the library makes of two of them is none.
  ['gate', { ...gate, fee: '0', gt_fee: '0.01' }, { asset: '', amount: '0' }],
  ['gate', { ...gate, fee: '0', point_fee: '0.05' }, { asset: '', amount: '0' }],
])('%s: %j', async (venue, row, fee) => {
  expect(await read(venue, row)).toEqual(fee)
})

it('an order whose row lags behind its trades has the average price of these, and else the one that is told', () => {
  const order: VenueOrder = {
    ...{ orderId: 'o', key: 'k', market: 'PEAQ/USDT', side: 'buy', type: 'limit', amount: '50', price: '3' },
    ...{ stopPrice: null, status: 'open', filled: '0', averagePrice: null, fee: null, reason: null, fills: [] },
  }
  const fill = (price: string, amount: string, fillId: string) => ({
    ...{ fillId, price, amount, fee: { asset: 'USDT', amount: '0' }, at: '2026-11-29T12:00:00.000Z' },
  })
  const all = [fill('2', '40', 'a'), fill('3', '10', 'b')]
  expect(withFills(order, all)).toMatchObject({ status: 'filled', filled: '50', averagePrice: '2.2' })
  expect(withFills({ ...order, filled: '40', averagePrice: '2' }, all).averagePrice).toBe('2.2')
  expect(withFills({ ...order, filled: '50', averagePrice: '2.21' }, all).averagePrice).toBe('2.21')
  expect(withFills({ ...order, filled: '50', averagePrice: '2.21' }, [fill('2', '40', 'a')]).averagePrice).toBe('2.21')
  expect(withFills(order, []).averagePrice).toBeNull()
})

it('an order has one fee where all of it is in one asset, and else none, but every one in its trades', () => {
  const order: VenueOrder = {
    ...{ orderId: 'o', key: 'k', market: 'PEAQ/USDT', side: 'buy', type: 'limit', amount: '50', price: '2' },
    ...{ stopPrice: null, status: 'open', filled: '0', averagePrice: null, fee: null, reason: null, fills: [] },
  }
  const fill = (asset: string, amount: string, fillId: string) => ({
    ...{ fillId, price: '2', amount: '25', fee: { asset, amount }, at: '2026-11-29T12:00:00.000Z' },
  })
  expect(withFills(order, [fill('BNB', '0.001', 'a'), fill('BNB', '-0.0005', 'b')]).fee).toEqual({
    asset: 'BNB',
    amount: '0.0005',
  })
  expect(withFills(order, [fill('BNB', '0.001', 'a'), fill('PEAQ', '0.025', 'b')]).fee).toBeNull()
  expect(withFills(order, [fill('BNB', '0.001', 'a'), fill('', '0', 'b')]).fee).toBeNull()
})
