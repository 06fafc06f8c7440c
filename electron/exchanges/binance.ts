// Binance, spot, as the common machinery asks for it.

import { BINANCE_BALANCES, BINANCE_KEY_CHECK, BINANCE_PERMISSIONS, binanceFees } from './binance/account.ts'
import {
  BINANCE_INFO_ROWS,
  BINANCE_PRICE_ROWS,
  binanceBands,
  binanceLimits,
  binanceStage,
  binanceWorth,
} from './binance/markets.ts'
import { BINANCE_ROWS } from './binance/order-rows.ts'
import { BINANCE_LOOKUPS, BINANCE_STOPS, BINANCE_STREAM, binanceFills, binanceParams } from './binance/orders.ts'
import { BINANCE_PUBLIC } from './binance/public.ts'
import { binanceCancel, binanceOrder } from './binance/request.ts'
import { COMMON_OPEN_ORDERS } from './common/lookups.ts'
import { secretFor } from './common/secret-form.ts'
import type { ExchangeAdapter } from './exchange.ts'

export const BINANCE: ExchangeAdapter = {
  options: {
    defaultType: 'spot',
    fetchMarkets: { types: ['spot'] },
    fetchMargins: false,
    recvWindow: 5_000,
    // It costs more than for one market, and is asked for rarely.
    warnOnFetchOpenOrdersWithoutSymbol: false,
  },
  testUrls: {},
  secret: secretFor,
  orderParams: binanceParams,
  stopOrders: BINANCE_STOPS,
  sentFields: { order: binanceOrder, cancel: binanceCancel },
  cancelBy: 'origClientOrderId',
  lookups: BINANCE_LOOKUPS,
  ordersById: null,
  openOrders: COMMON_OPEN_ORDERS,
  orderRows: BINANCE_ROWS,
  fillsInAnswer: binanceFills,
  tradeFeeAsset: () => null,
  orderStream: BINANCE_STREAM,
  bookLimit: 100,
  quotes: (exchange, markets) => exchange.fetchTickers(markets),
  marketRows: [BINANCE_INFO_ROWS, BINANCE_PRICE_ROWS],
  stage: binanceStage,
  publicReads: BINANCE_PUBLIC,
  unlaunchedMarkets: null,
  pricesInactive: false,
  priceBands: binanceBands,
  worthOfMarketOrders: binanceWorth,
  priceLimits: binanceLimits,
  fees: binanceFees,
  balances: BINANCE_BALANCES,
  permissions: BINANCE_PERMISSIONS,
  keyCheck: BINANCE_KEY_CHECK,
}
