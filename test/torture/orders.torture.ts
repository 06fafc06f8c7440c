// Ten thousand random days at the fake exchanges. PRELIST_SEED repeats them from there; PRELIST_RUNS says how many.

import { afterAll, expect, test } from 'vitest'
import { randomRun } from '../faults/random-run.ts'
import { announcedSeed } from '../support/hostile/seed.ts'

const RUNS = Number(process.env['PRELIST_RUNS'] ?? 10_000)
/** What a day has opened is closed at the end of its test. */
const DAYS_A_TEST = 50

const first = announcedSeed('random days')
const told = new Map<string, number>()
const starts = Array.from({ length: Math.ceil(RUNS / DAYS_A_TEST) }, (_, at) => first + at * DAYS_A_TEST)

afterAll(() => process.stdout.write(`${RUNS} random days: ${JSON.stringify(Object.fromEntries(told))}\n`))

test.each(starts)(
  'the days from seed %i make no second order and no wrong end [R40]',
  { timeout: 600_000 },
  async (start) => {
    for (let seed = start; seed < Math.min(start + DAYS_A_TEST, first + RUNS); seed += 1) {
      const { had, wrong } = await randomRun(seed)
      expect(wrong, `PRELIST_SEED=${seed}: ${had.join(', ')}`).toEqual([])
      for (const what of had) told.set(what, (told.get(what) ?? 0) + 1)
    }
  },
)
