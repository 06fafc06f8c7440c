// Lives that end while an order is on its way: dead at each point, twice in a row, closed, and hung while another one starts.

import { expect } from 'vitest'
import type { TracePoint } from '../../../../electron/ports/system.ts'
import type { Order } from '../../../../shared/order.ts'
import type { Fake } from '../../../exchanges/all.ts'
import { keyOf } from '../../../exchanges/server.ts'
import { breakAt, deadProfile, secondInstance } from '../../../faults/break-at.ts'
import { isCancelAmong, lostEnd, REPLAYED, RESTING, resting, stored, submitted } from '../../../faults/fault-kit.ts'
import { atEach, holdToTheList } from '../../../faults/rows.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'

async function live(desk: VenueDesk, dataDir: string): Promise<void> {
  await desk.restart({ dataDir })
  await desk.ok('vault.unlock')
}

/** What the next life says of the order at last; `null` where it never heard of it. */
async function nextLife(desk: VenueDesk, dataDir: string): Promise<Order | null> {
  await live(desk, dataDir)
  const [order] = await desk.ok('orders.list')
  if (order === undefined) return null
  // What the dead process left open is closed by the start, not merely worked around.
  expect(order.attempts.map(({ outcome }) => outcome)).not.toContain(null)
  await desk.ok('orders.reconcile')
  return desk.settle(await stored(desk, order))
}

interface Death {
  name: string
  point: TracePoint
  goesOn: boolean
  /** What becomes of the request where it left; `null` where the venue answers as always. */
  fault: 'before' | 'after' | null
  ends: (fake: Fake) => Order['status'] | null
}

/** An order that went out and was lost is proven dead; at a venue that answers a repeat it is sent again. */
const DEATHS: Death[] = [
  { name: 'K0', point: 'submit-received', goesOn: false, fault: null, ends: () => null },
  { name: 'K1', point: 'intent-recorded', goesOn: false, fault: null, ends: () => 'abandoned' },
  { name: 'K2', point: 'attempt-writing', goesOn: false, fault: null, ends: () => 'abandoned' },
  { name: 'K3', point: 'attempt-recorded', goesOn: false, fault: null, ends: lostEnd },
  { name: 'K4', point: 'attempt-recorded', goesOn: true, fault: 'before', ends: lostEnd },
  { name: 'K5', point: 'attempt-recorded', goesOn: true, fault: 'after', ends: () => 'filled' },
  { name: 'K6', point: 'answer-received', goesOn: true, fault: null, ends: () => 'filled' },
  { name: 'K7', point: 'outcome-writing', goesOn: true, fault: null, ends: () => 'filled' },
  { name: 'K8', point: 'outcome-recorded', goesOn: true, fault: null, ends: () => 'filled' },
]

for (const { name, point, goesOn, fault, ends } of DEATHS) {
  atEach(
    `22 ${name} the process dies at ${point}${fault === null ? '' : `, the request is lost ${fault}`}`,
    async (fake) => {
      const desk = await startVenueDesk(fake)
      const profile = { dataDir: desk.dataDir }
      if (fault !== null) desk.venue.faults.push({ kind: 'drop', when: fault })
      const crashed = breakAt(desk, { end: 'crash', point, goesOn }, profile)
      await desk.submit()
      desk.at.trace = () => {}
      expect(crashed()).toBe(true)
      for (const { key } of desk.engine.orders) desk.witness.lost.add(key)
      const before = desk.venue.sent.length
      const order = await nextLife(desk, profile.dataDir)
      expect(order?.status ?? null).toBe(ends(fake))
      // The next life sends nothing but a repeat where that asks for the first one.
      const repeats = fake.record.resend === 'replay' ? 1 : 0
      expect(desk.venue.sent.length - before).toBeLessThanOrEqual(repeats)
    },
  )
}

atEach('22 and 23 K5 it dies with an order that rests, and again while it looks for it', async (fake) => {
  const desk = await startVenueDesk(fake)
  const profile = { dataDir: desk.dataDir }
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  breakAt(desk, { end: 'crash', point: 'attempt-recorded', goesOn: true }, profile)
  await desk.submit(RESTING)
  desk.at.trace = () => {}
  await live(desk, profile.dataDir)
  const looked = desk.backend.call('orders.reconcile', {})
  await desk.venue.asking()
  const dead = deadProfile(desk.witness.dataDir())
  await looked
  expect(await nextLife(desk, dead)).toMatchObject({ status: 'open', filled: '0' })
  expect(desk.venue.sent).toHaveLength(1)
})

atEach('22 K9 it dies after the venue has filled the order and before it wrote that down', async (fake) => {
  const desk = await startVenueDesk(fake)
  const order = await resting(desk)
  const dead = deadProfile(desk.dataDir)
  const [placed] = desk.engine.orders
  if (placed !== undefined) desk.engine.fill(placed, 20)
  await desk.ok('orders.reconcile')
  expect((await stored(desk, order)).status).toBe('filled')
  expect(await nextLife(desk, dead)).toMatchObject({ status: 'filled', filled: '20' })
})

atEach(
  '22 K10 and K11 it dies before and after a repeat was sent',
  async (fake) => {
    for (const goesOn of [false, true]) {
      const desk = await startVenueDesk(fake)
      desk.venue.faults.push({ kind: 'drop', when: 'after' })
      const order = await submitted(desk)
      // Nothing is listed yet, so that it is sent again.
      desk.engine.manners.lag.history = 60_000
      const profile = { dataDir: desk.dataDir }
      breakAt(desk, { end: 'crash', point: goesOn ? 'answer-received' : 'attempt-recorded', goesOn }, profile)
      await desk.ok('orders.reconcile')
      desk.at.trace = () => {}
      desk.engine.manners.lag.history = 0
      expect(await nextLife(desk, profile.dataDir)).toMatchObject({ intentId: order.intentId, status: 'filled' })
      expect(desk.engine.orders).toHaveLength(1)
      expect(new Set(desk.venue.sent.map(keyOf))).toEqual(new Set([order.venueClientId]))
    }
  },
  REPLAYED,
)

for (const [name, when] of [
  ['K12 it dies before a cancel has arrived', 'before'],
  ['K13 and K14 it dies after the venue has cancelled and before that was written down', 'after'],
] as const) {
  atEach(`22 ${name}`, async (fake) => {
    const desk = await startVenueDesk(fake)
    const order = await resting(desk)
    desk.venue.cancelFaults.push({ kind: 'hang', when })
    const asked = desk.venue.asked.length
    const cancel = desk.backend.call('orders.cancel', { intentId: order.intentId })
    while (!isCancelAmong(desk.venue.asked.slice(asked))) await desk.venue.asking()
    const dead = deadProfile(desk.dataDir)
    await desk.clock.sleeping(5_000)
    desk.clock.advance(5_000)
    await cancel
    expect(await nextLife(desk, dead)).toMatchObject({ status: 'canceled', filled: '0' })
    expect(desk.engine.orders).toMatchObject([{ status: 'canceled' }])
  })
}

atEach('23 it is closed twice more while it looks for an order', async (fake) => {
  const desk = await startVenueDesk(fake, { lag: { id: 9_000, open: 9_000, history: 9_000, trades: 9_000 } })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk)
  for (let at = 0; at < 2; at += 1) {
    const looked = desk.backend.call('orders.reconcile', {})
    await desk.restart()
    await looked
    await desk.ok('vault.unlock')
  }
  expect((await desk.settle(order)).status).toBe('filled')
})

atEach('23 a restart while it is unknown asks again, and makes no second one', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk)
  await desk.restart()
  await desk.ok('orders.reconcile')
  // Without the key nobody can be asked, and nothing is concluded from that.
  expect(['unknown', 'stuck']).toContain((await stored(desk, order)).status)
  await desk.ok('vault.unlock')
  expect((await desk.settle(order)).status).toBe('filled')
})

atEach('43 the app is closed while the answer is awaited', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'hang', when: 'after' })
  const answer = desk.submit()
  await desk.clock.sleeping(5_000)
  while (desk.venue.sent.length === 0) await desk.venue.asking()
  const restarted = desk.restart()
  desk.clock.advance(5_000)
  await restarted
  await answer
  await desk.ok('vault.unlock')
  const [order] = await desk.ok('orders.list')
  if (order === undefined) throw new Error('the order is not in the ledger')
  const settled = await desk.settle(order)
  expect([settled.status, desk.venue.sent.length]).toEqual(['filled', 1])
})

atEach('34 a second process starts on the profile while the first one hangs', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'hang', when: 'after' })
  const answer = desk.submit()
  await desk.clock.sleeping(5_000)
  while (desk.venue.sent.length === 0) await desk.venue.asking()
  const asked = desk.venue.asked.length
  await secondInstance(desk, desk.dataDir)
  expect(desk.venue.asked.length).toBe(asked)
  desk.clock.advance(5_000)
  await answer
  const [order] = await desk.ok('orders.list')
  if (order === undefined) throw new Error('the order is not in the ledger')
  expect((await desk.settle(order)).status).toBe('filled')
  expect(desk.venue.sent).toHaveLength(1)
})

holdToTheList()
