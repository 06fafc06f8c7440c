// Limits of requests: never more than the budget in any window, and never while the venue wants to be left alone.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createBudget } from '../../../electron/adapters/venue/budget.ts'
import { announcedSeed } from '../../support/seed.ts'
import { submitted } from '../../venues/fault-kit.ts'
import { atEach, holdToTheList } from '../../venues/rows.ts'
import { startVenueDesk } from '../../venues/venue-desk.ts'

const START = Date.UTC(2026, 10, 23, 12)

function budgetAt() {
  const time = { ms: 0 }
  const budget = createBudget({ now: () => START + time.ms, monotonic: () => time.ms })
  return { time, budget }
}

it('grants no more than 120 requests in any ten seconds, and no more than 100 to reads [R44]', () => {
  const step = fc.record({
    ms: fc.integer({ min: 0, max: 400 }),
    burst: fc.integer({ min: 1, max: 60 }),
    isOrder: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const { time, budget } = budgetAt()
      const granted: { at: number; isOrder: boolean }[] = []
      for (const { ms, burst, isOrder } of steps) {
        time.ms += ms
        for (let at = 0; at < burst; at += 1) {
          if (budget.take(isOrder) === null) granted.push({ at: time.ms, isOrder })
        }
      }
      for (const { at: end, isOrder } of granted) {
        const window = granted.filter(({ at }) => at > end - 10_000 && at <= end)
        expect(window.length).toBeLessThanOrEqual(120)
        // The moment that a read was granted, no more than the reads' share was taken.
        if (!isOrder) expect(window.filter((one) => !one.isOrder).length).toBeLessThanOrEqual(100)
      }
    }),
    { seed: announcedSeed('requests'), numRuns: 60 },
  )
})

it.each([
  [429, '30', 30_000],
  [418, '120', 120_000],
  [503, '2', 2_000],
  [429, 'Mon, 23 Nov 2026 12:00:07 GMT', 7_000],
  [429, null, 5_000],
  [418, 'soon', 5_000],
  [429, '99999999', 259_200_000],
])('after %i with Retry-After %s nobody asks for %i ms [R44]', (status, retryAfter, ms) => {
  const { time, budget } = budgetAt()
  budget.heard(status, retryAfter)
  time.ms = ms - 1
  expect(budget.take(true)).toMatch(/left alone until \d\d:\d\d:\d\d UTC\. Nothing was sent\./)
  time.ms = ms
  expect(budget.take(false)).toBeNull()
})

it.each([
  [200, '30'],
  [500, '30'],
  [503, null],
])('%i with Retry-After %s asks for nothing', (status, retryAfter) => {
  const { budget } = budgetAt()
  budget.heard(status, retryAfter)
  expect(budget.take(false)).toBeNull()
})

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
