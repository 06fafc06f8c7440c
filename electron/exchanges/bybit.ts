// Bybit v5, spot, as the common machinery asks for it.

import { BYBIT_BALANCES, BYBIT_KEY_CHECK, bybitFeeAsset, bybitFees } from './bybit/account.ts'
import { BYBIT_MARKET_ROWS, bybitBands, bybitLimits, bybitStage, bybitUnlaunched } from './bybit/markets.ts'
import { BYBIT_ROWS } from './bybit/order-rows.ts'
import { BYBIT_LOOKUPS, BYBIT_OPEN_ORDERS, BYBIT_STREAM, bybitParams } from './bybit/orders.ts'
import { BYBIT_PUBLIC } from './bybit/public.ts'
import { bybitCancel, bybitOrder } from './bybit/request.ts'
import { secretFor } from './common/secret-form.ts'
import { NO_STOP_ORDERS } from './common/stop-orders.ts'
import type { ExchangeAdapter } from './exchange.ts'

export const BYBIT: ExchangeAdapter = {
  options: {
    defaultType: 'spot',
    fetchMarkets: { types: ['spot'] },
    enableUnifiedAccount: true,
    enableUnifiedMargin: false,
    recvWindow: 5_000,
  },
  testUrls: {},
  secret: secretFor,
  orderParams: bybitParams,
  stopOrders: NO_STOP_ORDERS,
  sentFields: { order: bybitOrder, cancel: bybitCancel },
  cancelBy: 'orderLinkId',
  lookups: BYBIT_LOOKUPS,
  ordersById: null,
  openOrders: BYBIT_OPEN_ORDERS,
  orderRows: BYBIT_ROWS,
  fillsInAnswer: null,
  tradeFeeAsset: bybitFeeAsset,
  orderStream: BYBIT_STREAM,
  bookLimit: 50,
  quotes: (exchange, markets) => exchange.fetchTickers(markets),
  marketRows: BYBIT_MARKET_ROWS,
  stage: bybitStage,
  publicReads: BYBIT_PUBLIC,
  unlaunchedMarkets: bybitUnlaunched,
  pricesInactive: false,
  priceBands: bybitBands,
  worthOfMarketOrders: () => ({}),
  priceLimits: bybitLimits,
  fees: bybitFees,
  balances: BYBIT_BALANCES,
  permissions: null,
  keyCheck: BYBIT_KEY_CHECK,
}
