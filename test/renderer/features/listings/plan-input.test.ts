// What is typed of a planned listing: a time in UTC or in the trader's own zone, and the pair as exchanges write it.

import { describe, expect, test } from 'vitest'
import { marketOf, momentOf, planFaults } from '../../../../renderer/features/listings/coin/plan-input.ts'
import { text } from '../../../../renderer/messages/late/en.ts'
import { countdownOf } from '../../../../renderer/ui/moments/Countdown.tsx'

const NOW = Date.parse('2026-11-30T12:00:00.000Z')
const RIGHT = { venue: 'binance', market: 'PEAQ/USDT', day: '2026-12-01', time: '14:30', zone: 'utc' } as const

test('a time in UTC is that moment everywhere', () => {
  expect(momentOf(RIGHT)).toBe('2026-12-01T14:30:00.000Z')
})

test('a time of one’s own is read by the zone of the machine', () => {
  const at = momentOf({ ...RIGHT, zone: 'local' })
  expect(at).toBe(new Date(2026, 11, 1, 14, 30).toISOString())
})

test.each([
  [{ day: '' }, null],
  [{ time: '' }, null],
  [{ day: '2026-02-31' }, null],
  [{ day: '31.12.2026' }, null],
  [{ time: '25:00' }, null],
])('%j is no moment', (patch, expected) => {
  expect(momentOf({ ...RIGHT, ...patch })).toBe(expected)
})

describe('a fault stands where', () => {
  const { pairInvalid, timeInvalid, timePast } = text.listings
  test.each([
    ['nowhere', {}, { market: null, time: null }],
    ['there is no pair', { market: 'PEAQ' }, { market: pairInvalid, time: null }],
    ['the pair has blanks', { market: 'PE AQ/USDT' }, { market: pairInvalid, time: null }],
    ['the day is missing', { day: '' }, { market: null, time: timeInvalid }],
    ['the time is over', { day: '2026-11-30', time: '11:59' }, { market: null, time: timePast }],
    ['it is just now', { day: '2026-11-30', time: '12:00' }, { market: null, time: timePast }],
  ])('%s', (_, patch, expected) => {
    expect(planFaults({ ...RIGHT, ...patch }, NOW)).toEqual(expected)
  })
})

test.each([
  ['peaq/usdt', 'PEAQ/USDT'],
  ['PEAQ-USDT', 'PEAQ/USDT'],
  ['PEAQ_USDT', 'PEAQ/USDT'],
  [' PEAQ / USDT ', 'PEAQ/USDT'],
  // Capitals tell kPEPE from KPEPE.
  ['kPEPE/USDT', 'kPEPE/USDT'],
])('%s is the pair %s', (market, expected) => {
  expect(marketOf({ market })).toBe(expected)
})

test.each([
  [2 * 86_400_000 + 4 * 3_600_000 + 59_000, '2 d 4 h'],
  [3 * 3_600_000 + 12 * 60_000, '3 h 12 min'],
  [12 * 60_000 + 5_000, '12 min 5 s'],
  [59_001, '1 min 0 s'],
  [1, '1 s'],
  [0, null],
  [-1, null],
  [Number.NaN, null],
])('with %d ms left it counts %s', (left, expected) => {
  expect(countdownOf(left)).toBe(expected)
})
