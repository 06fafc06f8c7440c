// Tells listeners about prices while there are any, and rests while nobody watches.

import type { Clock } from '../../ports/system.ts'
import type { EventHub } from '../common/events.ts'
import { createNap } from '../common/nap.ts'
import type { AccountView } from './account-view.ts'
import type { TellPrices } from './price-news.ts'

const PAUSE_MS = 2_000

export interface PriceFeed {
  wake(): void
  stop(): Promise<void>
}

/** Builds the feed of the accounts that are watched. `asked` is told after each look, whether the venue answered or not. */
export function createPriceFeed(
  views: () => AccountView[],
  tellPrices: TellPrices,
  clock: Clock,
  hub: Pick<EventHub, 'listeners'>,
  asked: () => void,
): PriceFeed {
  const nap = createNap(clock)
  let stopped = false
  let running: Promise<void> | null = null

  const tell = async () => {
    while (hub.listeners('prices.changed') > 0 && !stopped) {
      for (const view of views()) {
        tellPrices(view.accountId, await view.markets())
      }
      asked()
      await nap.sleep(PAUSE_MS)
    }
  }
  return {
    wake: () => {
      if (running !== null || stopped) return
      running = tell().finally(() => {
        running = null
      })
    },
    stop: async () => {
      stopped = true
      nap.endForGood()
      await running
    },
  }
}
