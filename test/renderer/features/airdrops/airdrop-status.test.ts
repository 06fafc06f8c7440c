// Which airdrops can be looked at now, and how far away a deadline is.

import { expect, test } from 'vitest'
import {
  airdropGroup,
  daysUntil,
  deadlineOf,
  deadlineParts,
  groupAirdrops,
  isPassed,
} from '../../../../renderer/features/airdrops/airdrop-status.ts'
import { airdropOf, catalogueDetails } from '../../fakes/fake-coins.ts'

const BOARD = catalogueDetails().map((coin) => airdropOf(coin, {}))

test('only evidence decides: a confirmed claim alone is still nothing known', () => {
  expect(airdropGroup({ now: null })).toBe('nothing')
  expect(airdropGroup({ now: { state: 'ongoing-or-ended', asOf: '2026-11-23', source: 's' } })).toBe('check')
  expect(airdropGroup({ now: { state: 'happened', asOf: '2025', source: 's' } })).toBe('happened')
})

test('the catalogue: one to check first, then what nothing is known about, then what is over', () => {
  const groups = groupAirdrops(BOARD)
  expect(groups.map(({ group, rows }) => [group, rows.length])).toEqual([
    ['check', 1],
    ['nothing', 8],
    ['happened', 5],
  ])
  expect(groups[0]?.rows[0]?.coinId).toBe('gravity')
})

test('the nearest own deadline comes first, the others keep their order', () => {
  const rows = BOARD.map((airdrop) =>
    airdrop.coinId === 'lurk'
      ? { ...airdrop, deadline: '2026-12-01' }
      : airdrop.coinId === 'ola'
        ? { ...airdrop, deadline: '2027-01-01' }
        : airdrop,
  )
  const nothing = groupAirdrops(rows).find(({ group }) => group === 'nothing')
  expect(nothing?.rows.map(({ coinId }) => coinId).slice(0, 3)).toEqual(['lurk', 'ola', 'my-pet-hooligan'])
})

test('days are calendar days', () => {
  const noon = new Date(2026, 10, 23, 23, 59).getTime()
  expect(daysUntil('2026-11-23', noon)).toBe(0)
  expect(daysUntil('2026-11-24', noon)).toBe(1)
  expect(daysUntil('2026-11-22', noon)).toBe(-1)
  expect(daysUntil('2027-03-29', new Date(2027, 2, 27, 12).getTime())).toBe(2)
})

test('a deadline with an hour is a moment, shown and passed in the zone of the trader', () => {
  const moment = deadlineOf({ day: '2026-12-01', time: '18:30' })
  expect(moment).toBe(new Date(2026, 11, 1, 18, 30).toISOString())
  expect(deadlineParts(moment ?? '')).toEqual({ day: '2026-12-01', time: '18:30' })
  const at = (hour: number, minute: number) => new Date(2026, 11, 1, hour, minute).getTime()
  expect([isPassed(moment ?? '', at(18, 29)), isPassed(moment ?? '', at(18, 30))]).toEqual([false, true])
  expect(daysUntil(moment ?? '', at(23, 0))).toBe(0)
})

test('a day without an hour stays one, and is over with the day', () => {
  expect(deadlineOf({ day: '2026-12-01', time: '' })).toBe('2026-12-01')
  expect(deadlineOf({ day: '', time: '18:30' })).toBeNull()
  expect(deadlineParts('2026-12-01')).toEqual({ day: '2026-12-01', time: '' })
  expect(isPassed('2026-12-01', new Date(2026, 11, 1, 23, 59).getTime())).toBe(false)
  expect(isPassed('2026-12-01', new Date(2026, 11, 2, 0, 0).getTime())).toBe(true)
})
