// Answers that come after their deadline are no waste: they settle what they would have settled in time, also where every
// place that an order could be looked for in is silent.

import { expect } from 'vitest'
import type { Order } from '../../../../shared/order.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import { lost } from '../../../faults/fault-kit.ts'
import { atEach, holdToTheList } from '../../../faults/rows.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'

const NEVER = Number.POSITIVE_INFINITY
/** Exchanges whose answer to an order is read by a record; of the others an answer alone says nothing. */
const READ = FAKES.filter(({ record }) => record.refusals.length > 0)

/** An order whose answer waits at the exchange, which tells of it in no other way. */
async function waiting(fake: Fake): Promise<{ desk: VenueDesk; order: Order }> {
  const desk = await startVenueDesk(fake, { lag: { id: NEVER, open: NEVER, history: NEVER, trades: NEVER } })
  desk.venue.faults.push({ kind: 'slow', when: 'after' })
  // A halt keeps Coinbase from being asked by sending the order again.
  const order = await lost(desk)
  await desk.ok('orders.halt', {})
  return { desk, order }
}

/** Until the answer has come: nothing tells the moment but the order itself. */
async function heard(desk: VenueDesk, { intentId }: Order): Promise<Order> {
  desk.venue.answer()
  for (;;) {
    await desk.ok('orders.reconcile')
    const order = await desk.ok('orders.get', { intentId })
    if (order.status !== 'unknown') return order
  }
}

atEach(
  '16 an acceptance is taken in',
  async (fake) => {
    const { desk, order } = await waiting(fake)
    expect(order).toMatchObject({ status: 'unknown', attempts: [{ outcome: 'unknown', sent: 'whole' }] })
    const now = await heard(desk, order)
    expect(now).toMatchObject({
      status: 'open',
      venueOrderId: expect.stringContaining(String(desk.engine.orders[0]?.orderId)),
    })
    expect(now.attempts).toMatchObject([{ outcome: 'accepted', detail: reason('ANSWER_LATE', { why: null }) }])
    desk.engine.manners.lag = { id: 0, open: 0, history: 0, trades: 0 }
    const settled = await desk.settle(now)
    expect(settled.status).toBe('filled')
  },
  READ,
)

atEach(
  '16 so is a refusal',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
    await desk.ok('portfolio.get', { environment: 'test' })
    desk.engine.balances.set('USDT', 1)
    desk.venue.faults.push({ kind: 'slow', when: 'after' })
    const order = await lost(desk)
    await desk.ok('orders.halt', {})
    const now = await heard(desk, order)
    expect(now).toMatchObject({ status: 'rejected', attempts: [{ outcome: 'refused' }] })
    expect(now.attempts[0]?.detail).toMatchObject({
      code: 'ANSWER_LATE',
      params: { why: { code: 'EXCHANGE_REFUSED' } },
    })
    expect(desk.venue.sent).toHaveLength(1)
  },
  READ,
)

atEach('16 an answer later than a minute changes nothing', async (fake) => {
  const { desk, order } = await waiting(fake)
  await desk.clock.sleeping(60_000)
  desk.clock.advance(60_000)
  desk.venue.answer()
  desk.engine.manners.lag = { id: 0, open: 0, history: 0, trades: 0 }
  const settled = await desk.settle(order)
  expect(settled).toMatchObject({ status: 'filled', attempts: [{ outcome: 'unknown' }] })
})

holdToTheList()
