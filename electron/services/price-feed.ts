// Tells listeners about prices while there are any, and rests while nobody watches.

import type { EventHub } from '../events.ts'
import type { Clock } from '../ports.ts'
import type { AccountView } from './account-view.ts'

const PAUSE_MS = 2_000

export interface PriceFeed {
  wake(): void
  stop(): Promise<void>
}

/** Builds the feed of one account. `asked` is told after each look, whether the venue answered or not. */
export function createPriceFeed(view: AccountView, clock: Clock, hub: EventHub, asked: () => void): PriceFeed {
  const stopping = new AbortController()
  let running: Promise<void> | null = null

  const tell = async () => {
    while (hub.listeners('prices.changed') > 0 && !stopping.signal.aborted) {
      hub.emit('prices.changed', { accountId: view.accountId, markets: await view.markets() })
      asked()
      await clock.sleep(PAUSE_MS, stopping.signal)
    }
  }
  return {
    wake: () => {
      if (running !== null || stopping.signal.aborted) return
      running = tell()
        // Only the end of the sleep can fail here: the view keeps its own failures.
        .catch(() => undefined)
        .finally(() => {
          running = null
        })
    },
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
