// Between a click and the order's first byte nothing is asked and no connection is begun, however long the trader has waited:
// what an order needs is kept fresh while its account is in use.

import { expect, test } from 'vitest'
import { DOCUMENTED, FAKES, type Fake } from '../../exchanges/all.ts'
import { quiet } from '../../faults/quiet.ts'
import { startVenueDesk, type VenueDesk } from '../../faults/venue-desk.ts'

const fakeOf = (venue: string) => {
  const fake = FAKES.find((one) => one.venue === venue)
  if (fake === undefined) throw new Error(`no stand-in of ${venue}`)
  return fake
}

/** What the exchange has seen from now until the next order arrives, the order left out. */
function untilOrder({ venue }: VenueDesk) {
  const [asked, begun] = [venue.asked.length, venue.connections()]
  const seen = { asked: [] as string[], connections: -1 }
  venue.arrived = () => {
    // It is in the list already.
    seen.asked = venue.asked.slice(asked, -1)
    seen.connections = venue.connections() - begun
  }
  return seen
}

/** Less than the vault takes for sleep, milliseconds. */
const STEP_MS = 60_000

/** Nobody does anything for so long. The exchange ends every connection that is silent as often as any of them does. */
async function idle(desk: VenueDesk, seconds: number) {
  for (let left = seconds * 1_000; left > 0; left -= STEP_MS) {
    desk.venue.closeIdle()
    desk.clock.advance(Math.min(left, STEP_MS))
    await desk.ok('app.status')
    await desk.clock.sleeping(1_250)
  }
}

/** The terms of an order that trades at once everywhere. */
const TERMS = { type: 'limit', price: '2', size: { unit: 'base', value: '10' }, timeInForce: 'gtc' } as const

/** An account in use, with a ticket open, whose connections have carried something already. */
async function atTicket(fake: Fake) {
  const desk = await startVenueDesk(fake, { listens: true })
  await desk.ok('settings.save', { autoLockMinutes: null })
  const ticket = { accountId: desk.accountId, coinId: 'peaq', side: 'buy' }
  await desk.ok('orders.draft', ticket)
  await idle(desk, 2)
  return { desk, ticket, click: async () => desk.submit(TERMS) }
}

test.each(DOCUMENTED)('$venue: nothing is asked and nothing is begun between a click and its order', async (fake) => {
  const { desk, ticket } = await atTicket(fake)
  for (const seconds of [0, 5, 65, 3_700]) {
    const { intentId } = await desk.ok('orders.draft', ticket)
    await idle(desk, seconds)
    const seen = untilOrder(desk)
    const order = await desk.ok('orders.submit', { intentId, ...TERMS })
    expect({ seconds, ...seen }).toEqual({ seconds, asked: [], connections: 0 })
    expect((await desk.settle(order)).status).toBe('filled')
  }
})

test.each(DOCUMENTED)('$venue: one click, draft and order, asks for nothing either', async (fake) => {
  const { desk, ticket } = await atTicket(fake)
  await desk.ok('accounts.allowOneClick', { accountId: desk.accountId, maxValue: '100', deviation: '0.01' })
  await idle(desk, 65)
  const seen = untilOrder(desk)
  const { intentId } = await desk.ok('orders.draft', ticket)
  const order = await desk.ok('orders.oneClick', { intentId, size: { unit: 'quote', value: '20' }, seen: '2' })
  expect(seen).toEqual({ asked: [], connections: 0 })
  expect((await desk.settle(order)).status).toBe('filled')
})

test.each(DOCUMENTED)('$venue: connections that were closed a moment before the click carry no order', async (fake) => {
  const { desk, click } = await atTicket(fake)
  const before = desk.venue.connections()
  // The order follows at once: that they are closed is still on its way.
  desk.venue.closeIdle()
  const order = await click()
  if (typeof order === 'string') throw new Error(order)
  expect(order.attempts).toMatchObject([{ outcome: 'accepted' }])
  expect(desk.venue.connections()).toBeGreaterThan(before)
  await desk.settle(order)
  expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
})

test.each(DOCUMENTED)(
  '$venue: an order on a kept connection that dies under it is in doubt, and sent once',
  async (fake) => {
    for (const when of ['before', 'after'] as const) {
      const { desk, click } = await atTicket(fake)
      const begun = desk.venue.connections()
      desk.venue.faults.push({ kind: 'drop', when })
      let begunAtArrival = -1
      desk.venue.arrived = () => {
        begunAtArrival = desk.venue.connections() - begun
        // Whatever is asked of its fate is not what is tried here.
        desk.venue.closed = { status: 503, body: {} }
      }
      const order = await click()
      if (typeof order === 'string') throw new Error(order)
      expect(order).toMatchObject({ status: 'unknown', attempts: [{ outcome: 'unknown', sent: 'whole' }] })
      expect([desk.venue.sent.length, desk.venue.placed.length]).toEqual([1, when === 'after' ? 1 : 0])
      // It went out on a connection that stood.
      expect(begunAtArrival).toBe(0)
    }
  },
)

test('a locked vault asks for nothing', async () => {
  const { desk } = await atTicket(fakeOf('binance'))
  await desk.ok('vault.lock')
  desk.clock.advance(STEP_MS)
  await quiet(desk)
  const asked = desk.venue.asked.length
  desk.clock.advance(STEP_MS)
  await quiet(desk)
  expect(desk.venue.asked.length).toBe(asked)
  // Nor was a question put that the closed vault has refused, which would call the exchange away.
  const { accounts } = await desk.ok('app.status')
  expect(accounts.find(({ accountId }) => accountId === desk.accountId)).toMatchObject({ state: 'reachable' })
})
