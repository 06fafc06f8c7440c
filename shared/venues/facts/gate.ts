// What the page knows of Gate, of whose orders nothing is documented that the desk could build on.

import { GENERAL_PROMISES, TWO_TEXTS, type VenueFacts } from './sheet.ts'

export const GATE_FACTS: VenueFacts = {
  name: 'Gate',
  keyPage: 'https://www.gate.com/myaccount/api_key_manage',
  credentials: TWO_TEXTS,
  // The amount of a market buy is money there, and no order for it has come through the last look before the first byte yet.
  promises: { ...GENERAL_PROMISES, orderTypes: [] },
  // It bears 200 requests in 10 seconds.
  publicData: { base: 'https://api.gateio.ws', perMinute: 60 },
  auction: null,
  // Contracts that are `prelaunch` (Contract.md of gateapi) of 2025-07-31, and its launchpool.
  beforeListing: ['pre-market-perpetual', 'launchpool'],
}
