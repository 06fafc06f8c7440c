// What a look-up tells of a stop-limit order, in each venue's words.

import { expect, it } from 'vitest'
import { adapterOf } from '../../../../../electron/exchanges/registry.ts'
import { isDecimal, normalize } from '../../../../../shared/decimal.ts'

const decimal = (value: unknown) => (isDecimal(value) ? normalize(value) : null)
const told = (venue: string, info: unknown) => adapterOf(venue).stopOrders.read(info, decimal)
const kraken = (descr: object, more: object = {}) => told('kraken', { descr, misc: '', stopprice: '0.00000', ...more })
const coinbase = (stop_limit_stop_limit_gtc: object) =>
  told('coinbase', { order_configuration: { stop_limit_stop_limit_gtc } })

it('is a stop-limit order with its stop price', () => {
  const stop = { stopPrice: '2.2' }
  expect(told('binance', { type: 'STOP_LOSS_LIMIT', stopPrice: '2.20000000' })).toEqual(stop)
  expect(kraken({ ordertype: 'stop-loss-limit', price: '2.2', price2: '2.3' })).toEqual(stop)
  expect(coinbase({ stop_price: '2.2' })).toEqual(stop)
})

it('is one at Kraken also when it has triggered and is told as a limit order, with its stop price or without', () => {
  const limit = { ordertype: 'limit', price: '2.3', price2: '0' }
  expect(kraken(limit, { misc: 'partial,stopped', stopprice: '2.2' })).toEqual({ stopPrice: '2.2' })
  expect(kraken(limit, { misc: 'stopped' })).toEqual({ stopPrice: null })
  expect(kraken(limit, { stopprice: '2.2' })).toBeNull()
  expect(kraken({ ...limit, ordertype: 'take-profit-limit' }, { misc: 'stopped' })).toBeNull()
})

it('is none where the venue says something else, or a stop price that cannot be read', () => {
  expect(told('binance', { type: 'LIMIT', stopPrice: '0.00000000' })).toBeNull()
  expect(told('binance', { type: 'TAKE_PROFIT_LIMIT', stopPrice: '2.2' })).toBeNull()
  expect(told('binance', { type: 'STOP_LOSS_LIMIT', stopPrice: '0.00000000' })).toBeNull()
  expect(kraken({ ordertype: 'stop-loss-limit', price: '+1.5%' })).toBeNull()
  expect(coinbase({})).toBeNull()
  expect(told('bybit', { type: 'STOP_LOSS_LIMIT', stopPrice: '2.2' })).toBeNull()
  for (const info of [null, undefined, 'x', []])
    for (const venue of ['binance', 'kraken', 'coinbase']) expect(told(venue, info), venue).toBeNull()
})
