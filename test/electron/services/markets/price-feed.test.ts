// The price feed: it asks only while somebody listens, and ends when told to.

import { expect, it } from 'vitest'
import { createEventHub } from '../../../../electron/services/common/events.ts'
import { createScheduler } from '../../../../electron/services/common/scheduler.ts'
import type { AccountCache } from '../../../../electron/services/markets/account-cache.ts'
import { createPriceFeed } from '../../../../electron/services/markets/price-feed.ts'
import { makeAppClock } from '../../../support/app-clock.ts'

function start() {
  const clock = makeAppClock()
  const looks: number[] = []
  let after = 0
  const view: AccountCache = {
    accountId: 'practice',
    markets: async () => {
      looks.push(clock.now())
      return []
    },
    balances: async () => null,
    refresh: async () => {},
    refreshForOrder: async () => {},
    poll: async () => 0,
    depth: async () => null,
    priceLimits: async () => null,
    lastPriceLimits: () => null,
    told: () => {},
    lastMarkets: () => [],
    marketsAsOfMs: () => null,
    lastBalances: () => null,
    lastClockOffset: () => null,
    lastRate: () => null,
    touchBalances: () => {},
    touchMarkets: () => {},
    reload: () => {},
    status: () => ({ state: 'reachable', lastAnswerAt: null, lastAnswerMs: null }),
  }
  const hub = createEventHub(() => feed.wake())
  const feed = createPriceFeed(
    () => [view],
    (accountId, markets) => hub.emit('prices.changed', { accountId, markets: [...markets], prices: [] }),
    createScheduler(clock, { error: () => {} }),
    hub,
    () => {
      after += 1
    },
  )
  return { clock, hub, feed, looks, told: () => after }
}

it('asks nothing until somebody listens, whatever wakes it', async () => {
  const { hub, feed, looks } = start()
  hub.on('coins.changed', () => {})
  feed.wake()
  await feed.stop()
  expect(looks).toEqual([])
})

it('asks once for several listeners, every two seconds, and rests when the last one leaves', async () => {
  const { clock, hub, feed, looks, told } = start()
  let heard = 0
  const leave = [1, 2, 3].map(() => hub.on('prices.changed', () => (heard += 1)))
  await clock.sleeping(2_000)
  expect([looks.length, heard, told()]).toEqual([1, 3, 1])
  for (const one of leave.slice(1)) one()
  clock.advance(2_000)
  await clock.sleeping(2_000)
  expect([looks.length, heard]).toEqual([2, 4])
  leave[0]?.()
  clock.advance(2_000)
  await new Promise((resolve) => setImmediate(resolve))
  clock.advance(100_000)
  expect(looks).toHaveLength(2)
  hub.on('prices.changed', () => {})
  await clock.sleeping(2_000)
  expect(looks).toHaveLength(3)
  await feed.stop()
})

it('does not begin again once it was stopped', async () => {
  const { clock, hub, feed, looks } = start()
  hub.on('prices.changed', () => {})
  await clock.sleeping(2_000)
  await feed.stop()
  feed.wake()
  await feed.stop()
  expect(looks).toHaveLength(1)
})
