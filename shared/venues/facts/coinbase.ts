// What the page knows of Coinbase Advanced Trade. The sources of what it promises stand in its record.

import { field, type VenueFacts } from './sheet.ts'

export const COINBASE_FACTS: VenueFacts = {
  keyPage: 'https://portal.cdp.coinbase.com/access/api',
  credentials: {
    fields: [field('apiKey', 'API key name', 'text'), field('apiSecret', 'Private key', 'pem', 'edwards')],
    kinds: ['ec', 'ed25519'],
    rights: ['View', 'Trade'],
    never: ['Transfer'],
    file: { apiKey: ['name', 'id'], apiSecret: ['privateKey'] },
  },
  promises: {
    // "If the ID provided is not unique, the order will not be created and the order corresponding with that ID will be
    // returned instead." The list of refusals has a DUPLICATE_CLIENT_ORDER_ID all the same, so both are understood.
    keyRule: 'replayed',
    validity: null,
    legs: ['history', 'trades'],
    resend: 'replay',
    retention: { closedMs: null, unfilledMs: null },
    testing: 'none',
    reportsPermissions: true,
    reportsAccount: true,
    // stop_limit_stop_limit_gtc, in the same lists, with its whole configuration also after it has triggered.
    orderTypes: ['market', 'limit', 'stop-limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  // "Post only orders cannot be placed during an Auction" (trading rules, 1.33, read 2026-11-29).
  // It bears 10 requests a second.
  publicData: { base: 'https://api.coinbase.com', perMinute: 60 },
  auction: ['gtc'],
  // `auction_mode` of its list of products; read 2026-11-29.
  beforeListing: ['call-auction'],
}
