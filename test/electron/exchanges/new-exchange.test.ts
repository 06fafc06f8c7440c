// An exchange that was written from nothing (test/new-exchange/, after Poloniex's documents) does all that the five do through the
// ordinary backend, though nothing but the registries has heard of it: each of them is given one line more here.

import { expect, test, vi } from 'vitest'
import { recordOf } from '../../../shared/venues/records.ts'
import type { Fake } from '../../exchanges/all.ts'
import { lost, RESTING, resting, stored, submitted } from '../../faults/fault-kit.ts'
import { startVenueDesk } from '../../faults/venue-desk.ts'
import { POLONIEX as STAND_IN } from '../../new-exchange/test/exchanges/poloniex.ts'

vi.mock('../../../shared/venues/fact-sheets.ts', async (original) => {
  const own = await original<typeof import('../../../shared/venues/fact-sheets.ts')>()
  const { POLONIEX_FACTS } = await import('../../new-exchange/shared/venues/facts/poloniex.ts')
  Object.assign(own.FACTS, { poloniex: POLONIEX_FACTS })
  return own
})
vi.mock('../../../shared/venues/records.ts', async (original) => {
  const own = await original<typeof import('../../../shared/venues/records.ts')>()
  const { POLONIEX } = await import('../../new-exchange/shared/venues/poloniex.ts')
  return { recordOf: (venue: string) => (venue === 'poloniex' ? POLONIEX : own.recordOf(venue)) }
})
vi.mock('../../../electron/exchanges/registry.ts', async (original) => {
  const own = await original<typeof import('../../../electron/exchanges/registry.ts')>()
  const { POLONIEX } = await import('../../new-exchange/electron/exchanges/poloniex.ts')
  return { adapterOf: (venue: string) => (venue === 'poloniex' ? POLONIEX : own.adapterOf(venue)) }
})

const { key, dialect } = STAND_IN
const fake = { venue: 'poloniex', key, dialect, record: recordOf('poloniex'), standIn: STAND_IN } satisfies Fake
const CROSSING = { type: 'limit', price: '2', size: { unit: 'base', value: '20' } } as const

test('an order is placed and filled, and its trades are told', async () => {
  const desk = await startVenueDesk(fake)
  const order = await submitted(desk, CROSSING)
  expect(await desk.settle(order)).toMatchObject({ status: 'filled', filled: '20', averagePrice: '2' })
  expect(desk.venue.sent).toHaveLength(1)
})

test('9 an order that was placed, and whose answer was lost, is found under its key', async () => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk, RESTING)
  expect(order.status).toBe('unknown')
  await desk.ok('orders.reconcile')
  expect((await stored(desk, order)).status).toBe('open')
  expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
})

test('an order that never arrived is proven not placed, and never sent again', async () => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'hang', when: 'before' })
  const order = await lost(desk, RESTING)
  expect((await desk.settle(order)).status).toBe('not-placed')
  expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 0])
})

test('a listed code refuses, and one that is in no list leaves the order to the look-ups', async () => {
  const desk = await startVenueDesk(fake)
  const refusal = STAND_IN.refusals.step
  desk.venue.faults.push({ kind: 'reply', when: 'before', status: 400, body: JSON.stringify(refusal.body) })
  expect(await submitted(desk, RESTING)).toMatchObject({ status: 'rejected' })
  desk.venue.faults.push({ kind: 'reply', when: 'after', status: 400, body: '{"code":99999,"message":"Something"}' })
  const doubtful = await submitted(desk, RESTING)
  expect(doubtful.status).toBe('unknown')
  await desk.ok('orders.reconcile')
  expect((await stored(desk, doubtful)).status).toBe('open')
})

test('what comes too late is refused by the exchange itself', async () => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'late', when: 'before' })
  const order = await lost(desk, RESTING)
  desk.clock.advance(10_000)
  desk.venue.deliver()
  expect(desk.engine.orders).toHaveLength(0)
  expect((await desk.settle(order)).status).toBe('not-placed')
})

test('an order is cancelled by its id, and post-only goes out as such', async () => {
  const desk = await startVenueDesk(fake)
  const order = await resting(desk)
  await desk.ok('orders.cancel', { intentId: order.intentId })
  expect((await desk.settle(order)).status).toBe('canceled')
  await submitted(desk, { ...RESTING, timeInForce: 'post-only' })
  expect(desk.venue.sent.at(-1)?.body).toContain('"type":"LIMIT_MAKER"')
})

test('balances, fees and the stage of a market are its own', async () => {
  const desk = await startVenueDesk(fake, { words: { 'MOVE/USDT': { state: 'PAUSE' } } })
  const { accountId } = desk
  const { rules } = await desk.ok('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
  expect(rules).toMatchObject({ takerFee: '0.001', feeSource: 'account', step: '0.1' })
  const { intentId } = await desk.ok('orders.draft', { accountId, coinId: 'movement', side: 'buy' })
  const input = { intentId, type: 'limit', size: { unit: 'base', value: '20' }, price: '1.5' }
  expect(await desk.backend.call('orders.submit', input)).toMatchObject({ ok: false })
})
