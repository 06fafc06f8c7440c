// Somebody else's rows, in shapes that the exchanges document: none of them hides an own order or spoils a look-up. What could
// be an own order and cannot be read proves nothing, and is said.

import { expect, test } from 'vitest'
import { FAKES, type Fake } from '../../venues/all.ts'
import { RESTING, submitted } from '../../venues/fault-kit.ts'
import { listAlso } from '../../venues/list-rows.ts'
import { startVenueDesk, type VenueDesk } from '../../venues/venue-desk.ts'

type Row = Record<string, unknown>

const RECORDED = FAKES.filter(({ venue }) => venue !== 'mexc')

const coinbase = (order_configuration: unknown, more: Row = {}): Row => ({
  ...{ order_id: crypto.randomUUID(), client_order_id: crypto.randomUUID(), product_id: 'PEAQ-USDT', side: 'BUY' },
  ...{ status: 'CANCELLED', filled_size: '0', average_filled_price: '0', created_time: '2026-11-23T11:59:59Z' },
  ...{ order_configuration, product_type: 'SPOT', ...more },
})
const binance = (more: Row): Row => ({
  ...{ symbol: 'PEAQUSDT', orderId: 77, orderListId: 12, clientOrderId: 'web_1', price: '0.00000000' },
  ...{ origQty: '0.00000000', executedQty: '0.00000000', cummulativeQuoteQty: '-1.00000000', status: 'NEW' },
  ...{ timeInForce: 'GTC', type: 'LIMIT', side: 'SELL', stopPrice: '0', time: 1, updateTime: 1, ...more },
})
const kraken = (descr: Row, more: Row = {}): Row => ({
  ...{ refid: null, userref: null, status: 'canceled', reason: 'User requested', opentm: 1.1, vol: '1.5' },
  ...{ vol_exec: '0', cost: '0', price: '0', misc: '', oflags: 'fciq' },
  ...{ descr: { pair: 'PEAQUSDT', type: 'sell', leverage: '2:1', ...descr }, ...more },
})
const bybit = (more: Row): Row => ({
  ...{
    orderId: crypto.randomUUID(),
    orderLinkId: '',
    symbol: 'PEAQUSDT',
    side: 'Sell',
    qty: '',
    price: '',
    avgPrice: '',
  },
  ...{ orderStatus: 'Untriggered', cumExecQty: '', orderType: 'Limit', createdTime: '1', updatedTime: '1', ...more },
})
const okx = (more: Row): Row => ({
  ...{ instType: 'SPOT', instId: 'PEAQ-USDT', ordId: '77', clOrdId: '', px: '', sz: '', avgPx: '', accFillSz: '' },
  ...{ side: 'sell', state: 'live', ordType: 'limit', tdMode: 'cross', cTime: '1', uTime: '1', ...more },
})

/** Each of a kind that other programs or the exchange's own page place. */
const OTHERS: Readonly<Record<string, Row[]>> = {
  coinbase: [
    coinbase({ market_market_ioc: { quote_size: '50' } }),
    coinbase({ twap_limit_gtd: { quote_size: '50', limit_price: '2', number_buckets: '5', bucket_size: '10' } }),
    coinbase(
      { trigger_bracket_gtc: { base_size: '20', limit_price: '3', stop_trigger_price: '1' } },
      { status: 'OPEN' },
    ),
    coinbase({ limit_limit_gtc: { base_size: '20', limit_price: '1' } }, { status: 'QUEUED' }),
    coinbase({ scaled_limit_gtc: { orders: [] } }, { status: 'UNKNOWN_ORDER_STATUS' }),
    coinbase(null, { filled_size: null, side: 'UNKNOWN_ORDER_SIDE' }),
    coinbase({}, { status: 'A_STATUS_OF_TOMORROW', product_id: null }),
  ],
  binance: [
    binance({ type: 'TAKE_PROFIT_LIMIT', stopPrice: '3', status: 'PENDING_NEW' }),
    binance({ type: 'STOP_LOSS', price: null, trailingDelta: 100, trailingTime: -1 }),
    binance({ status: 'PENDING_CANCEL', origQuoteOrderQty: '50' }),
    binance({ type: 'MARKET', status: 'EXPIRED_IN_MATCH', origQty: null, preventedQuantity: '1' }),
    binance({ status: 'A_STATUS_OF_TOMORROW', side: null, symbol: null }),
  ],
  kraken: [
    kraken({ ordertype: 'settle-position', price: '0', price2: '0' }),
    kraken({ ordertype: 'trailing-stop', price: '+5.0000%', price2: '0' }, { status: 'open' }),
    kraken({ ordertype: 'iceberg', price: '2', price2: '0', display_vol: '0.5' }, { status: 'open' }),
    kraken({ ordertype: 'take-profit-limit', price: '3', price2: '2.9' }, { cl_ord_id: 'theirs' }),
    kraken({ ordertype: null, pair: null, type: null }, { vol: null, status: 'a-status-of-tomorrow' }),
  ],
  bybit: [
    bybit({ stopOrderType: 'tpslOrder', triggerPrice: '3', takeProfit: '3', orderLinkId: 'theirs' }),
    bybit({ stopOrderType: 'OcoOrder', ocoTriggerBy: 'OcoTriggerByTp' }),
    bybit({ orderStatus: 'Deactivated', orderType: 'UNKNOWN' }),
    bybit({ orderType: 'Market', marketUnit: 'quoteCoin', qty: '50', orderStatus: 'PartiallyFilledCanceled' }),
    bybit({ orderStatus: 'AStatusOfTomorrow', side: '', symbol: null, qty: null }),
  ],
  okx: [
    okx({ algoId: '1', algoClOrdId: 'theirs', source: '7', ordType: 'optimal_limit_ioc' }),
    okx({ ordType: 'market', tgtCcy: 'quote_ccy', sz: '50', side: 'buy' }),
    okx({ category: 'twap', state: 'mmp_canceled', clOrdId: 'theirs', tag: 'broker' }),
    okx({ state: 'a_state_of_tomorrow', sz: null, instId: null, side: null }),
  ],
}

const othersAt = ({ venue }: Fake) => OTHERS[venue] ?? []

async function lost(fake: Fake): Promise<[VenueDesk, Awaited<ReturnType<typeof submitted>>]> {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  return [desk, await submitted(desk, RESTING)]
}

test.each(RECORDED)('no row of others hides an own order, nor how much of it is filled: $venue', async (fake) => {
  const [desk, order] = await lost(fake)
  listAlso(desk.venue, fake.venue, othersAt(fake))
  await desk.ok('orders.reconcile')
  expect(await desk.ok('orders.get', { intentId: order.intentId })).toMatchObject({ status: 'open', filled: '0' })
  desk.engine.fill(desk.engine.orders[0] as never, 20)
  await desk.ok('orders.reconcile')
  expect(await desk.ok('orders.get', { intentId: order.intentId })).toMatchObject({ status: 'filled', filled: '20' })
  expect(desk.venue.sent).toHaveLength(1)
})

test.each(RECORDED.filter(({ record }) => record.validity !== null))(
  'nor keeps an order from being proven not placed: $venue',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'before' })
    const order = await submitted(desk, RESTING)
    listAlso(desk.venue, fake.venue, othersAt(fake))
    expect((await desk.settle(order)).status).toBe('not-placed')
  },
)

test.each(RECORDED)('others’ orders that can be read are shown beside those that cannot: $venue', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.engine.place({
    ...{ key: 'byhand1', market: 'PEAQ/USDT', side: 'buy', type: 'limit', timeInForce: 'gtc', amount: 20, price: 1.5 },
  })
  listAlso(desk.venue, fake.venue, othersAt(fake))
  const foreign = await desk.ok('orders.foreign', { accountId: desk.accountId })
  expect(foreign).toContainEqual(expect.objectContaining({ key: 'byhand1', price: '1.5' }))
})

const STATUS: Readonly<Record<string, string>> = {
  ...{ binance: 'status', kraken: 'status', coinbase: 'status', bybit: 'orderStatus', okx: 'state' },
}

test.each(RECORDED.filter(({ record }) => record.validity !== null))(
  'an own order with a status of tomorrow is not guessed at: $venue',
  async (fake) => {
    const [desk, order] = await lost(fake)
    const name = STATUS[fake.venue] ?? ''
    listAlso(desk.venue, fake.venue, [], (row) => ({ ...row, [name]: 'TOMORROW' }))
    for (let at = 0; at < 12; at += 1) {
      await desk.ok('orders.reconcile')
      desk.clock.advance(2_900)
    }
    const after = await desk.ok('orders.get', { intentId: order.intentId })
    expect(['unknown', 'stuck']).toContain(after.status)
    desk.venue.rewrite = null
    expect((await desk.settle(after, 1)).status).toBe('open')
  },
)

/** Without an id that can be read it could be ours. */
const NAMELESS: Readonly<Record<string, Row>> = {
  binance: binance({ orderId: null, clientOrderId: null, status: 'TOMORROW' }),
  kraken: { id: '', ...kraken({ ordertype: 'tomorrow' }) },
  coinbase: coinbase({}, { order_id: '', client_order_id: null }),
  bybit: bybit({ orderId: '', orderLinkId: null }),
  okx: okx({ ordId: '', clOrdId: null, state: 'tomorrow' }),
}

test.each(RECORDED.filter(({ record }) => record.validity !== null))(
  'a row without any id that can be read proves nothing, and that is said: $venue',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'before' })
    const order = await submitted(desk, RESTING)
    listAlso(desk.venue, fake.venue, [NAMELESS[fake.venue] ?? {}])
    const after = await desk.settle(order, 15)
    expect(['unknown', 'stuck']).toContain(after.status)
    expect(JSON.stringify(after)).toContain('could not be read')
  },
)
