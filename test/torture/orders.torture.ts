// Ten thousand random days at the fake exchanges. PRELIST_SEED repeats them from there; PRELIST_RUNS says how many.

import { expect, test } from 'vitest'
import { announcedSeed } from '../support/seed.ts'
import { randomRun } from '../venues/random-run.ts'

const RUNS = Number(process.env['PRELIST_RUNS'] ?? 10_000)

test('ten thousand random days make no second order and no wrong end [R40]', { timeout: 7_200_000 }, async () => {
  const first = announcedSeed('random days')
  const told = new Map<string, number>()
  for (let at = 0; at < RUNS; at += 1) {
    const { venue, fault, status, wrong } = await randomRun(first + at)
    expect(wrong, `PRELIST_SEED=${first + at}: ${venue}, ${fault}`).toEqual([])
    for (const what of [venue, fault, status]) told.set(what, (told.get(what) ?? 0) + 1)
    if ((at + 1) % 1_000 === 0) process.stdout.write(`${at + 1} days: ${JSON.stringify(Object.fromEntries(told))}\n`)
  }
})
