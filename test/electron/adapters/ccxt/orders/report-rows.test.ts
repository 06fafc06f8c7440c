// What Binance's stream tells of an order, under its own letters.

import { expect, test } from 'vitest'
import { reportRow } from '../../../../../electron/exchanges/binance/order-rows.ts'
import type { Venue } from '../../../../../electron/exchanges/common/library.ts'
import { orderOfRow } from '../../../../../electron/exchanges/common/order-rows.ts'

const exchange = { markets: { 'PEAQ/USDT': { id: 'PEAQUSDT', symbol: 'PEAQ/USDT' } } } as unknown as Venue
const EVENT = {
  ...{ e: 'executionReport', s: 'PEAQUSDT', c: 'ourkey', C: '', S: 'BUY', o: 'LIMIT', X: 'NEW', r: 'NONE', i: 7 },
  ...{ q: '20.00000000', p: '2.30000000', P: '0.00000000', z: '0.00000000', Z: '0.00000000' },
}
const told = (more: object) => orderOfRow(exchange, reportRow({ ...EVENT, ...more }), null)

test('a stop-limit order is one, with its stop price', () => {
  expect(told({ o: 'STOP_LOSS_LIMIT', P: '2.20000000' })).toMatchObject({
    ...{
      orderId: '7',
      key: 'ourkey',
      market: 'PEAQ/USDT',
      side: 'buy',
      type: 'stop-limit',
      amount: '20',
      price: '2.3',
    },
    ...{ stopPrice: '2.2', status: 'open', filled: '0', averagePrice: null, reason: null },
  })
  expect(told({ P: '2.20000000' })).toMatchObject({ type: 'limit', stopPrice: null })
})

test('what traded, and at which price', () => {
  const part = { X: 'PARTIALLY_FILLED', z: '8.00000000', Z: '16.00000000' }
  expect(told(part)).toMatchObject({ status: 'partially-filled', filled: '8', averagePrice: '2' })
  expect(told({ ...part, X: 'EXPIRED' })).toMatchObject({ status: 'expired', filled: '8' })
})

test('a cancel names the order by the key that it had, not by its own', () => {
  expect(told({ X: 'CANCELED', c: 'ofthecancel', C: 'ourkey' })).toMatchObject({ key: 'ourkey', status: 'canceled' })
})

test('why it did not come to be', () => {
  expect(JSON.stringify(told({ X: 'REJECTED', r: 'INSUFFICIENT_BALANCES' })?.reason)).toContain('INSUFFICIENT_BALANCES')
})

test('of a word that is in no table, and of what is no order, nothing is told', () => {
  for (const more of [{ o: 'TAKE_PROFIT_LIMIT' }, { X: 'HALTED' }, { q: undefined }, { p: 'x' }, { S: 'BOTH' }]) {
    expect(told(more), JSON.stringify(more)).toBeNull()
  }
  for (const event of [null, 'x', []]) expect(orderOfRow(exchange, reportRow(event), null)).toBeNull()
})
