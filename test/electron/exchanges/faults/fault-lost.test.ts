// Requests that never arrive, arrive late or arrive twice, answers that are lost, and look-ups that lag, forget, fail and
// repeat themselves.

import { expect } from 'vitest'
import type { Order } from '../../../../shared/order.ts'
import { FAKES } from '../../../exchanges/all.ts'
import { CHECKED, lost, lostEnd, REPLAYED, RESTING, stored, submitted } from '../../../faults/fault-kit.ts'
import { atEach, holdToTheList } from '../../../faults/rows.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'

atEach('1 black hole', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'hang', when: 'before' })
  expect((await desk.settle(await lost(desk))).status).toBe(lostEnd(fake))
})

atEach('1 a black hole ends as this exchange allows it to be known', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'hang', when: 'before' })
  expect((await desk.settle(await lost(desk, RESTING))).status.replace('open', 'filled')).toBe(lostEnd(fake, true))
})

atEach('2 nobody listens', async (fake) => {
  const desk = await startVenueDesk(fake)
  await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  await desk.ok('portfolio.get', { environment: 'test' })
  await desk.venue.close()
  const order = await submitted(desk)
  expect(order).toMatchObject({ status: 'not-sent', attempts: [{ outcome: 'not-sent' }] })
  expect(desk.venue.sent).toEqual([])
})

atEach('4 the answer to an order that filled at once is lost, and its key is free again', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const settled = await desk.settle(await submitted(desk))
  expect([settled.status, desk.venue.sent.length]).toEqual(['filled', 1])
})

atEach('5 something between repeats the request, which fills at once', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'twice', when: 'after' })
  const order = await submitted(desk)
  await desk.ok('orders.reconcile')
  desk.clock.advance(2_900)
  const settled = await desk.settle(order)
  const { length } = desk.engine.orders
  expect(desk.venue.sent).toHaveLength(1)
  if (length === 1) return
  // Two there, from one request of ours: the trader is told, and the market is closed to further orders.
  expect(settled).toMatchObject({
    status: 'conflict',
    reason: { code: 'TWO_ORDERS_OF_KEY', params: { ids: { length: 2 } } },
  })
  expect(await desk.submit({ size: { unit: 'quote', value: '51' } })).toMatch(/UNKNOWN_ORDER_FIRST|KEY_REUSED/)
})

atEach(
  '5 the same with an order that waits',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'twice', when: 'after' })
    const order = await submitted(desk, RESTING)
    await desk.ok('orders.reconcile')
    expect(await stored(desk, order)).toMatchObject({ status: 'open', filled: '0' })
    expect(desk.engine.orders).toHaveLength(1)
  },
  CHECKED,
)

atEach('6 it arrives later than its answer was waited for, within the limit of the venue', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'late', when: 'before' })
  const order = await lost(desk)
  desk.venue.deliver()
  expect((await desk.settle(order)).status).toBe('filled')
})

atEach('7 it arrives beyond that limit', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'late', when: 'before' })
  const order = await lost(desk)
  desk.clock.advance(2_000)
  desk.venue.deliver()
  // Where nothing limits how late it may come, it is placed and found.
  expect((await desk.settle(order)).status).toBe(fake.record.validity === null ? 'filled' : lostEnd(fake))
})

atEach(
  '8 an order that comes late to a venue that refuses nothing late',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'late', when: 'before' })
    const stuck = await desk.settle(await lost(desk))
    expect(stuck.status).toBe('stuck')
    desk.clock.advance(3_600_000)
    desk.venue.deliver()
    await desk.ok('orders.reconcile')
    expect(await stored(desk, stuck)).toMatchObject({ status: 'filled', filled: '25' })
  },
  FAKES.filter(({ record }) => record.validity === null && record.resend === 'never'),
)

atEach('36 by id after 10 s, open orders after 3 s, history after 12 s', async (fake) => {
  const lag = { id: 10_000, open: 3_000, history: 12_000, trades: 12_000 }
  const desk = await startVenueDesk(fake, { lag })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  expect((await desk.settle(await submitted(desk))).status).toBe('filled')
})

for (const [name, input] of [
  ['filled at once', {}],
  ['that waits', RESTING],
] as const) {
  atEach(
    `36 an order ${name}: by id after 10 s, open orders and trades after 3 s, history after 30 s`,
    async (fake) => {
      const desk = await startVenueDesk(fake, { lag: { id: 10_000, open: 3_000, history: 30_000, trades: 3_000 } })
      desk.venue.faults.push({ kind: 'drop', when: 'after' })
      const order = await submitted(desk, input)
      for (let at = 0; at < 15; at += 1) {
        await desk.ok('orders.reconcile')
        desk.clock.advance(2_900)
        expect((await stored(desk, order)).status).not.toBe('not-placed')
      }
      expect((await stored(desk, order)).status).toBe(name === 'that waits' ? 'open' : 'filled')
    },
  )
}

atEach('37 closed orders are forgotten at once, and only the trades tell', async (fake) => {
  const desk = await startVenueDesk(fake, { forgetsClosedMs: -1 })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const settled = await desk.settle(await submitted(desk))
  // A trade that nobody accounts for keeps it from ever being called not placed.
  if (REPLAYED.includes(fake)) expect(settled.status).not.toBe('not-placed')
  else expect(settled.status).toBe('stuck')
  expect(desk.engine.orders).toHaveLength(1)
})

const FORGOTTEN: Order['status'][] = ['not-placed', 'stuck', 'canceled']

atEach('37 an order that ended without a trade is forgotten at once', async (fake) => {
  const desk = await startVenueDesk(fake, { fills: 0, forgetsUnfilledMs: -1 })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const settled = await desk.settle(await submitted(desk))
  expect(settled.filled).toBe('0')
  // A repeat is answered with the id of an order that no list has any more: nothing says that it is closed.
  expect([...FORGOTTEN, ...(REPLAYED.includes(fake) ? ['open'] : [])]).toContain(settled.status)
  expect(desk.engine.orders.every(({ filled }) => filled === 0)).toBe(true)
})

for (const status of [429, 418, 500, 401]) {
  atEach(`38 every look-up is answered with ${status} for minutes`, async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const order = await submitted(desk)
    desk.venue.closed = { status, body: { code: -1003, msg: 'Too many requests.' } }
    for (let at = 0; at < 30; at += 1) {
      await desk.ok('orders.reconcile')
      desk.clock.advance(10_000)
      expect(['unknown', 'stuck', 'submitting']).toContain((await stored(desk, order)).status)
    }
    desk.venue.closed = null
    const settled = await desk.settle(order)
    await desk.ok('orders.reconcile')
    expect((await stored(desk, settled)).status).toBe('filled')
    expect(desk.engine.orders).toHaveLength(1)
  })
}

atEach('40 each trade is listed twice, the newest first', async (fake) => {
  const desk = await startVenueDesk(fake, { repeatsTrades: true })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  expect(await desk.settle(await submitted(desk))).toMatchObject({ status: 'filled', filled: '25' })
})

holdToTheList()
