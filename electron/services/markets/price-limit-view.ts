// The price limits of an account's markets, as their exchange told them last: asked for while a ticket is typed, and looked up
// when its order goes out, so that no request stands between the click and the order.

import type { PriceLimits } from '../../../shared/order.ts'
import type { Clock, Exchange } from '../../ports/system.ts'

/** What was told, or that nothing was, stands for this long, milliseconds. */
const FRESH_MS = 5_000

export interface PriceLimitView {
  /** Asked for where the last answer is not quite new. Never rejects. */
  read(market: string): Promise<PriceLimits | null>
  /** As told last, however old; `null` where nothing was. */
  last(market: string): PriceLimits | null
}

/** Builds the view. */
export function createPriceLimitView(exchange: Pick<Exchange, 'priceLimits'>, clock: Clock): PriceLimitView {
  const known = new Map<string, PriceLimits>()
  const asked = new Map<string, { at: number; told: Promise<void> }>()
  const ask = async (market: string) => {
    const told = await exchange.priceLimits?.(market).catch(() => null)
    if (told == null) return
    const { buy, sell, ageMs } = told
    known.set(market, { buy, sell, asOfMs: ageMs === null ? null : clock.monotonic() - ageMs })
  }
  const last = (market: string) => known.get(market) ?? null
  return {
    read: async (market) => {
      const now = clock.monotonic()
      const before = asked.get(market)
      const isFresh = before !== undefined && now - before.at < FRESH_MS
      const told = isFresh ? before.told : ask(market)
      if (!isFresh) asked.set(market, { at: now, told })
      await told
      return last(market)
    },
    last,
  }
}
