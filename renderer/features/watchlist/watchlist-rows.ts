// Which coins the watchlist shows: what the filter says, and the screen, which keeps what it hides countable.

import { PUBLISHED_TECH_SCORE_AT_LEAST } from '../../../shared/catalog/publication.ts'
import type { Coin } from '../../../shared/coin.ts'
import { type Screening, screenByTechScore } from '../../../shared/screen.ts'
import { arrangeRows, type Wanted } from '../../ui/table/arrange-rows.ts'
import { COIN_COLUMNS, type CoinPrices } from './coin-columns.tsx'

export interface CoinFilter {
  query: string
  watchedOnly: boolean
  screenOn: boolean
  /** The least tech score that passes the screen; the published rule's at first. */
  minScore: number
}

export const NO_FILTER: CoinFilter = {
  query: '',
  watchedOnly: false,
  screenOn: false,
  minScore: PUBLISHED_TECH_SCORE_AT_LEAST,
}

export const NO_PRICES: CoinPrices = { price: new Map(), change: new Map() }

/** The filter in the words of the columns. */
export function wantedOf({ query, watchedOnly }: Pick<CoinFilter, 'query' | 'watchedOnly'>): Wanted {
  return { search: query, values: watchedOnly ? { watched: true } : {} }
}

/** The coins that match the text and the star. */
export function matchCoins(coins: readonly Coin[], filter: CoinFilter): readonly Coin[] {
  return arrangeRows(COIN_COLUMNS, coins, NO_PRICES, { sorting: [], wanted: wantedOf(filter) })
}

/** The matching coins by the screen, or null while it is off. */
export function screenCoins(matching: readonly Coin[], filter: CoinFilter): Screening<Coin> | null {
  return filter.screenOn ? screenByTechScore(matching, filter.minScore) : null
}
