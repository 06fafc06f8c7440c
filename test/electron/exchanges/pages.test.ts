// Lists that are longer than a page: an order on the last one is found, and only lists that were read to their end prove
// that there is none.

import { expect, test } from 'vitest'
import { FAKES } from '../../exchanges/all.ts'
import { lostEnd, submitted } from '../../faults/fault-kit.ts'
import { startVenueDesk, type VenueDesk } from '../../faults/venue-desk.ts'

const NEVER = Number.POSITIVE_INFINITY
const RESTING = { type: 'limit', price: '1.5', size: { unit: 'base', value: '20' } } as const
const PROVABLE = FAKES.filter(({ record }) => record.validity !== null)

/** Orders of another program of the trader's in the same market, each after the one before; one of `fillsEach` fills. */
function busy(desk: VenueDesk, count: number, fillsEach = 2): void {
  for (let at = 0; at < count; at += 1) {
    const key = crypto.randomUUID().replaceAll('-', '')
    const price = (at + 1) % fillsEach === 0 ? 2 : 1.25
    const terms = { market: 'PEAQ/USDT', side: 'buy', type: 'limit', timeInForce: 'gtc', amount: 3, price } as const
    desk.engine.place({ key, ...terms })
  }
}

test.each(PROVABLE)('one that rests behind 260 newer orders is found: $venue', async (fake) => {
  const desk = await startVenueDesk(fake, { lag: { id: NEVER, open: 0, history: 0, trades: 0 } })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk, RESTING)
  busy(desk, 260)
  await desk.ok('orders.reconcile')
  expect(await desk.ok('orders.get', { intentId: order.intentId })).toMatchObject({ status: 'open', filled: '0' })
  expect(desk.venue.sent).toHaveLength(1)
})

test.each(PROVABLE)('one that was canceled behind 260 others that ended is found: $venue', async (fake) => {
  const desk = await startVenueDesk(fake, { fills: 0, lag: { id: NEVER, open: 0, history: 0, trades: 0 } })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk)
  desk.engine.manners.fills = 1
  busy(desk, 260)
  for (const other of desk.engine.orders) desk.engine.cancel(other)
  await desk.ok('orders.reconcile')
  expect(await desk.ok('orders.get', { intentId: order.intentId })).toMatchObject({ status: 'canceled', filled: '0' })
})

test.each(PROVABLE)('that it is not among 260 others proves that it was not placed: $venue', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'before' })
  const order = await submitted(desk, RESTING)
  busy(desk, fake.venue === 'kraken' ? 14 : 260)
  const settled = await desk.settle(order)
  expect(settled.status).toBe(lostEnd(fake))
})

test('where a list cannot be read to its end nothing is proven: binance', async () => {
  const [fake] = FAKES
  if (fake === undefined) throw new Error('there is no first exchange')
  const desk = await startVenueDesk(fake, { lag: { id: NEVER, open: NEVER, history: 0, trades: 0 } })
  busy(desk, 1_100, NEVER)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk, RESTING)
  const settled = await desk.settle(order)
  expect(settled).toMatchObject({ status: 'stuck', search: { silent: 0, detail: { code: 'PLACE_TOO_LONG' } } })
  desk.engine.manners.lag.open = 0
  await desk.ok('orders.reconcile')
  const found = await desk.ok('orders.get', { intentId: order.intentId })
  expect(found.status).toBe('open')
})

test('at Kraken an order that only a trade tells of is asked for by its id', async () => {
  const fake = FAKES.find(({ venue }) => venue === 'kraken')
  if (fake === undefined) throw new Error('there is no Kraken')
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'before' })
  const order = await submitted(desk)
  busy(desk, 4)
  // Its own lists are asked by our key alone; that the trades belong to others is told one by one.
  const settled = await desk.settle(order)
  expect(settled.status).toBe('not-placed')
  expect(desk.venue.asked.filter((asked) => asked.endsWith('/QueryOrders')).length).toBeGreaterThan(0)
  expect(desk.engine.orders).toHaveLength(4)
  expect(desk.venue.sent).toHaveLength(1)
})
