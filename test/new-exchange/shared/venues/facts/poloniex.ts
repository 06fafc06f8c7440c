// What the page would know of Poloniex, spot. The sources of what it promises stand in its record.

import { TWO_TEXTS, type VenueFacts } from '../../../../../shared/venues/facts/sheet.ts'
import { LOOK_UP_LAG_MS } from '../../../../../shared/venues/record.ts'

export const POLONIEX_FACTS: VenueFacts = {
  keyPage: 'https://poloniex.com/api-key',
  credentials: TWO_TEXTS,
  promises: {
    // "Client orderId already exists" (21312) is all that is said of a second one.
    keyRule: 'unique-while-open',
    // The header `recvWindow`, counted from `signTimestamp`.
    validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS },
    legs: ['id', 'open', 'history', 'trades'],
    resend: 'never',
    retention: { closedMs: null, unfilledMs: null },
    testing: 'none',
    reportsPermissions: false,
    reportsAccount: false,
    // The amount of a market buy is money there.
    orderTypes: ['limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  publicData: null,
  auction: null,
  beforeListing: [],
}
