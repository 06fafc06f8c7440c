// An amount that was given and refused is not said back, by none of the checks that reckon with it.

import { expect, it } from 'vitest'
import { limitFor } from '../../../support/order-inputs.ts'
import { startDesk } from '../../../support/start-backend.ts'

it.each([
  ['buy', '739182000000'],
  ['buy', '0.739182739182'],
  ['sell', '739182'],
  ['sell', '73918273'],
] as const)('a %s of %s that is refused is not repeated', async (side, amount) => {
  const desk = await startDesk()
  const { intentId } = await desk.ok('orders.draft', { accountId: 'practice', coinId: 'peaq', side })
  const result = await desk.backend.call('orders.submit', limitFor(intentId, amount, '0.1'))
  expect(result.ok).toBe(false)
  expect(JSON.stringify(result)).not.toContain(amount)
})
