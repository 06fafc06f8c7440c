// What the page knows of Bybit v5, spot. The sources of what it promises stand in its record.

import { DAY_MS, LOOK_UP_LAG_MS } from '../record.ts'
import { field, type VenueFacts } from './sheet.ts'

export const BYBIT_FACTS: VenueFacts = {
  keyPage: 'https://www.bybit.com/app/user/api-management',
  credentials: {
    fields: [field('apiKey', 'API Key', 'text'), field('apiSecret', 'API Secret', 'text', 'pem')],
    kinds: ['rsa'],
    rights: ['Read-Write', 'Unified Trading: Orders', 'SPOT: Trade'],
    never: ['Withdrawal'],
  },
  promises: {
    keyRule: 'unique',
    validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS },
    legs: ['id', 'open', 'history', 'trades'],
    resend: 'never',
    retention: { closedMs: 7 * DAY_MS, unfilledMs: DAY_MS },
    testing: 'own-host',
    reportsPermissions: true,
    reportsAccount: true,
    // No stop-limit: those are told only to who asks with `orderFilter=StopOrder`, and become another order with another id
    // when they trigger. None of the look-ups here would see them.
    orderTypes: ['market', 'limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  // enum.mdx (curAuctionPhase) of bybit-exchange/docs of 2026-07-24.
  // It bears 600 requests in 5 seconds.
  publicData: { base: 'https://api.bybit.com', perMinute: 60 },
  auction: ['gtc'],
  // Its pages on Pre-Market, and enum.mdx (curAuctionPhase) of bybit-exchange/docs of 2026-07-24.
  beforeListing: ['otc-pre-market', 'pre-market-perpetual'],
}
