// The random walk through accounts and modes in two windows, long. PRELIST_SEED repeats it; PRELIST_RUNS says how many steps.

import { expect, test } from 'vitest'
import { walkAccounts } from '../e2e/support/account-walk.ts'
import { announcedSeed } from '../support/hostile/seed.ts'

const STEPS = Number(process.env['PRELIST_RUNS'] ?? 2_000)

test('two windows show what a click does, after each step of a long random walk', async () => {
  const { steps, orders, counts } = await walkAccounts(announcedSeed('account walk'), STEPS)
  process.stdout.write(`${steps} steps: ${JSON.stringify({ orders, counts })}\n`)
  expect(steps).toBe(STEPS)
  for (const [label, made] of Object.entries(orders)) expect(made, `orders on ${label}`).toBeGreaterThan(STEPS / 100)
  for (const what of ['orders canceled', 'lists canceled', 'dry presses']) expect(counts[what], what).toBeGreaterThan(0)
})
