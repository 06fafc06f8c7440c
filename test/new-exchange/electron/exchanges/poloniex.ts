// Poloniex, spot, as the common machinery asks for it. Read 2026-11-29 as stored: api-docs.poloniex.com/spot/api/private/order,
// /account and /trade, /spot/api/public/reference-data; what the samples of ccxt 4.5.84 add to them.

import { codeOf, freeOf, listed, ownAnswer } from '../../../../electron/exchanges/common/balances.ts'
import { feesFrom, feesOfEach } from '../../../../electron/exchanges/common/fees.ts'
import { NO_KEY_CHECK } from '../../../../electron/exchanges/common/key-check.ts'
import { call, type Venue } from '../../../../electron/exchanges/common/library.ts'
import {
  COMMON_LOOKUPS,
  COMMON_OPEN_ORDERS,
  lengthOf,
  oneOrder,
  type Place,
} from '../../../../electron/exchanges/common/lookups.ts'
import { named as rowsNamed } from '../../../../electron/exchanges/common/market-rows.ts'
import { meaningOf, type OrderRows, type RowStatus } from '../../../../electron/exchanges/common/order-rows.ts'
import {
  AGENT,
  bodyOf,
  type Fields,
  is,
  like,
  PROOF,
  same,
} from '../../../../electron/exchanges/common/request-fields.ts'
import { type CancelTerms, type OrderTerms, shapeOf } from '../../../../electron/exchanges/common/request-terms.ts'
import { secretFor } from '../../../../electron/exchanges/common/secret-form.ts'
import { named, word } from '../../../../electron/exchanges/common/stages.ts'
import { NO_STOP_ORDERS } from '../../../../electron/exchanges/common/stop-orders.ts'
import type { ExchangeAdapter } from '../../../../electron/exchanges/exchange.ts'
import { add } from '../../../../shared/decimal.ts'
import type { MarketStage } from '../../../../shared/markets/market-stages.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'

const STATUS: Readonly<Record<string, RowStatus>> = {
  NEW: 'open',
  PARTIALLY_FILLED: 'open',
  PENDING_CANCEL: 'open',
  FILLED: 'filled',
  CANCELED: 'canceled',
  PARTIALLY_CANCELED: 'canceled',
  FAILED: 'rejected',
}

const ROWS: OrderRows = {
  hasOtherFee: () => false,
  trades: (body) => (Array.isArray(body) ? body : null),
  rows: (body) => (Array.isArray(body) ? body : member(body, 'id') === undefined ? null : [body]),
  row: (raw) => ({
    orderId: member(raw, 'id'),
    key: member(raw, 'clientOrderId'),
    market: member(raw, 'symbol'),
    side: member(raw, 'side'),
    type: member(raw, 'type') === 'LIMIT' || member(raw, 'type') === 'LIMIT_MAKER' ? 'limit' : null,
    amount: member(raw, 'quantity'),
    price: member(raw, 'price'),
    status: meaningOf(STATUS, member(raw, 'state')),
    filled: member(raw, 'filledQuantity'),
    average: member(raw, 'avgPrice'),
    reason: null,
  }),
}

const PAGE = 100
/** Goes on behind the last row's own id. */
const from = (read: (exchange: Venue, params: Record<string, unknown>) => Promise<unknown>, id: string): Place => ({
  read: async (exchange, { order }, since, page) => {
    const symbol = exchange.market(order.market).id
    return (await read(exchange, { symbol, limit: PAGE, startTime: since, ...page })) as unknown[]
  },
  next: (body) => {
    const after = textOf(member(body, lengthOf(body) - 1, id))
    return lengthOf(body) < PAGE || after === null ? null : { from: after }
  },
})

const headers = (windowMs: number | null): Fields => ({
  ...AGENT,
  ...bodyOf('json'),
  key: PROOF,
  signature: PROOF,
  signtimestamp: like('time', /^\d{13}$/),
  ...(windowMs === null ? {} : { recvwindow: is('validity', String(windowMs)) }),
})

const STAGES: Readonly<Record<string, MarketStage>> = { normal: 'trading', pause: 'halted', post_only: 'post-only' }

export const POLONIEX: ExchangeAdapter = {
  options: { defaultType: 'spot' },
  testUrls: {},
  secret: secretFor,
  orderParams: ({ key }, windowMs) => ({ params: { clientOrderId: key }, headers: { recvWindow: String(windowMs) } }),
  stopOrders: NO_STOP_ORDERS,
  sentFields: {
    order: ({ order, marketId, windowMs }: OrderTerms) => {
      const shape = shapeOf(order)
      if (shape === 'market' || shape === 'stop-limit') return null
      const inForce = shape === 'post-only' ? {} : { timeInForce: is('time-in-force', shape.toUpperCase()) }
      return {
        method: 'POST',
        path: '/orders',
        kind: 'json',
        fields: {
          symbol: is('market', marketId),
          side: is('side', order.side.toUpperCase()),
          type: is('type', shape === 'post-only' ? 'LIMIT_MAKER' : 'LIMIT'),
          quantity: same('amount', order.amount),
          price: same('price', order.price),
          clientOrderId: is('key', order.key),
          ...inForce,
        },
        headers: headers(windowMs),
      }
    },
    cancel: ({ orderId }: CancelTerms) => ({
      method: 'DELETE',
      path: `/orders/${orderId}`,
      kind: 'query',
      fields: {},
      headers: headers(null),
    }),
  },
  // By `cid:` before it, which the library leaves out.
  cancelBy: null,
  ordersById: null,
  openOrders: COMMON_OPEN_ORDERS,
  lookups: {
    ...COMMON_LOOKUPS,
    id: [oneOrder((exchange, { order }) => call(exchange, 'privateGetOrdersId', { id: `cid:${order.key}` }))],
    history: [from((exchange, params) => call(exchange, 'privateGetOrdersHistory', params), 'id')],
    trades: [
      from(
        (exchange, { symbol, startTime, limit, ...page }) =>
          exchange.fetchMyTrades(exchange.safeSymbol(String(symbol)), Number(startTime), Number(limit), page),
        'pageId',
      ),
    ],
  },
  orderRows: ROWS,
  fillsInAnswer: null,
  tradeFeeAsset: () => null,
  orderStream: null,
  bookLimit: null,
  quotes: (exchange, markets) => exchange.fetchTickers(markets),
  marketRows: [
    rowsNamed(/\/markets$/, [], 'symbol', 'baseCurrencyName', 'quoteCurrencyName'),
    rowsNamed(/\/markets\/ticker24h$/, [], 'symbol'),
  ],
  stage: (info) => ({ stage: named(STAGES, word(info, 'state')) ?? 'unknown' }),
  publicReads: null,
  unlaunchedMarkets: null,
  pricesInactive: false,
  priceBands: () => null,
  worthOfMarketOrders: () => ({}),
  priceLimits: null,
  fees: async ({ ask, number }, symbols) => {
    const told = await ask('privateGetFeeinfo', {})
    return feesOfEach(symbols, () => feesFrom(number(member(told, 'takerRate')), number(member(told, 'makerRate'))))
  },
  balances: {
    spendable: ownAnswer,
    rows: (read, answer) =>
      listed(member(answer, 0, 'balances'), (row) => {
        const asset = codeOf(read, textOf(member(row, 'currency')))
        const [free, held] = [read.number(row, 'available'), read.number(row, 'hold')]
        return asset === null || free === null ? null : { asset, total: add(free, held ?? '0'), free: freeOf(free) }
      }),
    elsewhere: [],
  },
  permissions: null,
  keyCheck: NO_KEY_CHECK,
}
