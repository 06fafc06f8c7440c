// Every other exchange: what the library makes of it, and nothing that would have to be documented.

import { member } from '../../shared/venues/json.ts'
import { type Balances, freeOf } from './common/balances.ts'
import { NO_KEY_CHECK } from './common/key-check.ts'
import { COMMON_LOOKUPS, COMMON_OPEN_ORDERS } from './common/lookups.ts'
import { secretFor } from './common/secret-form.ts'
import { NO_STOP_ORDERS } from './common/stop-orders.ts'
import type { ExchangeAdapter } from './exchange.ts'

/** What the library makes of an exchange of which no shape is documented here. */
const BALANCES: Balances = {
  spendable: async (exchange, ask) => {
    const told = await ask(() => exchange.fetchBalance())
    return told === null ? null : [told.value]
  },
  rows: (read, sheet) => {
    const totals = member(sheet, 'total')
    if (typeof totals !== 'object' || totals === null) return null
    return Object.keys(totals).flatMap((asset) => {
      const total = read.number(totals, asset)
      const free = read.number(member(sheet, 'free'), asset)
      return total === null ? [] : [{ asset, total, free: freeOf(free) }]
    })
  },
  elsewhere: [],
}

export const GENERAL: ExchangeAdapter = {
  options: {},
  testUrls: {},
  secret: secretFor,
  orderParams: ({ key }) => ({ params: { clientOrderId: key }, headers: {} }),
  stopOrders: NO_STOP_ORDERS,
  sentFields: null,
  cancelBy: null,
  lookups: COMMON_LOOKUPS,
  ordersById: null,
  openOrders: COMMON_OPEN_ORDERS,
  orderRows: null,
  fillsInAnswer: null,
  tradeFeeAsset: () => null,
  orderStream: null,
  bookLimit: null,
  quotes: (exchange, markets) => exchange.fetchTickers(markets),
  marketRows: [],
  stage: null,
  publicReads: null,
  unlaunchedMarkets: null,
  pricesInactive: false,
  priceBands: () => null,
  worthOfMarketOrders: () => ({}),
  priceLimits: null,
  fees: null,
  balances: BALANCES,
  permissions: null,
  keyCheck: NO_KEY_CHECK,
}
