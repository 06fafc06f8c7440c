// A button says to which account and in which mode its order goes; where the ticket has others nothing is sent.

import { expect, it } from 'vitest'
import { buy, draftOf, marketFor } from '../../support/order-inputs.ts'
import { startDesk } from '../../support/start-backend.ts'

const OTHERS = [
  { accountId: 'main-1' },
  { environment: 'live' },
  { environment: 'test', accountId: 'practice' },
  { accountId: 'main-1', environment: 'practice' },
] as const

it.each(OTHERS)('refuses a button that said %j of a practice ticket, and sends nothing', async (said) => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  expect(await desk.code('orders.submit', { ...marketFor(intentId), ...said })).toBe('MODE_CHANGED')
  expect([desk.placed(), await desk.ok('orders.list')]).toEqual([0, []])
  // The ticket itself is as good as before.
  const own = { accountId: 'practice', environment: 'practice' } as const
  expect(await desk.ok('orders.submit', { ...marketFor(intentId), ...own })).toMatchObject({ status: 'filled', ...own })
  expect(await desk.code('orders.submit', { ...marketFor(intentId), ...said })).toBe('MODE_CHANGED')
  expect(desk.placed()).toBe(1)
})

it('asks the same of a one-click order before anything else', async () => {
  const desk = await startDesk()
  const { intentId, quote } = await draftOf(desk)
  const input = { intentId, size: { unit: 'quote', value: '50' }, seen: quote?.ask ?? '1' } as const
  expect(await desk.code('orders.oneClick', { ...input, environment: 'live' })).toBe('MODE_CHANGED')
  expect(desk.placed()).toBe(0)
})

it('is no term of the order: who names it and who does not repeats the same one', async () => {
  const desk = await startDesk()
  const order = await buy(desk)
  const { intentId, accountId, environment } = order
  expect(await desk.ok('orders.submit', { ...marketFor(intentId), accountId, environment })).toEqual(order)
})

it('lists the orders of one environment', async () => {
  const desk = await startDesk()
  const order = await buy(desk)
  expect(await desk.ok('orders.list', { environment: 'practice' })).toEqual([order])
  expect(await desk.ok('orders.list', { environment: 'live' })).toEqual([])
  expect(await desk.code('orders.list', { environment: 'all' as 'live' })).toBe('BAD_INPUT')
})
