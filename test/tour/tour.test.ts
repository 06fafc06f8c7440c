// The tour: the app driven as a trader would, on a profile that is thrown away, with a numbered picture of each screen.

import { fileURLToPath } from 'node:url'
import { test } from '../e2e/support/open-app.ts'
import { order } from './order-steps.ts'
import { research } from './research-steps.ts'
import { stageOf } from './stage.ts'

const PICTURES = fileURLToPath(new URL('../../tour', import.meta.url))

test('a trader researches, notes, orders, meets a limit, and finds everything again', async ({ openApp }) => {
  const stage = stageOf(await openApp(), PICTURES)
  await test.step('research', () => research(stage))
  await test.step('orders', () => order(stage))
  stage.say(`The ledger of the practice exchange holds ${stage.practiceOrders()} orders. The pictures are in tour/.`)
})
