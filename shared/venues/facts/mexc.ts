// What the page knows of MEXC, of whose orders nothing is documented that the desk could build on.

import { GENERAL_PROMISES, TWO_TEXTS, type VenueFacts } from './sheet.ts'

export const MEXC_FACTS: VenueFacts = {
  keyPage: 'https://www.mexc.com/user/openapi',
  credentials: TWO_TEXTS,
  // It has `quantity` for the coin and `quoteOrderQty` for money ("New Order" of its spot pages).
  promises: { ...GENERAL_PROMISES, orderTypes: ['market', 'limit'] },
  // It bears 500 of weight in 10 seconds, at most 40 a request.
  publicData: { base: 'https://api.mexc.com', perMinute: 30 },
  auction: null,
  beforeListing: [],
}
