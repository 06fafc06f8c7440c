// Binance's words: the fields that it documents for an order and its cancel, its refusals, what it tells of a key, and orders of
// others in shapes that it documents.

import type { Forms } from '../common/request-forms.ts'
import { type KeyTelling, type ListPlace, listed, ok, type Refusals, type Row } from '../stand-in.ts'

export const BINANCE_FORMS: Forms = {
  isJson: false,
  order: {
    names:
      'symbol side type quantity? quoteOrderQty? price? timeInForce? newClientOrderId? strategyId? strategyType? stopPrice? trailingDelta? icebergQty? newOrderRespType? selfTradePreventionMode? recvWindow? timestamp signature',
  },
  cancel: {
    names: 'symbol orderId? origClientOrderId? newClientOrderId? cancelRestrictions? recvWindow? timestamp signature',
  },
}

const refused = (status: number, code: number, msg: string) => listed(status, { code, msg })

export const BINANCE_REFUSALS: Refusals = {
  key: refused(401, -2015, 'Invalid API-key, IP, or permissions for action.'),
  step: refused(400, -1013, 'Filter failure: LOT_SIZE'),
  'would-cross': refused(400, -2010, 'Order would immediately match and take.'),
  halted: refused(400, -1013, 'Market is closed.'),
  funds: refused(400, -2010, 'Account has insufficient balance for requested action.'),
}

/** Its call about a key, and what it answers. */
export const BINANCE_KEY_INFO: KeyTelling = {
  path: '/sapi/v1/account/apiRestrictions',
  tells: ({ withdraw }) =>
    ok({
      ipRestrict: false,
      createTime: 1698645219000,
      enableReading: true,
      enableWithdrawals: withdraw,
      enableInternalTransfer: false,
      enableMargin: false,
      enableFutures: false,
      permitsUniversalTransfer: false,
      enableVanillaOptions: false,
      enableFixApiTrade: false,
      enableFixReadOnly: true,
      enableSpotAndMarginTrading: true,
      enablePortfolioMarginTrading: false,
    }),
  rights: ['read', 'spot trading'],
  account: { path: '/api/v3/account', name: 'uid' },
}

export const BINANCE_LIST: ListPlace = {
  path: /\/api\/v3\/(allOrders|openOrders|order)$/,
  at: [],
  key: 'clientOrderId',
  hasIds: false,
  status: 'status',
  open: /openOrders/,
  everyMarket: 'open',
  groups: null,
}

/** One row of somebody else's, with what is different about it. */
const binanceRow = (more: Row): Row => ({
  ...{ symbol: 'PEAQUSDT', orderId: 77, orderListId: 12, clientOrderId: 'web_1', price: '0.00000000' },
  ...{ origQty: '0.00000000', executedQty: '0.00000000', cummulativeQuoteQty: '-1.00000000', status: 'NEW' },
  ...{ timeInForce: 'GTC', type: 'LIMIT', side: 'SELL', stopPrice: '0', time: 1, updateTime: 1, ...more },
})

export const BINANCE_OTHERS: readonly Row[] = [
  binanceRow({ type: 'TAKE_PROFIT_LIMIT', stopPrice: '3', status: 'PENDING_NEW' }),
  binanceRow({ type: 'STOP_LOSS', price: null, trailingDelta: 100, trailingTime: -1 }),
  binanceRow({ status: 'PENDING_CANCEL', origQuoteOrderQty: '50' }),
  binanceRow({ type: 'MARKET', status: 'EXPIRED_IN_MATCH', origQty: null, preventedQuantity: '1' }),
  binanceRow({ status: 'A_STATUS_OF_TOMORROW', side: null, symbol: null }),
]

/** It could be ours. */
export const BINANCE_NAMELESS: Row = binanceRow({ orderId: null, clientOrderId: null, status: 'TOMORROW' })
