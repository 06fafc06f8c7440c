// A market that is renamed or taken off while the fate of an order in it is not known. Exchanges tell nothing under the old name,
// which must never be read as "there is no such order"; and of an order that stands, the trader is told that he has to look.

import { expect, test } from 'vitest'
import type { Order } from '../../../../shared/order.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import { RESTING, stored, submitted } from '../../../faults/fault-kit.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'

const [OLD, NEW] = ['PEAQ/USDT', 'PEAQ/USDC']
/** What lists of all markets' orders tell, so that the order is found under its new name or none. */
const toldOf = ({ standIn }: Fake) => standIn.lists?.everyMarket ?? 'none'

function takeOff(desk: VenueDesk, how: 'renamed' | 'delisted') {
  const { engine } = desk
  engine.manners = { ...engine.manners, unlisted: [OLD], alsoListed: how === 'renamed' ? [NEW] : [] }
  if (how === 'delisted') return
  for (const one of [...engine.orders, ...engine.trades]) if (one.market === OLD) one.market = NEW
}

/** Looked at for a quarter of an hour, which is more than silence needs to become a proof. */
async function lookedAt(desk: VenueDesk, order: Order): Promise<Order> {
  await desk.ok('settings.save', { autoLockMinutes: null })
  for (let round = 0; round < 28; round += 1) {
    await desk.ok('orders.reconcile')
    desk.clock.advance(round < 10 ? 2_900 : 60_000)
  }
  return stored(desk, order)
}

const HOW = ['renamed', 'delisted'] as const
const CASES = FAKES.flatMap((fake) => HOW.map((how) => ({ venue: fake.venue, how, fake })))
const UNTOLD = reason('MARKET_GONE', { market: OLD })
/** In another market than the one that it was for: the trader has to judge that. */
const FOUND = { renamed: 'conflict', delisted: 'filled' } as const

test.each(CASES)(
  '$venue, $how: an order whose answer was lost is not called not placed [H4]',
  async ({ fake, how }) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const order = await submitted(desk)
    expect(desk.engine.orders).toMatchObject([{ status: 'filled' }])
    takeOff(desk, how)
    const after = await lookedAt(desk, order)
    if (how === 'delisted' || toldOf(fake) !== 'none') expect(after.status).toBe(FOUND[how])
    else expect(after).toMatchObject({ status: 'stuck', search: { detail: UNTOLD } })
    expect(desk.venue.sent).toHaveLength(1)
  },
)

test.each(CASES)('$venue, $how: nothing proves that an order has never arrived [H4]', async ({ fake, how }) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'before' })
  const order = await submitted(desk)
  takeOff(desk, how)
  const after = await lookedAt(desk, order)
  expect(['unknown', 'stuck']).toContain(after.status)
  expect(after.search?.detail).toEqual(UNTOLD)
})

test.each(CASES)('$venue, $how: of an open order the trader is told what can be told', async ({ fake, how }) => {
  const desk = await startVenueDesk(fake)
  const order = await submitted(desk, RESTING)
  expect(order.status).toBe('open')
  takeOff(desk, how)
  await lookedAt(desk, order)
  const [placed] = desk.engine.orders
  if (placed === undefined) throw new Error('it stands there')
  desk.engine.fill(placed, placed.amount)
  await desk.ok('vault.unlock')
  const after = await lookedAt(desk, order)
  // Binance tells what is open of all markets, and what has ended of one only; the last one nothing without the market.
  if (toldOf(fake) === 'all' || (toldOf(fake) === 'open' && how === 'renamed')) {
    expect(after.status).toBe(FOUND[how])
  } else expect(after).toMatchObject({ status: 'open', reason: reason('LOOK_YOURSELF', { why: UNTOLD }) })
})

test.each(FAKES.filter(({ record }) => record.validity !== null))(
  '$venue: a market that is renamed in the moment of the proof is looked for before it counts [H4]',
  async (fake) => {
    const never = Number.POSITIVE_INFINITY
    const desk = await startVenueDesk(fake, { lag: { id: never, open: never, history: never, trades: never } })
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const order = await submitted(desk)
    await desk.ok('settings.save', { autoLockMinutes: null })
    const { marginMs = 0, lagMs = 0 } = fake.record.validity ?? {}
    const provableAt = (order.attempts[0]?.validUntil ?? 0) + marginMs + lagMs
    while (desk.engine.now() < provableAt) {
      await desk.ok('orders.reconcile')
      desk.clock.advance(20_000)
    }
    await desk.ok('orders.reconcile')
    expect((await stored(desk, order)).status).toMatch(/^(unknown|stuck)$/)
    takeOff(desk, 'renamed')
    for (let round = 0; round < 3; round += 1) {
      desk.clock.advance(6_000)
      await desk.ok('orders.reconcile')
    }
    const after = await stored(desk, order)
    expect(after.status).toMatch(/^(unknown|stuck)$/)
    expect(after.search?.detail).toEqual(UNTOLD)
  },
)
