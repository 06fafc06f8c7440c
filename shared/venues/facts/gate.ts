// What the page knows of Gate, spot. The sources of what it promises stand in its record.

import { LOOK_UP_LAG_MS } from '../record.ts'
import { field, type VenueFacts } from './sheet.ts'

export const GATE_FACTS: VenueFacts = {
  keyPage: 'https://www.gate.com/myaccount/api_key_manage',
  credentials: {
    fields: [field('apiKey', 'Key', 'text'), field('apiSecret', 'Secret Key', 'text')],
    // Its groups of permissions, each of which can be off, read-only or read-write.
    rights: ['spot/margin: Read-write'],
    never: ['withdrawal', 'wallet: Read-write'],
  },
  promises: {
    // No page says that a second `text` is refused; its staff says that the later order takes the name over.
    keyRule: 'unchecked',
    // The header `x-gate-exptime`.
    validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS },
    // By our key only what stands open is told, which the list of open orders tells as well.
    legs: ['open', 'history', 'trades'],
    resend: 'never',
    retention: { closedMs: null, unfilledMs: null },
    testing: 'own-host',
    // Its call about keys names no key, and no right to withdraw among the rights.
    reportsPermissions: false,
    reportsAccount: true,
    // The amount of a market buy is money there. Conditional orders are in a list of their own, under other ids.
    orderTypes: ['limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  // It bears 200 requests in 10 seconds.
  publicData: { base: 'https://api.gateio.ws', perMinute: 60 },
  // Its account book has words for a call auction; no page says which orders one takes.
  auction: [],
  // Contracts that are `prelaunch` (Contract.md of gateapi) of 2025-07-31, and its launchpool.
  beforeListing: ['pre-market-perpetual', 'launchpool'],
}
