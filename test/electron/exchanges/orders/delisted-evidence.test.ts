// An order that was believed dead and stands in a market that is listed no more: lists of all orders and streams name such a
// market by the exchange's own id, which is no other market than the one that was meant.

import { expect, test } from 'vitest'
import type { Order } from '../../../../shared/order.ts'
import { DOCUMENTED } from '../../../exchanges/all.ts'
import { RESTING, stored, submitted } from '../../../faults/fault-kit.ts'
import { quiet } from '../../../faults/quiet.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'
import { becomes, STREAMING, watchingDesk } from '../streams/stream-kit.ts'

/** The exchange says that it did not take the order, takes it all the same, and takes its market off. */
async function refusedAndDelisted(desk: VenueDesk, alsoListed: string[] = []): Promise<Order> {
  const { status, body } = desk.fake.standIn.refusals.step
  desk.venue.faults.push({ kind: 'reply', when: 'after', status, body: JSON.stringify(body) })
  const order = await submitted(desk, RESTING)
  expect(order.status).toBe('rejected')
  desk.engine.manners = { ...desk.engine.manners, unlisted: ['PEAQ/USDT'], alsoListed }
  desk.clock.advance(61_000)
  await desk.ok('markets.list', { accountId: desk.accountId })
  return order
}

const notices = async (desk: VenueDesk) => (await desk.ok('app.status')).notices.map(({ code }) => code)

test.each(DOCUMENTED)('$venue: the list of open orders brings it back as what it is', async (fake) => {
  const desk = await startVenueDesk(fake)
  const order = await refusedAndDelisted(desk)
  await desk.ok('orders.foreign', { accountId: desk.accountId })
  expect(await stored(desk, order)).toMatchObject({ status: 'open', market: 'PEAQ/USDT' })
  expect(await notices(desk)).toContain('LATE_ORDER')
})

test.each(DOCUMENTED)(
  '$venue: under a new name that is listed it is another one, which the trader judges',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    const order = await refusedAndDelisted(desk, ['PEAQ/USDC'])
    for (const placed of desk.engine.orders) placed.market = 'PEAQ/USDC'
    await desk.ok('orders.foreign', { accountId: desk.accountId })
    expect(await stored(desk, order)).toMatchObject({ status: 'conflict' })
  },
)

test.each(STREAMING)('$venue: a stream that was opened after that brings it back as what it is', async (fake) => {
  const desk = await watchingDesk(fake)
  const order = await refusedAndDelisted(desk)
  desk.venue.streams.isOn = true
  await desk.ok('markets.list', { accountId: desk.accountId })
  while (desk.venue.streams.listeners().length === 0) {
    // The longest pause before it is opened again; an attempt that was under way as it passed has its own still before it.
    desk.clock.advance(60_000)
    await quiet(desk)
  }
  for (const placed of desk.engine.orders) desk.venue.streams.tell(placed)
  expect(await becomes(desk, order, 'open')).toMatchObject({ market: 'PEAQ/USDT' })
  expect(await notices(desk)).toContain('LATE_ORDER')
})
