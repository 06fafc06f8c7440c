// Cancels that get lost, overtake their order or come too late, and orders that fill in part.

import { expect, test } from 'vitest'
import { adapterOf } from '../../../../electron/exchanges/registry.ts'
import { asText, describeReason } from '../../../../shared/reasons/reason.ts'
import { FAKES } from '../../../exchanges/all.ts'
import { isCancelAmong, lost, REPLAYED, RESTING, resting, stored, submitted } from '../../../faults/fault-kit.ts'
import { atEach, holdToTheList } from '../../../faults/rows.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'

atEach('41 filled in part, then cancelled, with the answer lost', async (fake) => {
  const desk = await startVenueDesk(fake, { fills: 0.4 })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  expect(await desk.settle(await submitted(desk))).toMatchObject({ status: 'canceled', filled: '10' })
})

atEach('41 filled in part with the answer lost, and the rest waits', async (fake) => {
  const desk = await startVenueDesk(fake, { fills: 0.4 })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk, { type: 'limit', price: '2.1', size: { unit: 'base', value: '25' } })
  expect(order.status).toBe('unknown')
  await desk.ok('orders.reconcile')
  desk.clock.advance(2_900)
  expect(await stored(desk, order)).toMatchObject({ status: 'partially-filled', filled: '10' })
  await desk.ok('orders.cancel', { intentId: order.intentId })
  expect(await desk.settle(order)).toMatchObject({ status: 'canceled', filled: '10' })
})

for (const when of ['before', 'after'] as const) {
  atEach(`42 the answer to a cancel is lost, ${when} it was carried out`, async (fake) => {
    const desk = await startVenueDesk(fake)
    const order = await resting(desk)
    desk.venue.cancelFaults.push({ kind: 'drop', when })
    await desk.ok('orders.cancel', { intentId: order.intentId })
    expect(await desk.settle(order)).toMatchObject({ status: 'canceled', filled: '0' })
    expect(desk.engine.orders).toMatchObject([{ status: 'canceled' }])
  })
}

/** How each exchange says that a key may not cancel, after its documents. */
const MAY_NOT: Readonly<Record<string, [status: number, body: object, words: string]>> = {
  binance: [401, { code: -2015, msg: 'Invalid API-key, IP, or permissions for action.' }, 'permissions for action'],
  kraken: [200, { error: ['EGeneral:Permission denied'] }, 'Permission denied'],
  coinbase: [
    200,
    { results: [{ success: false, failure_reason: 'COMMANDER_REJECTED_CANCEL_ORDER', order_id: '1' }] },
    'COMMANDER_REJECTED_CANCEL_ORDER',
  ],
  bybit: [200, { retCode: 10005, retMsg: 'Permission denied, please check your API key.', result: {} }, '10005'],
  okx: [200, { code: '1', msg: '', data: [{ sCode: '51405', sMsg: 'Cancellation failed.', ordId: '' }] }, '51405'],
}

const NONE = asText('')

test.each(FAKES.filter(({ venue }) => venue in MAY_NOT))(
  '$venue: why an order could not be canceled is told, until it is',
  async (fake) => {
    const [status, body, words] = MAY_NOT[fake.venue] as [number, object, string]
    const desk = await startVenueDesk(fake)
    const order = await resting(desk)
    desk.venue.cancelFaults.push({ kind: 'reply', when: 'before', status, body: JSON.stringify(body) })
    const refused = await desk.ok('orders.cancel', { intentId: order.intentId })
    expect(refused).toMatchObject({ status: 'open', cancelRequested: true, reason: { code: 'CANCEL_ANSWERED' } })
    expect(describeReason(refused.reason ?? NONE)).toContain(words)
    const canceled = await desk.settle(order)
    expect(canceled.status).toBe('canceled')
    expect(describeReason(canceled.reason ?? NONE)).not.toContain(words)
  },
)

atEach(
  '42 a cancel overtakes its order',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'late', when: 'before' })
    const order = await lost(desk, RESTING)
    const asked = desk.venue.asked.length
    await desk.ok('orders.cancel', { intentId: order.intentId })
    // Where no cancel by our key is sent, none goes before the exchange's own id is known.
    expect(isCancelAmong(desk.venue.asked.slice(asked))).toBe(adapterOf(fake.venue).cancelBy !== null)
    desk.venue.deliver()
    const settled = await desk.settle(order)
    expect(settled.filled).toBe('0')
    // At Kraken the look-ups have used up higher numbers, so that the order is refused when it arrives.
    const isRefused = desk.engine.orders.length === 0
    expect(settled.status).toBe(isRefused ? 'not-placed' : 'canceled')
    expect(desk.engine.orders.every(({ status }) => status === 'canceled')).toBe(true)
  },
  FAKES.filter((fake) => !REPLAYED.includes(fake)),
)

atEach(
  '42 a cancel is asked for before its order is known there: the order is not sent again, and cancelled if it shows',
  async (fake) => {
    for (const when of ['before', 'after'] as const) {
      const desk = await startVenueDesk(fake, { lag: { id: 9_000, open: 9_000, history: 9_000, trades: 9_000 } })
      desk.venue.faults.push({ kind: 'drop', when })
      const order = await submitted(desk, RESTING)
      await desk.ok('orders.cancel', { intentId: order.intentId })
      expect((await desk.settle(order)).status).toBe(when === 'before' ? 'stuck' : 'canceled')
      expect(desk.venue.sent).toHaveLength(1)
      expect(desk.engine.orders.map(({ status }) => status)).toEqual(when === 'before' ? [] : ['canceled'])
    }
  },
  REPLAYED,
)

atEach('42 the venue does not know the order that is to be cancelled, and then it stands there', async (fake) => {
  const desk = await startVenueDesk(fake, { lag: { id: 4_000, open: 4_000, history: 4_000, trades: 0 } })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk, RESTING)
  await desk.ok('orders.cancel', { intentId: order.intentId })
  expect(await desk.settle(order)).toMatchObject({ status: 'canceled', filled: '0' })
  expect(desk.engine.orders).toMatchObject([{ status: 'canceled' }])
})

atEach('41 and 42 it fills while it is being canceled', async (fake) => {
  const desk = await startVenueDesk(fake)
  const order = await resting(desk)
  const [placed] = desk.engine.orders
  if (placed !== undefined) desk.engine.fill(placed, 20)
  await desk.ok('orders.cancel', { intentId: order.intentId })
  expect(await desk.settle(order)).toMatchObject({ status: 'filled', filled: '20' })
})

atEach('41 a part fills while the cancel is on its way', async (fake) => {
  const desk = await startVenueDesk(fake)
  const order = await resting(desk)
  const [placed] = desk.engine.orders
  if (placed !== undefined) desk.engine.fill(placed, 8)
  desk.venue.cancelFaults.push({ kind: 'drop', when: 'after' })
  await desk.ok('orders.cancel', { intentId: order.intentId })
  expect(await desk.settle(order)).toMatchObject({ status: 'canceled', filled: '8' })
})

holdToTheList()
