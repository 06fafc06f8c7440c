// What the page knows of KuCoin, of whose orders nothing is documented that the desk could build on.

import { GENERAL_PROMISES, type VenueFacts, withPassphrase } from './sheet.ts'

export const KUCOIN_FACTS: VenueFacts = {
  keyPage: 'https://www.kucoin.com/account/api',
  credentials: withPassphrase('API Passphrase'),
  promises: GENERAL_PROMISES,
  // It documents no post-only order in its call auctions.
  // It bears 2,000 of weight in 30 seconds.
  publicData: { base: 'https://api.kucoin.com', perMinute: 60 },
  auction: ['gtc'],
  // Call auctions of spot (openapi-spot-market) of 2025-11-04.
  beforeListing: ['call-auction'],
}
