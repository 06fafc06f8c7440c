// The six meanings of "not trading yet". Pure.

/**
 * `otc-pre-market`: a promise of delivery. `pre-market-perpetual`: exposure to the price, without the coin. `call-auction`: a spot
 * order before the opening. `on-chain-otc`: allocations and future tokens in a contract. `launchpool`: an allotment for holding or
 * claiming. `staged`: an order that is prepared here, and that nobody holds before it is sent.
 */
export const MEANINGS = [
  'otc-pre-market',
  'pre-market-perpetual',
  'call-auction',
  'on-chain-otc',
  'launchpool',
  'staged',
] as const

export type Meaning = (typeof MEANINGS)[number]
