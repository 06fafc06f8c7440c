// Filtering, screening and sorting the watchlist.

import { describe, expect, test } from 'vitest'
import { latestByVenue } from '../../../../renderer/features/watchlist/stages.ts'
import {
  matchCoins,
  NO_FILTER,
  nextSort,
  screenCoins,
  sortCoins,
} from '../../../../renderer/features/watchlist/watchlist-rows.ts'
import type { Coin } from '../../../../shared/coin.ts'
import { catalogueDetails } from '../../fakes/fake-coins.ts'

const COINS: Coin[] = catalogueDetails()
const ids = (coins: readonly Coin[]) => coins.map(({ id }) => id)
const noPrice = () => null

describe('the filter', () => {
  test('finds every word in name, ticker, narrative or tag', () => {
    expect(ids(matchCoins(COINS, { ...NO_FILTER, query: 'karrat' }))).toEqual(['my-pet-hooligan'])
    expect(ids(matchCoins(COINS, { ...NO_FILTER, query: ' defi  arbitrum ' }))).toEqual(['dolomite'])
    expect(matchCoins(COINS, NO_FILTER)).toHaveLength(14)
  })

  test('keeps what is watched', () => {
    const coins = COINS.map((coin) => ({ ...coin, watched: coin.id === 'ten' }))
    expect(ids(matchCoins(coins, { ...NO_FILTER, watchedOnly: true }))).toEqual(['ten'])
  })

  test('screens only when asked to', () => {
    expect(screenCoins(COINS, NO_FILTER)).toBeNull()
    expect(screenCoins(COINS, { ...NO_FILTER, screenOn: true, minScore: 89 })?.passes).toHaveLength(3)
  })
})

describe('sorting', () => {
  test('turns around on the second press and starts ascending on another head', () => {
    const first = nextSort({ column: 'rank', direction: 'ascending' }, 'score')
    expect(first).toEqual({ column: 'score', direction: 'ascending' })
    expect(nextSort(first, 'score').direction).toBe('descending')
  })

  test('keeps unknown scores last in both directions', () => {
    for (const direction of ['ascending', 'descending'] as const) {
      expect(ids(sortCoins(COINS, { column: 'score', direction }, noPrice)).at(-1)).toBe('gravity')
    }
  })

  test('compares prices exactly and keeps unknown ones last', () => {
    const prices: Record<string, string> = { ten: '0.1000000000000000001', peaq: '0.1' }
    const sorted = sortCoins(COINS, { column: 'price', direction: 'descending' }, (coin) => prices[coin.id] ?? null)
    expect(ids(sorted).slice(0, 3)).toEqual(['ten', 'peaq', 'gravity'])
  })
})

describe('stages', () => {
  test('belong to a venue: the latest at each counts, and no evidence is no stage', () => {
    const movement = COINS.find(({ id }) => id === 'movement')
    expect(latestByVenue(movement?.stages ?? []).map(({ venue, stage }) => [venue, stage])).toEqual([
      ['binance', 'listed'],
      ['coinbase', 'delisted'],
    ])
    expect(latestByVenue(COINS.find(({ id }) => id === 'ola')?.stages ?? [])).toEqual([])
  })
})
