// What the page knows of GRVT, of whose orders nothing is documented that the desk could build on.

import { GENERAL_PROMISES, TWO_TEXTS, type VenueFacts } from './sheet.ts'

export const GRVT_FACTS: VenueFacts = {
  keyPage: 'https://grvt.io/exchange/api-keys',
  credentials: TWO_TEXTS,
  // No order for it has come through the last look before the first byte yet.
  promises: { ...GENERAL_PROMISES, orderTypes: [] },
  publicData: null,
  auction: null,
  beforeListing: [],
}
