// Somebody else's orders at each exchange, in shapes that the exchanges document: of kinds that other programs or the
// exchange's own page place.

import type { Fake } from './all.ts'

type Row = Record<string, unknown>

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

/** One row of each exchange, with what is different about it. */
export const OF_OTHERS = { binance, kraken, coinbase, bybit, okx }

/** None where nothing is documented. */
export const othersAt = ({ venue }: Fake) => OTHERS[venue] ?? []
