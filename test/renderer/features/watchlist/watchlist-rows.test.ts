// Filtering, screening and sorting the watchlist.

import { describe, expect, test } from 'vitest'
import { latestByVenue } from '../../../../renderer/features/watchlist/stages.ts'
import { ALL_COLUMNS } from '../../../../renderer/features/watchlist/tools/all-columns.ts'
import {
  type CoinFilter,
  NO_FILTER,
  NO_NEWS,
  screenCoins,
  wantedOf,
} from '../../../../renderer/features/watchlist/watchlist-rows.ts'
import { arrangeRows } from '../../../../renderer/ui/table/arrange-rows.ts'
import type { Coin } from '../../../../shared/coin.ts'
import { catalogueDetails } from '../../fakes/fake-coins.ts'

const COINS: Coin[] = catalogueDetails()
const NOW = Date.parse('2026-11-30T10:00:00Z')
const ids = (coins: readonly Coin[]) => coins.map(({ id }) => id)
const sorted = (id: string, desc: boolean, prices = NO_NEWS) =>
  ids(arrangeRows(ALL_COLUMNS, COINS, prices, { sorting: [{ id, desc }], wanted: wantedOf(NO_FILTER, NOW) }))
const matchCoins = (coins: readonly Coin[], filter: CoinFilter, news = NO_NEWS) =>
  arrangeRows(ALL_COLUMNS, coins, news, { sorting: [], wanted: wantedOf(filter, NOW) })

describe('the filter', () => {
  test('finds every word in name, ticker, narrative or tag', () => {
    expect(ids(matchCoins(COINS, { ...NO_FILTER, query: 'karrat' }))).toEqual(['my-pet-hooligan'])
    expect(ids(matchCoins(COINS, { ...NO_FILTER, query: ' defi  arbitrum ' }))).toEqual(['dolomite'])
    expect(matchCoins(COINS, NO_FILTER)).toHaveLength(14)
  })

  test('keeps what is watched', () => {
    const coins = COINS.map((coin) => ({ ...coin, watched: coin.id === 'ten' }))
    expect(ids(matchCoins(coins, { ...NO_FILTER, filters: { watched: { kind: 'is', is: true } } }))).toEqual(['ten'])
  })

  test('screens only when asked to', () => {
    expect(screenCoins(COINS, NO_FILTER)).toBeNull()
    expect(screenCoins(COINS, { ...NO_FILTER, screenOn: true, minScore: 89 })?.passes).toHaveLength(3)
  })
})

describe('sorting', () => {
  test('keeps unknown scores last in both directions', () => {
    for (const desc of [false, true]) expect(sorted('score', desc).at(-1)).toBe('gravity')
  })

  test('compares prices exactly and keeps unknown ones last, as the publication has them', () => {
    const price = new Map([
      ['ten', '0.1000000000000000001'],
      ['peaq', '0.1'],
    ])
    const unknown = ids(COINS).filter((id) => id !== 'ten' && id !== 'peaq')
    expect(sorted('price', true, { ...NO_NEWS, price })).toEqual(['ten', 'peaq', ...unknown])
    expect(sorted('price', false, { ...NO_NEWS, price })).toEqual(['peaq', 'ten', ...unknown])
  })

  test('knows the rank, the name, the claim and the stage', () => {
    expect(sorted('rank', true).at(0)).toBe(ids(COINS.toSorted((a, b) => (b.rank ?? 0) - (a.rank ?? 0))).at(0))
    const names = sorted('coin', false).map((id) => COINS.find((coin) => coin.id === id)?.name ?? '')
    expect(names).toEqual(names.toSorted(new Intl.Collator().compare))
    const claims = sorted('airdrop', false).map((id) => COINS.find((coin) => coin.id === id)?.airdrop.published)
    expect(claims).toEqual(claims.toSorted())
    const stages = sorted('stage', true).map((id) => COINS.find((coin) => coin.id === id)?.stages.at(-1)?.stage)
    const known = stages.filter((stage) => stage !== undefined)
    expect(stages.slice(0, known.length)).toEqual(known.toSorted().toReversed())
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
