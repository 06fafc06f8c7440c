// What the page knows of OKX v5, spot. The sources of what it promises stand in its record.

import { DAY_MS, HOUR_MS, LOOK_UP_LAG_MS } from '../record.ts'
import { field, type VenueFacts } from './sheet.ts'

export const OKX_FACTS: VenueFacts = {
  keyPage: 'https://www.okx.com/account/my-api',
  credentials: {
    fields: [
      field('apiKey', 'API key', 'text'),
      field('apiSecret', 'Secret key', 'text'),
      field('passphrase', 'Passphrase', 'words'),
    ],
    rights: ['Read', 'Trade'],
    never: ['Withdraw'],
  },
  promises: {
    keyRule: 'unique-while-open',
    // The header `expTime`.
    validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS },
    legs: ['id', 'open', 'history', 'trades'],
    resend: 'never',
    retention: { closedMs: 90 * DAY_MS, unfilledMs: 2 * HOUR_MS },
    testing: 'header',
    reportsPermissions: true,
    reportsAccount: true,
    // No stop-limit: conditional orders are algo orders there, with lists and ids of their own, which become another order
    // when they trigger. None of the look-ups here would see them.
    orderTypes: ['market', 'limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  // It documents no post-only order in its call auctions.
  // It bears 20 requests in 2 seconds.
  publicData: { base: 'https://www.okx.com', perMinute: 60 },
  auction: ['gtc'],
  // `openType` of its instruments, call_auction among its values; read 2026-11-29.
  beforeListing: ['call-auction'],
}
