// Random days at the exchanges, from one seed: a slice of what `npm run torture -- orders` does ten thousand times.

import { expect, test } from 'vitest'
import { randomRun } from '../../../faults/random-run.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

const RUNS = 40

test('no random day makes a second order or a wrong end [R40]', { timeout: 240_000 }, async () => {
  const first = announcedSeed('random days')
  const told = new Map<string, number>()
  for (let at = 0; at < RUNS; at += 1) {
    const { had, wrong } = await randomRun(first + at)
    expect(wrong, `PRELIST_SEED=${first + at}: ${had.join(', ')}`).toEqual([])
    for (const what of had) told.set(what, (told.get(what) ?? 0) + 1)
  }
  process.stdout.write(`${RUNS} random days ended: ${JSON.stringify(Object.fromEntries(told))}\n`)
})
