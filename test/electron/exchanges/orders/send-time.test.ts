// An order leaves while the trader's look at the price holds, and never after a lock, a restart, a sleep of the machine, a
// halt or a cancel: at each point of its way, at each exchange.

import { expect, test } from 'vitest'
import type { TracePoint } from '../../../../electron/ports/system.ts'
import type { Order } from '../../../../shared/order.ts'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import { breakAt } from '../../../faults/break-at.ts'
import { lost, lostEnd, REPLAYED, RESTING, stored, submitted } from '../../../faults/fault-kit.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'

const HOUR_MS = 3_600_000
/** Points between the button and the first byte. */
const BEFORE: readonly TracePoint[] = ['submit-received', 'intent-recorded', 'attempt-recorded']

type Stop = [name: string, stop: (desk: VenueDesk, intentId: string) => Promise<unknown>]

const STOPS: readonly Stop[] = [
  ['halt of all', (desk) => desk.ok('orders.halt')],
  ['halt of its account', (desk) => desk.ok('orders.halt', { accountId: desk.accountId })],
  ['cancel', (desk, intentId) => desk.ok('orders.cancel', { intentId })],
  ['cancel all', (desk) => desk.ok('orders.cancelAll')],
  ['leaked key', (desk) => desk.ok('accounts.reportLeak', { accountId: desk.accountId })],
  ['lock', (desk) => desk.ok('vault.lock')],
  ['limit of nothing', (desk) => desk.ok('rules.save', strict())],
]

const strict = () => ({
  project: { limit: '0.0001', level: 'block' },
  earlyStage: { limit: '0.0001', level: 'block', basis: 'together' },
})

/** Does something when an order comes to this point, and answers what came of it. */
function when(desk: VenueDesk, point: TracePoint, act: (intentId: string) => Promise<unknown>): Promise<unknown> {
  const done = Promise.withResolvers<unknown>()
  desk.at.trace = (reached, intentId) => {
    if (reached !== point) return
    desk.at.trace = () => {}
    act(intentId).then(done.resolve, done.reject)
  }
  return done.promise
}

for (const [name, stop] of STOPS) {
  test.each(FAKES)(`$venue: a ${name} before the first byte, at each point, and it never leaves [H3]`, async (fake) => {
    for (const point of BEFORE) {
      const desk = await startVenueDesk(fake)
      const stopped = when(desk, point, (intentId) => stop(desk, intentId))
      const answer = await desk.submit(RESTING)
      await stopped.catch((error: unknown) => {
        // A cancel of what was refused finds nothing; all the others are answered.
        if (name !== 'cancel') throw error
      })
      expect([point, desk.venue.sent.length, desk.engine.orders.length]).toEqual([point, 0, 0])
      if (typeof answer !== 'string') expect([point, answer.status]).toEqual([point, 'not-sent'])
      expect(desk.witness.unwritten).toEqual([])
    }
  })
}

test('practice: the same, in the process that sends to the practice exchange [H3]', async () => {
  const { startDesk } = await import('../../../support/start-backend.ts')
  for (const [name, stop] of STOPS.slice(0, 4)) {
    for (const point of BEFORE) {
      const at = { trace: (_point: TracePoint, _intentId: string) => {} }
      const desk = await startDesk([], { trace: (reached, intentId) => at.trace(reached, intentId) })
      await desk.ok('portfolio.get', { environment: 'practice' })
      const asVenue = Object.assign(desk, { at, accountId: 'practice' }) as unknown as VenueDesk
      const stopped = when(asVenue, point, (intentId) => stop(asVenue, intentId))
      const { intentId } = await desk.ok('orders.draft', { accountId: 'practice', coinId: 'peaq', side: 'buy' })
      await desk.backend.call('orders.submit', { intentId, type: 'market', size: { unit: 'quote', value: '50' } })
      await stopped
      expect([name, point, desk.placed()]).toEqual([name, point, 0])
    }
  }
})

test.each(FAKES)('$venue: a clock that jumps or a machine that sleeps on the way [H2]', async (fake) => {
  for (const ms of [-HOUR_MS * 24, -HOUR_MS, -61_000, -3_000, 3_000, 61_000, HOUR_MS, HOUR_MS * 24 * 365]) {
    for (const point of BEFORE) {
      const desk = await startVenueDesk(fake)
      desk.at.trace = (reached) => {
        if (reached !== point) return
        desk.at.trace = () => {}
        desk.clock.jump(ms)
      }
      const answer = await desk.submit(RESTING)
      expect([ms, point, desk.venue.sent.length]).toEqual([ms, point, 0])
      if (typeof answer !== 'string') expect(answer.status).toBe('not-sent')
    }
  }
})

test.each(FAKES)('$venue: it waits in its lane for longer than the look holds [H2]', async (fake) => {
  const desk = await startVenueDesk(fake)
  await desk.ok('settings.save', { sendWithinSeconds: 10 })
  desk.at.trace = (reached) => {
    if (reached === 'submit-received') desk.clock.advance(10_001)
  }
  const answer = await desk.submit(RESTING)
  expect([answer.valueOf() as unknown, desk.venue.sent.length].at(-1)).toBe(0)
  if (typeof answer !== 'string') expect(answer).toMatchObject({ status: 'not-sent', reason: { code: 'LOOK_TOO_OLD' } })
})

/** Time in which nobody looks at anything, then looks again until it has an end. */
async function later(desk: VenueDesk, order: Order): Promise<Order> {
  desk.clock.advance(20 * HOUR_MS)
  desk.engine.move(10)
  // The vault may have locked itself for it, in its own time.
  await desk.ok('vault.lock')
  await desk.ok('vault.unlock')
  return desk.settle(order, 40)
}

for (const [name, input] of [
  ['market order', {}],
  ['limit order', { type: 'limit', price: '2.1', size: { unit: 'base', value: '20' } }],
] as const) {
  for (const end of ['crash', 'restart', 'lock', 'sleep'] as const) {
    test.each(FAKES)(
      `$venue: a ${name} that was lost is not sent again after a ${end} and 20 hours [H2] [C3]`,
      async (fake) => {
        const desk = await startVenueDesk(fake)
        desk.venue.faults.push({ kind: 'drop', when: 'before' })
        const profile = { dataDir: desk.dataDir }
        if (end === 'crash') breakAt(desk, { end, point: 'attempt-recorded', goesOn: true }, profile)
        await desk.submit(input)
        desk.at.trace = () => {}
        if (end === 'lock') await desk.ok('vault.lock')
        else if (end === 'sleep') desk.clock.jump(120_000)
        else await desk.restart(profile)
        const [order] = await desk.ok('orders.list')
        if (order === undefined) throw new Error('no order')
        const sent = desk.venue.sent.length
        const settled = await later(desk, order)
        expect([desk.venue.sent.length - sent, desk.engine.orders.length]).toEqual([0, 0])
        expect(settled.status).toBe(lostEnd(fake))
      },
    )
  }
}

test.each(REPLAYED)(
  '$venue: a limit order is sent again within the time of the look, and not after it [C3]',
  async (fake) => {
    for (const [seconds, sent] of [
      [10, 2],
      [59, 2],
      [61, 1],
    ] as const) {
      const desk = await startVenueDesk(fake)
      desk.venue.faults.push({ kind: 'drop', when: 'before' })
      const order = await submitted(desk, RESTING)
      desk.clock.advance(seconds * 1_000)
      await desk.ok('orders.reconcile')
      await desk.ok('orders.reconcile')
      expect([seconds, desk.venue.sent.length]).toEqual([seconds, sent])
      expect((await stored(desk, order)).status).toBe(sent === 2 ? 'open' : 'unknown')
    }
  },
)

const NOT_REPEATED: [string, (desk: VenueDesk) => Promise<unknown>][] = [
  [
    'a halt, also after sending was resumed',
    async (desk) => {
      await desk.ok('orders.halt')
      await desk.ok('orders.resume')
    },
  ],
  ['a limit that it would break', (desk) => desk.ok('rules.save', strict())],
  [
    'too little money',
    async (desk) => {
      desk.engine.balances.set('USDT', 1)
      desk.clock.advance(2_100)
    },
  ],
]

for (const [name, act] of NOT_REPEATED) {
  test.each(REPLAYED)(`$venue: no repeat after ${name}`, async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'before' })
    await submitted(desk, RESTING)
    await act(desk)
    for (let at = 0; at < 3; at += 1) {
      await desk.ok('orders.reconcile')
      desk.clock.advance(1_000)
    }
    expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 0])
  })
}

test.each(REPLAYED)(
  '$venue: cancel and cancel all end the repeats, also while it is unreachable [H1]',
  async (fake) => {
    for (const operation of ['orders.cancel', 'orders.cancelAll'] as const) {
      for (const closed of [null, { status: 503, body: {} }]) {
        const desk = await startVenueDesk(fake)
        desk.venue.faults.push({ kind: 'hang', when: 'before' })
        const order = await lost(desk, RESTING)
        desk.venue.closed = closed
        await desk.ok(operation, operation === 'orders.cancel' ? { intentId: order.intentId } : {})
        desk.venue.closed = null
        await desk.settle(order)
        expect([operation, desk.venue.sent.length, desk.engine.orders.length]).toEqual([operation, 1, 0])
      }
    }
  },
)

test.each(REPLAYED)('$venue: no repeat of a one-click order after one click was ended', async (fake: Fake) => {
  for (const ends of [true, false]) {
    const desk = await startVenueDesk(fake)
    const { accountId } = desk
    await desk.ok('accounts.allowOneClick', { accountId, maxValue: '100', deviation: '0.01' })
    desk.venue.faults.push({ kind: 'drop', when: 'before' })
    const { intentId } = await desk.ok('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
    const order = await desk.ok('orders.oneClick', { intentId, size: { unit: 'quote', value: '50' }, seen: '2' })
    if (ends) await desk.ok('accounts.endOneClick', { accountId })
    await desk.settle(order, 5)
    expect([ends, desk.engine.orders.length]).toEqual([ends, ends ? 0 : 1])
  }
})
