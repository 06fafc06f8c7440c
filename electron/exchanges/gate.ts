// Gate API v4, spot, as the common machinery asks for it.

import { secretFor } from './common/secret-form.ts'
import { NO_STOP_ORDERS } from './common/stop-orders.ts'
import type { ExchangeAdapter } from './exchange.ts'
import { GATE_BALANCES, GATE_KEY_CHECK, gateFees } from './gate/account.ts'
import { GATE_MARKET_ROWS, gateQuotes, gateStage } from './gate/markets.ts'
import { GATE_ROWS } from './gate/order-rows.ts'
import { GATE_LOOKUPS, GATE_OPEN_ORDERS, GATE_STREAM, gateParams } from './gate/orders.ts'
import { GATE_PUBLIC } from './gate/public.ts'
import { gateCancel, gateOrder } from './gate/request.ts'

export const GATE: ExchangeAdapter = {
  options: {
    defaultType: 'spot',
    fetchMarkets: { types: ['spot'] },
    // Else it asks before an order which kind of account this is.
    unifiedAccount: false,
  },
  // "Spot WebSocket v4", access URL, in a copy of 2026-03-31.
  testUrls: { spot: 'wss://ws-testnet.gate.com/v4/ws/spot' },
  secret: secretFor,
  orderParams: gateParams,
  stopOrders: NO_STOP_ORDERS,
  sentFields: { order: gateOrder, cancel: gateCancel },
  // By it an open order can be canceled, for which the library has no words.
  cancelBy: null,
  lookups: GATE_LOOKUPS,
  ordersById: null,
  openOrders: GATE_OPEN_ORDERS,
  orderRows: GATE_ROWS,
  fillsInAnswer: null,
  tradeFeeAsset: () => null,
  orderStream: GATE_STREAM,
  bookLimit: null,
  quotes: gateQuotes,
  marketRows: GATE_MARKET_ROWS,
  stage: gateStage,
  publicReads: GATE_PUBLIC,
  unlaunchedMarkets: null,
  pricesInactive: false,
  priceBands: () => null,
  worthOfMarketOrders: () => ({}),
  priceLimits: null,
  fees: gateFees,
  balances: GATE_BALANCES,
  permissions: null,
  keyCheck: GATE_KEY_CHECK,
}
