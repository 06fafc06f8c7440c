// What the page knows of the practice exchange and of every gateway that speaks docs/gateway-protocol.md.

import { field, type VenueFacts } from './sheet.ts'

export const GATEWAY_FACTS: VenueFacts = {
  keyPage: null,
  // A gateway's operator decides what its keys look like.
  credentials: {
    fields: [
      field('apiKey', 'API key', 'words'),
      field('apiSecret', 'API secret', 'words'),
      { ...field('passphrase', 'Passphrase', 'words'), optional: true },
    ],
    rights: [],
    never: [],
  },
  promises: {
    keyRule: 'replayed',
    validity: null,
    legs: ['id'],
    resend: 'never',
    retention: { closedMs: null, unfilledMs: null },
    testing: 'own-host',
    reportsPermissions: false,
    reportsAccount: false,
    orderTypes: ['market', 'limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  publicData: null,
  auction: null,
  beforeListing: [],
}
