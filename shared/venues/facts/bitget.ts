// What the page knows of Bitget, of whose orders nothing is documented that the desk could build on.

import { GENERAL_PROMISES, type VenueFacts, withPassphrase } from './sheet.ts'

export const BITGET_FACTS: VenueFacts = {
  keyPage: 'https://www.bitget.com/account/newapi',
  credentials: withPassphrase('Passphrase'),
  // A market buy's amount is money there.
  promises: GENERAL_PROMISES,
  // It bears 20 requests a second.
  publicData: { base: 'https://api.bitget.com', perMinute: 60 },
  auction: null,
  // `/api/v2/spot/market/auction`, as ccxt 4.5.84 has it.
  beforeListing: ['call-auction'],
}
