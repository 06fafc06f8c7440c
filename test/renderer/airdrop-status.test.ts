// Which airdrops can be looked at now, and how far away a deadline is.

import { expect, test } from 'vitest'
import { airdropGroup, daysUntil, groupAirdrops } from '../../renderer/features/airdrops/airdrop-status.ts'
import { airdropOf, catalogueDetails } from './fake-coins.ts'

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
