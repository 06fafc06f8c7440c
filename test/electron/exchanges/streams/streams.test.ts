// Own orders that an exchange tells by itself, as evidence beside the look-ups: rows 39 and 40 of the list of faults.

import { expect } from 'vitest'
import type { Fake } from '../../../exchanges/all.ts'
import { refusedWith } from '../../../exchanges/refusal-words.ts'
import type { Fault } from '../../../exchanges/server.ts'
import { submitted } from '../../../faults/fault-kit.ts'
import { atEach as atEachOf, holdToTheList } from '../../../faults/rows.ts'
import type { VenueDesk } from '../../../faults/venue-desk.ts'
import { until } from '../../../support/until.ts'
import { becomes, heardOf, listeningDesk, RESTING, STREAMING, stored } from './stream-kit.ts'

const atEach = (title: string, row: (fake: Fake) => Promise<void>, fakes: readonly Fake[] = STREAMING) =>
  atEachOf(title, row, fakes)

const lookUps = (desk: VenueDesk, since: number) => desk.venue.asked.slice(since).filter((call) => /order/i.test(call))

/** An order that waits, and that a look-up has seen. */
async function resting(desk: VenueDesk) {
  const order = await submitted(desk, RESTING)
  await desk.ok('orders.reconcile')
  const [placed] = desk.engine.orders
  if (placed === undefined) throw new Error('no order')
  return { order, placed }
}

atEach('39 the answer is lost, and no look-up has to find the order', async (fake) => {
  const desk = await listeningDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk, RESTING)
  const asked = desk.venue.asked.length
  expect(await becomes(desk, order, 'open')).toMatchObject({ filled: '0', attempts: [{ outcome: 'unknown' }] })
  expect(lookUps(desk, asked)).toEqual([])
  desk.clock.advance(60_000)
  await desk.ok('orders.reconcile')
  expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
})

atEach('39 the stream tells while the answer is waited for, and places that lag show nothing', async (fake) => {
  const never = Number.POSITIVE_INFINITY
  const desk = await listeningDesk(fake, { lag: { id: never, open: never, history: never, trades: never } })
  desk.venue.faults.push({ kind: 'hang', when: 'after' })
  const answer = desk.submit(RESTING)
  await desk.clock.sleeping(5_000)
  await until(() => desk.engine.orders.length === 1)
  desk.clock.advance(5_000)
  const order = await answer
  if (typeof order === 'string') throw new Error(order)
  await becomes(desk, order, 'open')
  for (let at = 0; at < 30; at += 1) {
    await desk.ok('orders.reconcile')
    desk.clock.advance(2_900)
  }
  // Without the stream it would have been sent again at one exchange, and called not placed or stuck at the others.
  expect(await stored(desk, order)).toMatchObject({ status: 'open', attempts: [{ number: 1 }] })
  expect(desk.venue.sent).toHaveLength(1)
})

atEach('39 a refusal that is contradicted is taken back, with an alarm', async (fake) => {
  const desk = await listeningDesk(fake)
  desk.venue.streams.isTelling = false
  desk.venue.faults.push({ ...refusedWith(fake.venue, 'funds'), when: 'after' } as Fault)
  const order = await submitted(desk, RESTING)
  expect(order.status).toBe('rejected')
  for (const placed of desk.engine.orders) desk.venue.streams.tell(placed)
  await becomes(desk, order, 'open')
  expect((await desk.ok('app.status')).notices.map(({ code }) => code)).toContain('LATE_ORDER')
})

atEach(
  '40 what is traded comes from look-ups alone, whatever is told twice, late or in another order',
  async (fake) => {
    const desk = await listeningDesk(fake)
    const { order, placed } = await resting(desk)
    desk.venue.streams.isTelling = false
    const before = { ...placed }
    desk.engine.fill(placed, 8)
    const asked = desk.venue.asked.length
    desk.venue.streams.tell({ ...placed, filled: 12 })
    desk.venue.streams.tell(before)
    for (let at = 0; at < 5; at += 1) desk.venue.streams.tell(placed)
    // Told of something new it looks at once, where a resting order is looked at every half minute.
    await desk.clock.sleeping(500)
    desk.clock.advance(500)
    await until(() => lookUps(desk, asked).length > 0)
    expect(await becomes(desk, order, 'partially-filled')).toMatchObject({ filled: '8', averagePrice: '2' })
    desk.venue.streams.tell(before)
    await desk.ok('orders.reconcile')
    expect(await stored(desk, order)).toMatchObject({ status: 'partially-filled', filled: '8' })
    desk.engine.fill(placed, 12)
    desk.venue.streams.tell({ ...before })
    expect(await desk.settle(order)).toMatchObject({ status: 'filled', filled: '20', averagePrice: '2' })
  },
)

atEach('40 the connection breaks, and what happened in the gap is found when it stands again', async (fake) => {
  const desk = await listeningDesk(fake)
  const { order, placed } = await resting(desk)
  for (let at = 0; at < 12; at += 1) {
    desk.clock.advance(2_900)
    await desk.ok('orders.reconcile')
  }
  // What was asked so far no longer counts against what may be asked.
  desk.clock.advance(10_000)
  const { streams } = desk.venue
  for (const peer of streams.listeners()) peer.drop()
  const asked = desk.venue.asked.length
  await desk.clock.sleeping(500)
  desk.clock.advance(500)
  // The end of the stream has the order looked at once, before anything has happened to it.
  await until(() => lookUps(desk, asked).length > 0)
  await desk.ok('orders.reconcile')
  desk.engine.fill(placed, 20)
  desk.clock.advance(500)
  await until(() => streams.listeners().length > 0)
  await desk.clock.sleeping(500)
  desk.clock.advance(500)
  expect(await becomes(desk, order, 'filled')).toMatchObject({ filled: '20', averagePrice: '2' })
})

atEach('40 orders of others, and what cannot be read, change nothing', async (fake) => {
  const desk = await listeningDesk(fake)
  const { order, placed } = await resting(desk)
  const before = await desk.ok('orders.list')
  desk.venue.streams.tell({ ...placed, key: 'f'.repeat(32), amount: 3 })
  desk.venue.streams.tell({ ...placed, key: '', amount: 3, filled: 3, status: 'filled' })
  desk.venue.streams.tell({ ...placed, amount: Number.NaN })
  desk.venue.streams.tell({ ...placed, status: 'no status' as 'open' })
  await heardOf(desk)
  const { updatedAt: _, ...after } = await stored(desk, order)
  expect(before[0]).toMatchObject({ ...after, search: before[0]?.search })
  expect(await desk.ok('orders.list')).toHaveLength(before.length)
})

atEach('40 one that bears our key and is another order is not believed before a look-up has seen it', async (fake) => {
  const desk = await listeningDesk(fake)
  const { order, placed } = await resting(desk)
  const asked = desk.venue.asked.length
  desk.venue.streams.tell({ ...placed, amount: 19 })
  await heardOf(desk)
  await desk.clock.sleeping(500)
  desk.clock.advance(500)
  await until(() => lookUps(desk, asked).length > 0)
  await desk.ok('orders.reconcile')
  expect(await stored(desk, order)).toMatchObject({ status: 'open', filled: '0' })
  placed.amount = 19
  desk.venue.streams.tell(placed)
  await desk.ok('orders.reconcile')
  expect((await becomes(desk, order, 'conflict')).reason?.params).toEqual({ fields: ['amount'] })
})

atEach('40 an order that is final stays what it is', async (fake) => {
  const desk = await listeningDesk(fake)
  const order = await desk.settle(await submitted(desk))
  expect(order.status).toBe('filled')
  for (const placed of desk.engine.orders) {
    desk.venue.streams.tell({ ...placed, filled: 0, status: 'open', amount: 24 })
    desk.venue.streams.tell({ ...placed, status: 'canceled' })
  }
  await heardOf(desk)
  expect(await stored(desk, order)).toMatchObject({ status: 'filled', filled: '25' })
})

holdToTheList()
