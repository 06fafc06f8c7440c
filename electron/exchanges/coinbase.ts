// Coinbase Advanced Trade, as the common machinery asks for it.

import { COINBASE_BALANCES, COINBASE_KEY_CHECK, coinbaseFees, coinbaseSecret } from './coinbase/account.ts'
import { COINBASE_MARKET_ROWS, coinbaseStage } from './coinbase/markets.ts'
import { COINBASE_ROWS } from './coinbase/order-rows.ts'
import {
  COINBASE_LOOKUPS,
  COINBASE_OPEN_ORDERS,
  COINBASE_STOPS,
  COINBASE_STREAM,
  coinbaseParams,
} from './coinbase/orders.ts'
import { COINBASE_PUBLIC } from './coinbase/public.ts'
import { coinbaseCancel, coinbaseOrder } from './coinbase/request.ts'
import type { ExchangeAdapter } from './exchange.ts'

export const COINBASE: ExchangeAdapter = {
  options: {
    defaultType: 'spot',
    fetchBalance: 'v3PrivateGetBrokerageAccounts',
    // As a parameter of the call it would leave with a sale, and Coinbase refuses names that it does not know.
    createMarketBuyOrderRequiresPrice: false,
  },
  testUrls: {},
  secret: coinbaseSecret,
  orderParams: coinbaseParams,
  stopOrders: COINBASE_STOPS,
  sentFields: { order: coinbaseOrder, cancel: coinbaseCancel },
  // By its own id alone.
  cancelBy: null,
  lookups: COINBASE_LOOKUPS,
  ordersById: null,
  openOrders: COINBASE_OPEN_ORDERS,
  orderRows: COINBASE_ROWS,
  fillsInAnswer: null,
  tradeFeeAsset: () => null,
  orderStream: COINBASE_STREAM,
  bookLimit: null,
  // The best prices are told only there.
  quotes: (exchange, markets) => exchange.fetchBidsAsks(markets),
  marketRows: COINBASE_MARKET_ROWS,
  stage: coinbaseStage,
  publicReads: COINBASE_PUBLIC,
  unlaunchedMarkets: null,
  pricesInactive: false,
  priceBands: () => null,
  worthOfMarketOrders: () => ({}),
  // No page names such a limit for limit orders of spot, nor a call for one.
  priceLimits: null,
  fees: coinbaseFees,
  balances: COINBASE_BALANCES,
  permissions: null,
  keyCheck: COINBASE_KEY_CHECK,
}
