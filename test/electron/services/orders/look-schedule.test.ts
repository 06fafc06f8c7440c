// When each order is looked at next by itself.

import { expect, test } from 'vitest'
import { createLookSchedule } from '../../../../electron/services/orders/look-schedule.ts'
import { makeAppClock } from '../../../support/app-clock.ts'

function schedule() {
  const clock = makeAppClock()
  const plan = createLookSchedule(clock)
  const inMs = (intentId: string) => plan.at(intentId) - clock.monotonic()
  return { clock, plan, inMs }
}

test('the pauses grow to half a minute, each order’s by itself', () => {
  const { plan, inMs } = schedule()
  plan.keep(['a', 'b'])
  const pauses = [0, 1, 2, 3, 4, 5, 6, 7].map(() => {
    const ms = inMs('a')
    plan.begun('a')
    plan.looked('a')
    return ms
  })
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000])
  expect(inMs('b')).toBe(500)
  expect([plan.isWornOut('a'), plan.isWornOut('b')]).toEqual([true, false])
})

test('news of one begin its pauses anew, and no other one’s', () => {
  const { plan, inMs } = schedule()
  plan.keep(['a', 'b'])
  for (const intentId of ['a', 'b', 'a', 'b']) plan.looked(intentId)
  plan.soon('a')
  expect([inMs('a'), inMs('b')]).toEqual([500, 2_000])
  plan.soon(null)
  expect([inMs('a'), inMs('b')]).toEqual([500, 500])
})

test('news without end put no look off', () => {
  const { clock, plan, inMs } = schedule()
  plan.keep(['a'])
  plan.soon('a')
  for (let at = 0; at < 4; at += 1) {
    clock.advance(100)
    plan.soon('a')
  }
  expect(inMs('a')).toBe(100)
})

test('what happens while it is looked at is looked at once more, soon', () => {
  const { clock, plan, inMs } = schedule()
  plan.keep(['a'])
  plan.looked('a')
  plan.begun('a')
  clock.advance(200)
  plan.soon('a')
  plan.looked('a')
  expect(inMs('a')).toBe(500)
  plan.begun('a')
  plan.looked('a')
  expect(inMs('a')).toBe(1_000)
})

test('one that a list does not show is due at once, until it was asked for', () => {
  const { plan, inMs } = schedule()
  plan.keep(['a'])
  plan.looked('a')
  plan.alone('a')
  expect([inMs('a'), plan.isAlone('a')]).toEqual([0, true])
  plan.looked('a')
  expect(plan.isAlone('a')).toBe(false)
})

test('what is not looked after any more has no time', () => {
  const { plan } = schedule()
  plan.keep(['a'])
  plan.keep([])
  for (const touch of [plan.soon, plan.looked, plan.alone, plan.begun]) touch('a')
  expect([plan.at('a'), plan.isAlone('a'), plan.isWornOut('a'), plan.looksAt('a')]).toEqual([Infinity, false, false, 0])
})
