// The random walk through everything that can be done in the window, long. PRELIST_SEED repeats it; PRELIST_RUNS says how many
// acts.

import { expect, test } from 'vitest'
import { isFlat, walkActs } from '../e2e/support/act-walk.ts'
import { announcedSeed } from '../support/hostile/seed.ts'

const ACTS = Number(process.env['PRELIST_RUNS'] ?? 5_000)

test('whatever is done in the window, nothing breaks and its memory stays', async () => {
  const report = await walkActs(announcedSeed('acts'), ACTS)
  process.stdout.write(`${JSON.stringify(report)}\n`)
  expect(report.acts).toBe(ACTS)
  expect(isFlat(report.held), JSON.stringify(report.held)).toBe(true)
})
