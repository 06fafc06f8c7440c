// The listing schedule: announced, call auction, limit-only, trading, counted from the creation of the data folder.

import type { PracticeMarket } from './markets.ts'

/** The words of the gateway protocol. */
export type PracticeStage = 'announced' | 'call-auction' | 'trading' | 'limit-only' | 'halted'

const MINUTE_MS = 60_000

/** The call auction collects limit orders for this long before the opening. */
const CALL_AUCTION_MS = 10 * MINUTE_MS
/** A market that has just opened takes limit orders only for this long. */
const LIMIT_ONLY_MS = 5 * MINUTE_MS

/** When `market` opens, in epoch milliseconds; `null` when it trades from the first day. */
export function opensAt(market: PracticeMarket, createdAt: number): number | null {
  return market.opensAfter === null ? null : createdAt + market.opensAfter
}

/** The stage of `market` at `at`; both times in epoch milliseconds. */
export function stageAt(market: PracticeMarket, createdAt: number, at: number): PracticeStage {
  const opening = opensAt(market, createdAt)
  if (opening === null || at >= opening + LIMIT_ONLY_MS) return 'trading'
  if (at >= opening) return 'limit-only'
  return at >= opening - CALL_AUCTION_MS ? 'call-auction' : 'announced'
}

/** True when orders can fill in this stage. */
export function isOpen(stage: PracticeStage): boolean {
  return stage === 'trading' || stage === 'limit-only'
}
