// Many orders at one exchange: what rests there costs one list a look, however many there are, and a trader who orders without
// pause takes nothing from the look-ups, nor they from him.

import { expect, test } from 'vitest'
import { adapterOf } from '../../../../electron/exchanges/registry.ts'
import type { Order } from '../../../../shared/order.ts'
import { DOCUMENTED, type Fake } from '../../../exchanges/all.ts'
import { stored, submitted } from '../../../faults/fault-kit.ts'
import { quiet } from '../../../faults/quiet.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'

/** The list of open orders, by the exchange's name for it. */
const isList = ({ fake }: VenueDesk, call: string) => fake.standIn.lists?.open.test(call) ?? false

const RESTING = { type: 'limit', price: '1.5', size: { unit: 'base', value: '5' } } as const

/** Lets time pass while both sides keep up with it. */
async function pass(desk: VenueDesk, ms: number, step = 250): Promise<void> {
  for (let left = ms; left > 0; left -= step) {
    desk.clock.advance(Math.min(step, left))
    await quiet(desk)
  }
}

/** What was asked since about orders and trades. */
const askedSince = (desk: VenueDesk, at: number) =>
  desk.venue.asked.slice(at).filter((call) => /order|trade|execution|fills/i.test(call))

async function openDesk(fake: Fake, manners: Parameters<typeof startVenueDesk>[1] = {}): Promise<VenueDesk> {
  const desk = await startVenueDesk(fake, manners)
  desk.engine.balances.set('USDT', 1_000_000)
  await desk.ok('settings.save', { autoLockMinutes: null })
  return desk
}

async function thirtyResting(desk: VenueDesk): Promise<Order[]> {
  const orders: Order[] = []
  for (let at = 0; at < 30; at += 1) {
    orders.push(await submitted(desk, RESTING))
    await pass(desk, 1_000)
  }
  // Until each of them has its longest pause.
  for (let at = 0; at < 9; at += 1) await pass(desk, 30_000, 15_000)
  return orders
}

test.each(DOCUMENTED)('$venue: thirty resting orders cost one request a look', async (fake) => {
  const desk = await openDesk(fake)
  const orders = await thirtyResting(desk)
  const quietSince = desk.venue.asked.length
  await pass(desk, 300_000, 15_000)
  const asked = askedSince(desk, quietSince)
  expect(asked.filter((call) => !isList(desk, call))).toEqual([])
  // One look each half minute.
  expect([9, 10, 11]).toContain(asked.length)
  const filled = desk.engine.orders[17]
  if (filled === undefined) throw new Error('no order')
  desk.engine.fill(filled, 5)
  const before = desk.venue.asked.length
  await pass(desk, 31_000, 15_000)
  // It is missing in the list, and asked for by itself in every place: it, and no other one.
  const alone = askedSince(desk, before).filter((call) => !isList(desk, call))
  expect([alone, alone.length <= 6]).toEqual([alone, true])
  const now = await Promise.all(orders.map((order) => stored(desk, order)))
  expect(now.map(({ status }) => status)).toEqual(orders.map((_, at) => (at === 17 ? 'filled' : 'open')))
  expect(now[17]).toMatchObject({ filled: '5', averagePrice: '2' })
})

/** Of the size that a resting order of the tests has. */
const FIVE = { size: { unit: 'base', value: '5' } } as const

interface Load {
  orders: Order[]
  /** How long each was not known to be filled, milliseconds. */
  lags: number[]
  /** What the account was said to be, whenever that was looked at. */
  states: Set<string>
}

/** One order a second for two minutes, while the trader looks at prices, balances and the list. */
async function twoMinutes(desk: VenueDesk): Promise<Load> {
  const { accountId } = desk
  const orders: Order[] = []
  const [sentAt, filledAt] = [new Map<string, number>(), new Map<string, number>()]
  const states = new Set<string>()
  const note = async () => {
    for (const { status, intentId } of await desk.ok('orders.list', { limit: 500 })) {
      if (status === 'filled' && !filledAt.has(intentId)) filledAt.set(intentId, desk.clock.monotonic())
    }
    const { accounts } = await desk.ok('app.status')
    states.add(accounts.find((account) => account.accountId === accountId)?.state ?? 'none')
  }
  for (let second = 0; second < 120; second += 1) {
    const at = desk.clock.monotonic()
    const order = await submitted(desk, FIVE)
    sentAt.set(order.intentId, at)
    orders.push(order)
    await note()
    await pass(desk, 1_000, 500)
    if (second % 2 === 0) await desk.ok('portfolio.get', { environment: 'test' })
    await note()
  }
  for (let second = 0; second < 60 && filledAt.size < orders.length; second += 1) {
    await pass(desk, 1_000, 500)
    await note()
  }
  const lags = orders.map(({ intentId }) => (filledAt.get(intentId) ?? Infinity) - (sentAt.get(intentId) ?? 0))
  return { orders, lags, states }
}

test.each(DOCUMENTED)('$venue: one order a second for two minutes', async (fake) => {
  const desk = await openDesk(fake, { tellsFills: true })
  const { orders, lags, states } = await twoMinutes(desk)
  expect([...states]).toEqual(['reachable'])
  const tellsFills = adapterOf(fake.venue).fillsInAnswer !== null
  // What the answer tells is there at once; of the others no look-up is starved.
  if (tellsFills)
    expect(orders.map(({ status, filled }) => [status, filled])).toEqual(orders.map(() => ['filled', '5']))
  expect([fake.venue, Math.max(...lags)]).toEqual([
    fake.venue,
    expect.toSatisfy((ms) => ms <= (tellsFills ? 0 : 10_000)),
  ])
  expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([120, 120])
  // Each trade was booked once.
  expect(desk.witness.rows('SELECT fill_id FROM fills')).toHaveLength(120)
})
