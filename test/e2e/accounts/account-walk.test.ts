// The mode and the account that a window shows are those of what the next click does: a walk of some hundred steps.
// `npm run torture -- walk` takes thousands. PRELIST_SEED repeats one.

import { expect } from 'playwright/test'
import { announcedSeed } from '../../support/hostile/seed.ts'
import { walkAccounts } from '../support/account-walk.ts'
import { test } from '../support/open-app.ts'

const STEPS = 120

test('two windows show what a click does, after each step of a random walk', async () => {
  // On a machine that is busy with other things a step takes half a second.
  test.setTimeout(300_000)
  const { orders, counts } = await walkAccounts(announcedSeed('account walk'), STEPS, 3)
  console.log(JSON.stringify({ orders, counts }))
  expect(Object.values(orders).filter((made) => made > 0).length).toBeGreaterThan(2)
  expect(counts['dry presses']).toBeGreaterThan(STEPS / 10)
})
