// In which stage exchanges list a coin now: only markets that are known to be its own, one an exchange, of exchanges that are on.

import { expect, it } from 'vitest'
import { createSeenStages } from '../../../../electron/services/listings/seen-stages.ts'
import { pass } from '../../../support/listings/listing-desk.ts'
import { listed } from '../../../support/listings/scripted-lists.ts'
import { startWatch, WATCH_START } from '../../../support/listings/started-watch.ts'

const MINUTE = 60_000

it('says what each exchange lists of a coin, what can be traded first', async () => {
  const { desk, clock, lists } = startWatch({ okx: { steps: [], others: 5 }, gate: { steps: [], others: 5 } })
  const seen = createSeenStages({ store: desk.store, lists, coinsOf: desk.view.coinsOf })
  expect(seen().size).toBe(0)
  const address = `0x${'Ab'.repeat(20)}`
  const { id } = desk.coins.save({ name: 'Moon', ticker: 'MOON', contracts: [{ chain: 'eth', address }] })
  const other = desk.coins.save({ name: 'Other moon', ticker: 'MOON' })
  const own = { contracts: [`ETH:${address}`] }
  lists.break('okx', ((all: unknown[]) => [
    ...all,
    listed('okx', 'MOON/BTC', { ...own, stage: 'delisted' }),
    listed('okx', 'MOON/USDT', { ...own, stage: 'limit-only' }),
    listed('okx', 'PEAQ/USDT', { stage: 'pre-launch' }),
  ]) as never)
  lists.break('gate', ((all: unknown[]) => [...all, listed('gate', 'MOON/USDT', { contracts: [] })]) as never)
  await pass(clock, 2 * MINUTE)
  const told = seen()
  const seenAt = expect.stringMatching(new RegExp(new Date(WATCH_START).toISOString().slice(0, 13)))
  expect(told.get(id)).toEqual([{ venue: 'okx', market: 'MOON/USDT', stage: 'limit-only', seenAt }])
  // The ticker alone says nothing.
  expect(told.get(other.id)).toBeUndefined()
  expect(told.get('peaq')).toMatchObject([{ venue: 'okx', stage: 'pre-launch' }])
  lists.switchOff('okx')
  expect(seen().size).toBe(0)
})
