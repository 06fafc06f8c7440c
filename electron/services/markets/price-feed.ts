// Tells listeners about prices while there are any, and rests while nobody watches.

import type { EventHub } from '../common/events.ts'
import type { Scheduler } from '../common/scheduler.ts'
import type { AccountCache } from './account-cache.ts'
import type { TellPrices } from './price-news.ts'

const PAUSE_MS = 2_000

export interface PriceFeed {
  wake(): void
  stop(): Promise<void>
}

/** Builds the feed of the accounts that are watched. `asked` is told after each look, whether the venue answered or not. */
export function createPriceFeed(
  views: () => AccountCache[],
  tellPrices: TellPrices,
  scheduler: Scheduler,
  hub: Pick<EventHub, 'listeners'>,
  asked: () => void,
): PriceFeed {
  const loop = scheduler.loop('price-feed', async ({ delay, isStopped }) => {
    while (hub.listeners('prices.changed') > 0 && !isStopped()) {
      for (const view of views()) {
        tellPrices(view.accountId, await view.markets())
      }
      asked()
      await delay(PAUSE_MS)
    }
  })
  // A delay under way goes on: another window that listens is no reason to ask sooner.
  return { wake: loop.start, stop: loop.stop }
}
