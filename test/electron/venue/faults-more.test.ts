// The rest of what can go wrong at an exchange: copies of a request, answers about other orders, keys that were used before,
// look-ups that forget, fail and repeat themselves, cancels that get lost, and the app's end in the middle of it.

import { afterAll, expect, test } from 'vitest'
import type { Order } from '../../../shared/order.ts'
import { FAKES, type Fake } from '../../venues/all.ts'
import { checkTruth, lost, lostEnd, submitted } from '../../venues/fault-kit.ts'
import { startVenueDesk, type VenueDesk } from '../../venues/venue-desk.ts'

const runs = new Map<string, number>()
afterAll(() => process.stdout.write(`more faults at exchanges: ${JSON.stringify(Object.fromEntries(runs))}\n`))

function atEach(name: string, row: (fake: Fake) => Promise<void>, fakes = FAKES): void {
  test.each(fakes)(`${name}: $venue`, async (fake) => {
    await row(fake)
    for (const what of [fake.venue, fake.record.keyRule]) runs.set(what, (runs.get(what) ?? 0) + 1)
  })
}

const RESTING = { type: 'limit', price: '1.5', size: { unit: 'base', value: '20' } } as const
const TERMS = { market: 'PEAQ/USDT', side: 'buy', type: 'limit', timeInForce: 'gtc', amount: 20, price: 1.5 } as const
/** Where the venue looks for the key among orders that are no longer open, or at all. */
const REPLAYED = FAKES.filter(({ record }) => record.keyRule === 'replayed')
const CHECKED = FAKES.filter(({ record }) => record.keyRule !== 'unchecked')

const stored = (desk: VenueDesk, { intentId }: Order) => desk.ok('orders.get', { intentId })

async function resting(desk: VenueDesk): Promise<Order> {
  const order = await submitted(desk, RESTING)
  await desk.ok('orders.reconcile')
  expect((await stored(desk, order)).status).toBe('open')
  return order
}

atEach('4 the answer to an order that filled at once is lost, and its key is free again', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const settled = await desk.settle(await submitted(desk))
  expect([settled.status, desk.venue.sent.length]).toEqual(['filled', 1])
  checkTruth(desk, settled)
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
  if (length === 1) return checkTruth(desk, settled)
  // Two there, from one request of ours: the trader is told, and the market is closed to further orders.
  expect(settled).toMatchObject({ status: 'conflict', reason: expect.stringContaining('2 orders') })
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

atEach(
  '14 an answer of many megabytes',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({
      kind: 'reply',
      when: 'after',
      status: 200,
      body: `{"x":"${'y'.repeat(70 * 1024 * 1024)}"}`,
    })
    const order = await submitted(desk)
    expect(order.status).toBe('unknown')
    const settled = await desk.settle(order)
    expect(settled.status).toBe('filled')
    checkTruth(desk, settled)
  },
  FAKES.slice(0, 1),
)

atEach('17 an answer that comes a byte at a time', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drip', when: 'after' })
  const order = await lost(desk)
  expect(order.status).toBe('unknown')
  const settled = await desk.settle(order)
  expect(settled.status).toBe('filled')
  checkTruth(desk, settled)
})

atEach('19 an acknowledgement of another order', async (fake) => {
  const desk = await startVenueDesk(fake)
  const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  desk.venue.faults.push({ kind: 'another', when: 'after', key: fake.record.spellKey(intentId) })
  const size = { unit: 'quote', value: '50' } as const
  const order = await desk.ok('orders.submit', { intentId, type: 'market', size })
  // Where the answer repeats the key it is not believed; the look-ups tell what is true.
  expect(['unknown', 'open', 'filled']).toContain(order.status)
  const settled = await desk.settle(order)
  expect([settled.status, desk.venue.sent.length]).toEqual(['filled', 1])
  checkTruth(desk, settled)
})

atEach('21 the key is taken already, by an order with other terms', async (fake) => {
  const desk = await startVenueDesk(fake)
  const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  desk.engine.place({ ...TERMS, price: 1.4, key: fake.record.spellKey(intentId) })
  const order = await desk.ok('orders.submit', { intentId, ...RESTING })
  expect((await desk.settle(order)).status).toBe('conflict')
  expect(desk.venue.sent).toHaveLength(1)
})

atEach(
  '21 the key is taken already, by the same order',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
    desk.engine.place({ ...TERMS, key: fake.record.spellKey(intentId) })
    const order = await desk.ok('orders.submit', { intentId, ...RESTING })
    await desk.ok('orders.reconcile')
    expect((await stored(desk, order)).status).toBe('open')
    expect([desk.engine.orders.length, desk.venue.sent.length]).toEqual([1, 1])
  },
  CHECKED,
)

atEach('37 closed orders are forgotten at once, and only the trades tell', async (fake) => {
  const desk = await startVenueDesk(fake, { forgetsClosedMs: -1 })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const settled = await desk.settle(await submitted(desk))
  // A trade that nobody accounts for keeps it from ever being called not placed.
  if (REPLAYED.includes(fake)) expect(settled.status).not.toBe('not-placed')
  else expect(settled.status).toBe('stuck')
  expect(desk.engine.orders).toHaveLength(1)
})

atEach('37 an order that ended without a trade is forgotten at once', async (fake) => {
  const desk = await startVenueDesk(fake, { fills: 0, forgetsUnfilledMs: -1 })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const settled = await desk.settle(await submitted(desk))
  expect(settled.filled).toBe('0')
  // A repeat is answered with the id of an order that no list has any more: nothing says that it is closed.
  expect(['not-placed', 'stuck', 'canceled', ...(REPLAYED.includes(fake) ? ['open'] : [])]).toContain(settled.status)
  expect(desk.engine.orders.every(({ filled }) => filled === 0)).toBe(true)
})

for (const status of [429, 418, 500, 401]) {
  atEach(`38 every look-up is answered with ${status} for minutes`, async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const order = await submitted(desk)
    desk.venue.closed = { status, body: '{"code":-1003,"msg":"Too many requests."}' }
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
  const settled = await desk.settle(await submitted(desk))
  expect(settled).toMatchObject({ status: 'filled', filled: '25' })
  checkTruth(desk, settled)
})

for (const when of ['before', 'after'] as const) {
  atEach(`42 the answer to a cancel is lost, ${when} it was carried out`, async (fake) => {
    const desk = await startVenueDesk(fake)
    const order = await resting(desk)
    desk.venue.cancelFaults.push({ kind: 'drop', when })
    await desk.ok('orders.cancel', { intentId: order.intentId })
    const settled = await desk.settle(order)
    expect(settled).toMatchObject({ status: 'canceled', filled: '0' })
    expect(desk.engine.orders).toMatchObject([{ status: 'canceled' }])
  })
}

atEach(
  '42 a cancel overtakes its order',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'late', when: 'before' })
    const order = await lost(desk, RESTING)
    await desk.ok('orders.cancel', { intentId: order.intentId })
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

atEach('42 it fills while it is being canceled', async (fake) => {
  const desk = await startVenueDesk(fake)
  const order = await resting(desk)
  const [placed] = desk.engine.orders
  if (placed !== undefined) desk.engine.fill(placed, 20)
  await desk.ok('orders.cancel', { intentId: order.intentId })
  expect(await desk.settle(order)).toMatchObject({ status: 'filled', filled: '20' })
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
  checkTruth(desk, settled)
})

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
  const settled = await desk.settle(order)
  expect(settled.status).toBe('filled')
  checkTruth(desk, settled)
})

atEach('28 this machine’s clock jumps an hour ahead in the middle of a look-up', async (fake) => {
  const desk = await startVenueDesk(fake)
  const order = await resting(desk)
  const asking = desk.venue.asking()
  const looked = desk.backend.call('orders.reconcile', {})
  await asking
  desk.skew.ms -= 3_600_000
  desk.clock.advance(3_600_000)
  await looked
  const [placed] = desk.engine.orders
  if (placed !== undefined) desk.engine.fill(placed, 20)
  // To the vault the jump is an hour without use.
  await desk.settle(order, 1)
  await desk.ok('vault.unlock')
  await desk.settle(order)
  expect(await stored(desk, order)).toMatchObject({ status: 'filled', filled: '20' })
})

atEach('1 a black hole ends as this exchange allows it to be known', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'hang', when: 'before' })
  expect((await desk.settle(await lost(desk, RESTING))).status.replace('open', 'filled')).toBe(lostEnd(fake))
})
