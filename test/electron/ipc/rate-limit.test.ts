// The budget of calls: never more than it in any stretch of time, however the calls fall, and never less than it either.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRateLimit } from '../../../electron/ipc/rate-limit.ts'
import { announcedSeed } from '../../support/hostile/seed.ts'

/** Bursts of calls with pauses between them, milliseconds of the virtual clock. */
const bursts = fc.array(
  fc.record({
    pause: fc.oneof(fc.constantFrom(0, 1, 4, 5, 999, 1_000, 60_000), fc.double({ min: 0, max: 3_000, noNaN: true })),
    calls: fc.integer({ min: 1, max: 120 }),
  }),
  { minLength: 1, maxLength: 40 },
)

/** When each call that was let through happened. */
function allowedTimes(perSecond: number, plan: { pause: number; calls: number }[]): { times: number[]; now: number } {
  let now = 1_000
  const limit = createRateLimit({ monotonic: () => now }, perSecond)
  const times: number[] = []
  for (const { pause, calls } of plan) {
    now += pause
    for (let at = 0; at < calls; at++) {
      try {
        limit.take('one')
        times.push(now)
      } catch (error) {
        expect(error).toMatchObject({ code: 'RATE_LIMITED' })
      }
    }
  }
  return { times, now }
}

it('never lets more through than the budget, in any window of any schedule [R9]', () => {
  const seed = announcedSeed('rate limit')
  let windows = 0
  fc.assert(
    fc.property(fc.constantFrom(1, 3, 50, 200), bursts, (perSecond, plan) => {
      const { times } = allowedTimes(perSecond, plan)
      expect(times.length).toBeGreaterThan(0)
      for (let from = 0; from < times.length; from += 1 + Math.trunc(times.length / 100)) {
        for (let to = from; to < times.length; to++) {
          const seconds = ((times[to] ?? 0) - (times[from] ?? 0)) / 1_000
          windows += 1
          // A hair for the rounding of the sums; a whole call too many is far above it.
          if (to - from + 1 > perSecond * (1 + seconds) + 1e-6) expect.fail(`${to - from + 1} calls in ${seconds} s`)
        }
      }
    }),
    { seed, numRuns: 300 },
  )
  console.log(`rate limit: ${windows} windows`)
})

it('lets through all that stays below the budget', () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 50, 200), fc.integer({ min: 1, max: 400 }), (perSecond, calls) => {
      // A hair more than the exact time, so that a sum of fractions cannot fall short of a whole call.
      const plan = Array.from({ length: calls }, () => ({ pause: 1_000 / perSecond + 1e-6, calls: 1 }))
      expect(allowedTimes(perSecond, plan).times).toHaveLength(calls)
    }),
    { seed: announcedSeed('rate limit below'), numRuns: 100 },
  )
})

it('keeps a budget for each operation', () => {
  const limit = createRateLimit({ monotonic: () => 0 }, 2)
  for (const name of ['a', 'b', 'a', 'b']) limit.take(name)
  for (const name of ['a', 'b']) expect(() => limit.take(name)).toThrow('TOO_MANY_CALLS')
})
