// Limits of requests: never more than the budget in any window, and never while the venue wants to be left alone.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Budget, createBudget, type Purpose } from '../../../../electron/adapters/ccxt/budget.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { recordOf } from '../../../../shared/venues/records.ts'
import { submitted } from '../../../faults/fault-kit.ts'
import { atEach, holdToTheList } from '../../../faults/rows.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

const START = Date.UTC(2026, 10, 23, 12)

function budgetAt(venue: string) {
  const time = { ms: 0 }
  const budget = createBudget({ now: () => START + time.ms, monotonic: () => time.ms }, recordOf(venue))
  return { time, budget }
}

/** Requests in any ten seconds, and how many of them reads get, written down once more. */
const GRANTED = [
  ['binance', 130, 40],
  ['kraken', 70, 30],
  ['coinbase', 150, 70],
  ['bybit', 200, 100],
  ['okx', 150, 70],
  ['mexc', 80, 40],
] as const

it.each(GRANTED)(
  '%s grants no more than %i requests in any ten seconds, and no more than %i to reads [R44]',
  (venue, all, reads) => {
    const step = fc.record({
      ms: fc.integer({ min: 0, max: 400 }),
      burst: fc.integer({ min: 1, max: 60 }),
      isOrder: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { time, budget } = budgetAt(venue)
        const granted: { at: number; isOrder: boolean }[] = []
        for (const { ms, burst, isOrder } of steps) {
          time.ms += ms
          for (let at = 0; at < burst; at += 1) {
            if (budget.take(isOrder ? 'order' : 'read') === null) granted.push({ at: time.ms, isOrder })
          }
        }
        for (const { at: end, isOrder } of granted) {
          const window = granted.filter(({ at }) => at > end - 10_000 && at <= end)
          expect(window.length).toBeLessThanOrEqual(all)
          // The moment that a read was granted, no more than the reads' share was taken.
          if (!isOrder) expect(window.filter((one) => !one.isOrder).length).toBeLessThanOrEqual(reads)
        }
      }),
      { seed: announcedSeed('requests'), numRuns: 60 },
    )
  },
)

it.each(GRANTED)(
  '%s: look-ups, reads and orders leave room for each other, orders most of all',
  (venue, all, reads) => {
    const taken = (purpose: Purpose, budget: Budget) => {
      let count = 0
      while (budget.take(purpose) === null) count += 1
      return count
    }
    const ofAll = (first: Purpose, second: Purpose) => {
      const { budget } = budgetAt(venue)
      const counts = [taken(first, budget), taken(second, budget), taken('order', budget)]
      expect([counts[0], counts[1]].every((count) => Number(count) > 0)).toBe(true)
      expect(counts.reduce((sum, count) => sum + count)).toBe(all)
      return counts[2]
    }
    // Whoever comes first, orders find what is kept for them, and neither kind of reads finds nothing left.
    for (const [first, second] of [
      ['read', 'look-up'],
      ['look-up', 'read'],
    ] as const) {
      expect(ofAll(first, second)).toBe(all - reads)
    }
    // Orders take nothing from the reads before there is no request left at all.
    const { budget } = budgetAt(venue)
    for (let at = 0; at < all - reads; at += 1) expect(budget.take('order')).toBeNull()
    expect(taken('look-up', budget) + taken('read', budget)).toBe(reads)
  },
)

it.each([
  [429, '30', 30_000],
  [418, '120', 120_000],
  [503, '2', 2_000],
  [429, 'Mon, 23 Nov 2026 12:00:07 GMT', 7_000],
  [429, null, 5_000],
  [418, 'soon', 5_000],
  [429, '99999999', 259_200_000],
])('after %i with Retry-After %s nobody asks for %i ms [R44]', (status, retryAfter, ms) => {
  const { time, budget } = budgetAt('binance')
  budget.heard({ status, retryAfter, body: '' })
  time.ms = ms - 1
  expect(budget.take('order')).toEqual(reason('EXCHANGE_RESTS', { until: new Date(START + ms).toISOString() }))
  time.ms = ms
  expect(budget.take('read')).toBeNull()
})

const SEVEN = 'Mon, 23 Nov 2026 12:00:07 GMT'

it.each([
  ['in its time', 0],
  ['set back by a day', -86_400_000],
  ['set forward by a day', 86_400_000],
  ['of 1970', -START],
])('a date is reckoned from that of the answer, with a clock %s', (_clock, ms) => {
  const time = { ms: 0 }
  const wall = () => START + ms + time.ms
  const budget = createBudget({ now: wall, monotonic: () => time.ms }, recordOf('binance'))
  budget.heard({ status: 429, retryAfter: SEVEN, date: 'Mon, 23 Nov 2026 12:00:00 GMT', body: '' })
  time.ms = 6_999
  expect(budget.take('order')?.code).toBe('EXCHANGE_RESTS')
  time.ms = 7_000
  expect(budget.take('order')).toBeNull()
})

it('a limit that names a past date is one all the same, and an answer without a date leaves this clock', () => {
  for (const [date, ms] of [
    ['Mon, 23 Nov 2026 12:00:08 GMT', 5_000],
    ['long ago', 7_000],
    ['', 7_000],
  ] as const) {
    const { time, budget } = budgetAt('binance')
    budget.heard({ status: 429, retryAfter: SEVEN, date, body: '' })
    expect(budget.waitFor('read', 1)).toBe(ms)
    time.ms = ms
    expect(budget.take('order')).toBeNull()
  }
})

it.each(['0', '1.5', '-1', 'Mon, 01 Jan 2001 00:00:00 GMT'])(
  'a limit whose Retry-After is %s is paused for as without one',
  (retryAfter) => {
    for (const status of [429, 418]) {
      const { budget } = budgetAt('binance')
      budget.heard({ status, retryAfter, date: 'Mon, 23 Nov 2026 12:00:00 GMT', body: '' })
      expect(budget.waitFor('read', 1)).toBe(5_000)
    }
  },
)

atEach('11 a pause until a date is as long by this clock as by that of the exchange', async (fake) => {
  const desk = await startVenueDesk(fake)
  // By the machine's own time, as the stand-in's header `Date`; the desk's clock is another one.
  const retryAfter = new Date(Date.now() + 60_000).toUTCString()
  desk.venue.faults.push({ kind: 'reply', when: 'after', status: 429, body: '', retryAfter })
  const order = await submitted(desk)
  const before = desk.venue.asked.length
  desk.clock.advance(55_000)
  await desk.ok('orders.reconcile')
  expect(desk.venue.asked.length).toBe(before)
  desk.clock.advance(6_000)
  await desk.ok('orders.reconcile')
  expect(desk.venue.asked.length).toBeGreaterThan(before)
  expect((await desk.settle(order)).status).toBe('filled')
})

it.each([
  [200, '30'],
  [500, '30'],
  [503, null],
])('%i with Retry-After %s asks for nothing', (status, retryAfter) => {
  const { budget } = budgetAt('binance')
  budget.heard({ status, retryAfter, body: '' })
  expect(budget.take('read')).toBeNull()
})

it.each(GRANTED)('%s: who waits as long as he is told is granted what he waited for', (venue, _all, reads) => {
  const { time, budget } = budgetAt(venue)
  expect(budget.waitFor('read', reads)).toBe(0)
  for (let at = 0; at < reads; at += 1) {
    budget.take('read')
    time.ms += 10
  }
  expect(budget.take('read')).not.toBeNull()
  const wait = budget.waitFor('read', 3)
  time.ms += wait - 1
  expect([budget.take('read'), budget.take('read'), budget.take('read')].at(-1)).not.toBeNull()
  budget.heard({ status: 429, retryAfter: '60', body: '' })
  expect(budget.waitFor('read', 1)).toBe(60_000)
})

it.each([
  ['kraken', '{"error":["EAPI:Rate limit exceeded"]}'],
  ['kraken', '{"error":["EOrder:Rate limit exceeded"]}'],
  ['kraken', '{"error":["EGeneral:Temporary lockout"]}'],
  ['okx', '{"code":"50011","msg":"Too many requests","data":[]}'],
  ['bybit', '{"retCode":10006,"retMsg":"Too many visits!"}'],
  ['binance', '{"code":-1003,"msg":"Too many requests"}'],
])('%s says %s with the status 200: nobody asks for five seconds [R44]', (venue, body) => {
  const { time, budget } = budgetAt(venue)
  budget.heard({ status: 200, retryAfter: null, body })
  time.ms = 4_999
  expect(budget.take('order')?.code).toBe('EXCHANGE_RESTS')
  time.ms = 5_000
  expect(budget.take('order')).toBeNull()
})

it.each(['', '{', '[]', `{"error":["EAPI:Rate limit exceeded"],"x":"${'y'.repeat(5_000)}"}`])(
  'a body without such a word starts no pause',
  (body) => {
    const { budget } = budgetAt('kraken')
    budget.heard({ status: 200, retryAfter: null, body })
    expect(budget.take('read')).toBeNull()
  },
)

atEach('11 a pause that was asked for is kept by look-ups, cancels and orders alike [R44]', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'reply', when: 'after', status: 429, body: '', retryAfter: '60' })
  const order = await submitted(desk)
  expect(order.status).toBe('unknown')
  const before = desk.venue.asked.length
  for (let at = 0; at < 10; at += 1) {
    await desk.ok('orders.reconcile')
    await desk.ok('orders.cancel', { intentId: order.intentId })
    desk.clock.advance(2_900)
  }
  expect(desk.venue.asked.length).toBe(before)
  expect((await desk.ok('orders.get', { intentId: order.intentId })).status).toBe('unknown')
  desk.clock.advance(60_000)
  const settled = await desk.settle(order)
  expect([settled.status, desk.engine.orders.length]).toEqual(['filled', 1])
})

holdToTheList()
