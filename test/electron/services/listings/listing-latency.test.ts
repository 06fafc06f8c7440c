// How soon a change is told, wherever in time it falls and however slow the list is: within 10 s of it around an opening that is known,
// within 70 s otherwise; and how many requests that takes.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AFTER_MS, BEFORE_MS, nextReadMs } from '../../../../electron/services/listings/read-times.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { openListingDesk, pass } from '../../../support/listings/listing-desk.ts'
import { scriptedLists } from '../../../support/listings/scripted-lists.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const START = Date.UTC(2026, 10, 27, 9)
const MINUTE = 60_000
const OPENS = START + 20 * MINUTE

const moment = fc.record({
  /** The change, milliseconds from the opening. */
  change: fc.integer({ min: -BEFORE_MS, max: AFTER_MS }),
  isPlanned: fc.boolean(),
  /** How long a read takes. */
  slowMs: fc.integer({ min: 0, max: 4_000 }),
  aheadMs: fc.option(fc.integer({ min: -30_000, max: 30_000 })),
  /** The app starts somewhere in a minute. */
  phase: fc.integer({ min: 0, max: 59_999 }),
})

it('tells a change in time, wherever it falls', { timeout: 60_000 }, async () => {
  const seed = announcedSeed('latency of listings')
  const worst = { near: 0, other: 0, reads: 0 }
  await fc.assert(
    fc.asyncProperty(moment, async ({ change, isPlanned, slowMs, aheadMs, phase }) => {
      const clock = makeAppClock(START + phase)
      // By the exchange's clock, which is also the one of its opening.
      const at = OPENS + change
      const steps = [{ market: 'TEN/USDT', at, entry: { status: 'TRADING' } }]
      const lists = scriptedLists({ binance: { steps, others: 20, aheadMs } }, clock.monotonic)
      const read = lists.read
      lists.read = async (venue) => {
        const list = await read(venue)
        // The list is as it was when it was asked for; that is the worst.
        if (slowMs > 0) await clock.sleep(slowMs, new AbortController().signal)
        return list
      }
      const desk = openListingDesk({ dataDir: makeProfile(), lists, clock })
      desk.listen()
      desk.watch.start()
      const plan = { coinId: 'ten', venue: 'binance', market: 'TEN/USDT', opensAt: new Date(OPENS).toISOString() }
      if (isPlanned) desk.plans.save(plan)
      let toldAt = 0
      for (let second = 0; second < 35 * 60 && toldAt === 0; second += 1) {
        await pass(clock, 1_000)
        if (desk.told.length > 0) toldAt = clock.monotonic()
      }
      await desk.close()
      const latency = toldAt - (at - (aheadMs ?? 0))
      const kind = isPlanned ? 'near' : 'other'
      worst[kind] = Math.max(worst[kind], latency)
      worst.reads = Math.max(worst.reads, lists.reads('binance'))
      expect(latency).toBeLessThanOrEqual(isPlanned ? 10_000 : 70_000)
    }),
    {
      seed,
      numRuns: 15,
      // The ends of the window: a read that falls just behind it must come as soon as those within.
      examples: [
        [{ change: AFTER_MS, isPlanned: true, slowMs: 4_000, aheadMs: 0, phase: 1_001 }],
        [{ change: AFTER_MS - 1, isPlanned: true, slowMs: 0, aheadMs: 0, phase: 57_000 }],
        [{ change: -BEFORE_MS, isPlanned: true, slowMs: 4_000, aheadMs: 0, phase: 1_001 }],
      ],
    },
  )
  console.log('latency of listings, the worst:', JSON.stringify(worst))
})

it('never asks more often than each 5 s, and sleeps through no opening', () => {
  const seed = announcedSeed('read times')
  const offset = fc.integer({ min: -2 * 3_600_000, max: 2 * 3_600_000 })
  const state = fc.record({
    ...{
      now: fc.constant(START),
      openings: fc.array(
        offset.map((ms) => START + ms),
        { maxLength: 4 },
      ),
    },
    ...{ isConfirming: fc.boolean(), failures: fc.nat({ max: 20 }) },
  })
  fc.assert(
    fc.property(state, (given) => {
      const wait = nextReadMs(given)
      expect(wait).toBeGreaterThanOrEqual(5_000)
      expect(wait).toBeLessThanOrEqual(5 * MINUTE)
      const isNear = given.openings.some((at) => START >= at - BEFORE_MS && START <= at + AFTER_MS + 10_000)
      for (const opening of given.openings) {
        const from = opening - BEFORE_MS
        // Near another opening already, reads that bring nothing are 25 s apart at most.
        const soonest = START + (isNear && given.failures > 1 ? 25_000 : 5_000)
        if (from > START) expect(START + wait).toBeLessThanOrEqual(Math.max(from, soonest))
      }
      if (given.failures === 0) expect(wait === 5_000 || !(isNear || given.isConfirming)).toBe(true)
    }),
    { seed },
  )
})
