// The monotonic clock of the app goes on while the machine sleeps, and never back.

import { expect, test } from 'vitest'
import { createMonotonic, systemClock } from '../../../electron/adapters/system-clock.ts'

function machine() {
  const time = { steady: 5_000, boot: 100_000 }
  const monotonic = createMonotonic(
    () => time.steady,
    () => time.boot,
  )
  const pass = (ms: number, asleep = 0) => {
    time.steady += ms
    time.boot += ms + asleep
    return monotonic()
  }
  return { time, monotonic, pass }
}

test('counts what the steady clock counts, and sleep besides', () => {
  const { monotonic, pass } = machine()
  expect(monotonic()).toBe(5_000)
  expect(pass(1_000)).toBe(6_000)
  expect(pass(10, 8 * 3_600_000)).toBe(6_010 + 8 * 3_600_000)
  expect(pass(1_000)).toBe(7_010 + 8 * 3_600_000)
  expect(pass(0, 60_000)).toBe(7_010 + 8 * 3_600_000 + 60_000)
})

test('takes the rounding of the two for no sleep, and does not go back', () => {
  const { time, monotonic, pass } = machine()
  expect(pass(100, 900)).toBe(5_100)
  time.boot -= 900
  expect(monotonic()).toBe(5_100)
  expect(pass(0, 5_000)).toBe(10_100)
  time.boot -= 4_000
  expect(monotonic()).toBe(10_100)
})

test('is what the app has', () => {
  const before = systemClock.monotonic()
  expect(systemClock.monotonic()).toBeGreaterThanOrEqual(before)
})
