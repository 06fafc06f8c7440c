// What a venue refuses in its own words, and keys that it has seen before: a listed word is believed once and shown, any
// other leaves the order to be looked up, and nothing is changed and sent again.

import { expect } from 'vitest'
import type { Order, OrderInput } from '../../../../shared/order.ts'
import { codeAndWords } from '../../../../shared/venues/words.ts'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import { closedWith, isBelieved, refusedWith } from '../../../exchanges/refusal-words.ts'
import type { Refusal } from '../../../exchanges/stand-in.ts'
import { CHECKED, fifty, lostEnd, REPLAYED, RESTING, stored, submitted, TERMS } from '../../../faults/fault-kit.ts'
import { atEach, holdToTheList } from '../../../faults/rows.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'

/** Submits into a refusal in these words. Where they are believed the order ends at once, with one attempt. */
async function refused(fake: Fake, refusal: Refusal, input: Partial<OrderInput> = {}): Promise<[VenueDesk, Order]> {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push(refusedWith(fake.venue, refusal))
  const order = await submitted(desk, input)
  if (isBelieved(fake.venue, refusal)) {
    const [attempt] = order.attempts
    const said = { code: 'EXCHANGE_SAID', params: { words: attempt?.words } }
    expect(order).toMatchObject({ status: 'rejected', reason: said })
    expect(attempt).toMatchObject({
      outcome: 'refused',
      detail: { code: 'EXCHANGE_REFUSED' },
      words: expect.stringMatching(/./),
    })
    const told = attempt?.detail
    expect(told?.code === 'EXCHANGE_REFUSED' && codeAndWords(told.params.code, told.params.words)).toBe(attempt?.words)
    const settled = await desk.settle(order, 3)
    expect([settled.status, settled.amount, desk.venue.sent.length]).toEqual(['rejected', order.amount, 1])
    return [desk, settled]
  }
  expect(order.status).toBe('unknown')
  const settled = await desk.settle(order)
  expect([settled.status, desk.venue.sent.length]).toEqual([lostEnd(fake), 1])
  return [desk, settled]
}

atEach('12 the key is not taken, in the venue’s own words: the account stops', async (fake) => {
  const [desk, order] = await refused(fake, 'key')
  const { halted } = await desk.ok('app.status')
  if (order.status !== 'rejected') return expect(halted.accounts).toEqual([])
  expect(halted).toEqual({ all: false, accounts: [desk.accountId] })
  expect(await desk.submit()).toBe('HALTED')
  for (let at = 0; at < 5; at += 1) {
    await desk.ok('orders.reconcile')
    desk.clock.advance(30_000)
  }
  expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 0])
  await desk.ok('orders.resume', { accountId: desk.accountId })
  expect(await desk.submit()).toMatchObject({ side: 'buy' })
})

atEach(
  '13 the key is revoked while an order is unknown: nothing is concluded, and the reason is shown',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const order = await submitted(desk)
    desk.venue.revoked = closedWith(fake.venue, 'key')
    for (let at = 0; at < 25; at += 1) {
      await desk.ok('orders.reconcile')
      desk.clock.advance(10_000)
      const now = await stored(desk, order)
      expect(['unknown', 'stuck']).toContain(now.status)
      expect(['ANSWER_LOST', 'NOT_TOLD']).toContain(now.reason?.code)
    }
    desk.venue.revoked = null
    const settled = await desk.settle(await stored(desk, order))
    await desk.ok('orders.reconcile')
    expect((await stored(desk, settled)).status).toBe('filled')
  },
)

atEach('13 a vault that is locked for an hour concludes nothing', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk)
  const { intentId } = order
  await desk.ok('vault.lock')
  for (let at = 0; at < 40; at += 1) {
    await desk.ok('orders.reconcile')
    desk.clock.advance(90_000)
  }
  expect((await stored(desk, order)).status).toBe('unknown')
  const again = { intentId, ...fifty(desk) }
  expect(await desk.code('orders.submit', again)).toMatch(/^ok/)
  await desk.ok('vault.unlock')
  expect((await desk.settle(order)).status).toBe('filled')
  expect(desk.engine.orders).toHaveLength(1)
})

atEach(
  '20 a repeat is answered with an older order of other terms',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'before' })
    const order = await submitted(desk, RESTING)
    desk.engine.place({ ...TERMS, price: 1.4, key: order.venueClientId })
    expect(await desk.settle(order)).toMatchObject({
      status: 'conflict',
      reason: { code: 'OTHER_TERMS', params: { fields: expect.arrayContaining(['price']) } },
    })
    expect(await desk.submit({ size: { unit: 'quote', value: '51' } })).toMatch(/UNKNOWN_ORDER_FIRST|KEY_REUSED/)
  },
  REPLAYED,
)

for (const [field, other] of [
  ['price', { price: 1.4 }],
  ['amount', { amount: 21 }],
  ['side', { side: 'sell' }],
] as const) {
  atEach(`21 the key is taken already, by an order with another ${field}`, async (fake) => {
    const desk = await startVenueDesk(fake)
    const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
    const placed = desk.engine.place({ ...TERMS, key: fake.record.toClientOrderId(intentId) })
    if (placed.kind === 'placed') Object.assign(placed.order, other)
    const order = await desk.ok('orders.submit', { intentId, ...RESTING })
    expect((await desk.settle(order)).status).toBe('conflict')
    expect(desk.venue.sent).toHaveLength(1)
  })
}

atEach(
  '21 the key is taken already, by the same order',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
    desk.engine.place({ ...TERMS, key: fake.record.toClientOrderId(intentId) })
    const order = await desk.ok('orders.submit', { intentId, ...RESTING })
    await desk.ok('orders.reconcile')
    expect((await stored(desk, order)).status).toBe('open')
    expect([desk.engine.orders.length, desk.venue.sent.length]).toEqual([1, 1])
  },
  CHECKED,
)

atEach('45 the market’s rules changed between the check and the sending', async (fake) => {
  const [desk, order] = await refused(fake, 'step', RESTING)
  // What was confirmed is what was sent, once; another amount is another ticket's.
  expect(order).toMatchObject({ amount: '20', price: '1.5', filled: '0' })
  expect(desk.engine.orders.length).toBe(fake.record.resend === 'replay' && order.status === 'filled' ? 1 : 0)
})

atEach('46 too little money', async (fake) => {
  const desk = await startVenueDesk(fake)
  await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  await desk.ok('portfolio.get', { environment: 'test' })
  desk.engine.balances.set('USDT', 1)
  const order = await submitted(desk)
  // No word of the last venue is known to mean a refusal.
  if (fake.record.refusals.length === 0) return expect((await desk.settle(order)).status).toBe('stuck')
  expect(order).toMatchObject({ status: 'rejected', attempts: [{ outcome: 'refused' }] })
})

const POST_ONLY = { ...RESTING, price: '2.1', timeInForce: 'post-only' } as const
/** Elsewhere the desk itself refuses what is not known to exist there. */
const TAKES_POST_ONLY = FAKES.filter(({ record }) => record.timesInForce.includes('post-only'))

atEach(
  '46 a post-only order would have traded, and is refused',
  async (fake) => {
    const [desk] = await refused(fake, 'would-cross', POST_ONLY)
    expect(desk.engine.trades).toEqual([])
  },
  TAKES_POST_ONLY,
)

atEach(
  '46 a post-only order would have traded, is taken and cancelled by the venue',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    const settled = await desk.settle(await submitted(desk, POST_ONLY))
    expect(settled).toMatchObject({ status: 'canceled', filled: '0', timeInForce: 'post-only' })
    expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
  },
  TAKES_POST_ONLY,
)

atEach('46 the market is halted', async (fake) => {
  await refused(fake, 'halted')
})

holdToTheList()
