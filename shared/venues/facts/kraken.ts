// What the page knows of Kraken, spot. The sources of what it promises stand in its record.

import { LOOK_UP_LAG_MS, STOP_SILENCE_MS } from '../record.ts'
import { field, type VenueFacts } from './sheet.ts'

export const KRAKEN_FACTS: VenueFacts = {
  keyPage: 'https://pro.kraken.com/app/settings/api',
  credentials: {
    fields: [field('apiKey', 'API Key', 'text'), field('apiSecret', 'Private Key', 'base64')],
    rights: [
      'Query Funds',
      'Query Open Orders & Trades',
      'Query Closed Orders & Trades',
      'Create & Modify Orders',
      'Cancel/Close Orders',
      'Access WebSocket API',
    ],
    never: ['Withdraw Funds'],
  },
  promises: {
    keyRule: 'unique-while-open',
    // `deadline`, at most 60 seconds ahead.
    validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS, stopSilenceMs: STOP_SILENCE_MS },
    // There is no look-up by key alone: both lists are asked with `cl_ord_id`.
    legs: ['open', 'history', 'trades'],
    resend: 'never',
    retention: { closedMs: null, unfilledMs: null },
    testing: 'none',
    reportsPermissions: true,
    reportsAccount: true,
    // stop-loss-limit, in the same lists. Its FIX pages say that a triggered one is told as a limit order, its REST pages that
    // `misc` says "stopped" and that `stopprice` is for trailing stops only; both forms are understood.
    orderTypes: ['market', 'limit', 'stop-limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  // It bears about one request a second.
  publicData: { base: 'https://api.kraken.com', perMinute: 30 },
  auction: null,
  beforeListing: [],
}
