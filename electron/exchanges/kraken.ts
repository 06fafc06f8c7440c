// Kraken, spot, as the common machinery asks for it.

import { COMMON_OPEN_ORDERS } from './common/lookups.ts'
import { secretFor } from './common/secret-form.ts'
import type { ExchangeAdapter } from './exchange.ts'
import { KRAKEN_BALANCES, KRAKEN_KEY_CHECK, krakenFees } from './kraken/account.ts'
import { KRAKEN_MARKET_ROWS, krakenStage } from './kraken/markets.ts'
import { KRAKEN_ROWS } from './kraken/order-rows.ts'
import { KRAKEN_LOOKUPS, KRAKEN_STOPS, KRAKEN_STREAM, krakenParams } from './kraken/orders.ts'
import { KRAKEN_PUBLIC } from './kraken/public.ts'
import { krakenCancel, krakenOrder } from './kraken/request.ts'

export const KRAKEN: ExchangeAdapter = {
  options: { defaultType: 'spot' },
  testUrls: {},
  secret: secretFor,
  orderParams: krakenParams,
  stopOrders: KRAKEN_STOPS,
  sentFields: { order: krakenOrder, cancel: krakenCancel },
  cancelBy: 'clientOrderId',
  lookups: KRAKEN_LOOKUPS,
  // At most fifty ("Query Orders Info").
  ordersById: (exchange, ids) => exchange.fetchOrdersByIds(ids),
  openOrders: COMMON_OPEN_ORDERS,
  orderRows: KRAKEN_ROWS,
  fillsInAnswer: null,
  tradeFeeAsset: () => null,
  orderStream: KRAKEN_STREAM,
  bookLimit: 25,
  quotes: (exchange, markets) => exchange.fetchTickers(markets),
  marketRows: KRAKEN_MARKET_ROWS,
  stage: krakenStage,
  publicReads: KRAKEN_PUBLIC,
  unlaunchedMarkets: null,
  // A restricted pair has a price all the same.
  pricesInactive: true,
  priceBands: () => null,
  worthOfMarketOrders: () => ({}),
  // No page names such a limit for limit orders of spot, nor a call for one.
  priceLimits: null,
  fees: krakenFees,
  balances: KRAKEN_BALANCES,
  permissions: null,
  keyCheck: KRAKEN_KEY_CHECK,
}
