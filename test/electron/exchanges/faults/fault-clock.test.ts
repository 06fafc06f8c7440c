// Clocks that are wrong, jump and are put right again while an order is on its way.

import { expect } from 'vitest'
import { resting, stored, submitted } from '../../../faults/fault-kit.ts'
import { atEach, holdToTheList } from '../../../faults/rows.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'

atEach('29 another clock, half a minute off', async (fake) => {
  const desk = await startVenueDesk(fake, {}, {}, 30_000)
  expect((await desk.settle(await submitted(desk))).status).toBe('filled')
})

for (const [name, ms] of [
  ['an hour behind', 3_600_000],
  ['an hour ahead', -3_600_000],
] as const) {
  atEach(`28 ${name}, with the answer lost and only the lists to look at`, async (fake) => {
    const never = Number.POSITIVE_INFINITY
    const desk = await startVenueDesk(fake, { lag: { id: never, open: 0, history: 0, trades: 0 } }, {}, ms)
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    expect((await desk.settle(await submitted(desk))).status).toBe('filled')
  })
}

atEach('28 an hour behind, and put right while the order is unknown', async (fake) => {
  const desk = await startVenueDesk(fake, {}, {}, 3_600_000)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk)
  // This machine's clock jumps an hour; the venue's stays where it is. To the vault that looks like sleep.
  desk.skew.ms = 0
  desk.clock.advance(3_600_000)
  await desk.ok('vault.lock')
  await desk.ok('vault.unlock')
  expect((await desk.settle(order)).status).toBe('filled')
})

atEach('28 this machine’s clock jumps an hour ahead in the middle of a look-up', async (fake) => {
  const desk = await startVenueDesk(fake)
  const order = await resting(desk)
  const asking = desk.venue.asking()
  const looked = desk.backend.call('orders.reconcile', {})
  await asking
  desk.skew.ms -= 3_600_000
  desk.clock.advance(3_600_000)
  await looked
  const [placed] = desk.engine.orders
  if (placed !== undefined) desk.engine.fill(placed, 20)
  // To the vault the jump is an hour without use.
  await desk.settle(order, 1)
  await desk.ok('vault.unlock')
  await desk.settle(order)
  expect(await stored(desk, order)).toMatchObject({ status: 'filled', filled: '20' })
})

atEach('28 two hours of sleep while the answer is awaited', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'hang', when: 'after' })
  const answer = desk.submit()
  await desk.clock.sleeping(5_000)
  while (desk.venue.sent.length === 0) await desk.venue.asking()
  desk.clock.advance(7_200_000)
  const order = await answer
  if (typeof order === 'string') throw new Error(order)
  expect(order.status).toBe('unknown')
  await desk.ok('vault.unlock')
  expect((await desk.settle(order)).status).toBe('filled')
  expect(desk.venue.sent).toHaveLength(1)
})

holdToTheList()
