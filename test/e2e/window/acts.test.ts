// Whatever is pressed and typed, nothing breaks: a walk of some hundred acts. `npm run torture -- acts` takes thousands.
// PRELIST_SEED repeats one.

import { expect } from 'playwright/test'
import { announcedSeed } from '../../support/hostile/seed.ts'
import { walkActs } from '../support/act-walk.ts'
import { test } from '../support/open-app.ts'

const ACTS = 200

test('whatever is done in the window, the console is silent and the focus is somewhere', async () => {
  // On a machine that is busy with other things an act takes a second.
  test.setTimeout(300_000)
  const { counts } = await walkActs(announcedSeed('acts'), ACTS)
  console.log(JSON.stringify(counts))
  expect(counts['press']).toBeGreaterThan(ACTS / 4)
})
