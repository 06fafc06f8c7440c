// OKX v5, spot, as the common machinery asks for it.

import { secretFor } from './common/secret-form.ts'
import { NO_STOP_ORDERS } from './common/stop-orders.ts'
import type { ExchangeAdapter } from './exchange.ts'
import { OKX_BALANCES, OKX_KEY_CHECK, okxFees } from './okx/account.ts'
import { OKX_MARKET_ROWS, okxLimits, okxStage } from './okx/markets.ts'
import { OKX_ROWS } from './okx/order-rows.ts'
import { OKX_LOOKUPS, OKX_OPEN_ORDERS, OKX_STREAM, okxParams } from './okx/orders.ts'
import { OKX_PUBLIC } from './okx/public.ts'
import { okxCancel, okxOrder } from './okx/request.ts'

export const OKX: ExchangeAdapter = {
  options: {
    defaultType: 'spot',
    fetchMarkets: { types: ['spot'] },
    createOrder: 'privatePostTradeOrder',
    brokerId: '',
  },
  testUrls: {},
  secret: secretFor,
  orderParams: okxParams,
  stopOrders: NO_STOP_ORDERS,
  sentFields: { order: okxOrder, cancel: okxCancel },
  cancelBy: 'clOrdId',
  lookups: OKX_LOOKUPS,
  ordersById: null,
  openOrders: OKX_OPEN_ORDERS,
  orderRows: OKX_ROWS,
  fillsInAnswer: null,
  tradeFeeAsset: () => null,
  orderStream: OKX_STREAM,
  bookLimit: null,
  quotes: (exchange, markets) => exchange.fetchTickers(markets),
  marketRows: OKX_MARKET_ROWS,
  stage: okxStage,
  publicReads: OKX_PUBLIC,
  unlaunchedMarkets: null,
  pricesInactive: false,
  priceBands: () => null,
  worthOfMarketOrders: () => ({}),
  priceLimits: okxLimits,
  fees: okxFees,
  balances: OKX_BALANCES,
  permissions: null,
  keyCheck: OKX_KEY_CHECK,
}
