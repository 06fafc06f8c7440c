// Somebody else's rows, in shapes that the exchanges document: none of them hides an own order or spoils a look-up. What could
// be an own order and cannot be read proves nothing, and is said.

import { expect, test } from 'vitest'
import { DOCUMENTED, type Fake } from '../../../exchanges/all.ts'
import { listAlso, othersAt } from '../../../exchanges/list-rows.ts'
import { RESTING, submitted } from '../../../faults/fault-kit.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'

async function lost(fake: Fake): Promise<[VenueDesk, Awaited<ReturnType<typeof submitted>>]> {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  return [desk, await submitted(desk, RESTING)]
}

test.each(DOCUMENTED)('no row of others hides an own order, nor how much of it is filled: $venue', async (fake) => {
  const [desk, order] = await lost(fake)
  listAlso(desk.venue, fake.venue, othersAt(fake))
  await desk.ok('orders.reconcile')
  expect(await desk.ok('orders.get', { intentId: order.intentId })).toMatchObject({ status: 'open', filled: '0' })
  desk.engine.fill(desk.engine.orders[0] as never, 20)
  await desk.ok('orders.reconcile')
  expect(await desk.ok('orders.get', { intentId: order.intentId })).toMatchObject({ status: 'filled', filled: '20' })
  expect(desk.venue.sent).toHaveLength(1)
})

test.each(DOCUMENTED.filter(({ record }) => record.validity !== null))(
  'nor keeps an order from being proven not placed: $venue',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'before' })
    const order = await submitted(desk, RESTING)
    listAlso(desk.venue, fake.venue, othersAt(fake))
    expect((await desk.settle(order)).status).toBe('not-placed')
  },
)

test.each(DOCUMENTED)('others’ orders that can be read are shown beside those that cannot: $venue', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.engine.place({
    ...{ key: 'byhand1', market: 'PEAQ/USDT', side: 'buy', type: 'limit', timeInForce: 'gtc', amount: 20, price: 1.5 },
  })
  listAlso(desk.venue, fake.venue, othersAt(fake))
  const foreign = await desk.ok('orders.foreign', { accountId: desk.accountId })
  expect(foreign).toContainEqual(expect.objectContaining({ key: 'byhand1', price: '1.5' }))
})

test.each(DOCUMENTED.filter(({ record }) => record.validity !== null))(
  'an own order with a status of tomorrow is not guessed at: $venue',
  async (fake) => {
    const [desk, order] = await lost(fake)
    const name = fake.standIn.lists?.status ?? ''
    listAlso(desk.venue, fake.venue, [], (row) => ({ ...row, [name]: 'TOMORROW' }))
    for (let at = 0; at < 12; at += 1) {
      await desk.ok('orders.reconcile')
      desk.clock.advance(2_900)
    }
    const after = await desk.ok('orders.get', { intentId: order.intentId })
    expect(['unknown', 'stuck']).toContain(after.status)
    desk.venue.rewrite = null
    expect((await desk.settle(after, 1)).status).toBe('open')
  },
)

test.each(DOCUMENTED.filter(({ record }) => record.validity !== null))(
  'a row without any id that can be read proves nothing, and that is said: $venue',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'before' })
    const order = await submitted(desk, RESTING)
    listAlso(desk.venue, fake.venue, [fake.standIn.nameless ?? {}])
    const after = await desk.settle(order, 15)
    expect(['unknown', 'stuck']).toContain(after.status)
    expect(after.search?.detail?.code).toBe('PLACE_UNREADABLE')
  },
)
