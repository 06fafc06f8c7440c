// Which coins the watchlist shows: what the filter says, and the screen, which keeps what it hides countable.

import { PUBLISHED_TECH_SCORE_AT_LEAST } from '../../../shared/catalog/publication.ts'
import type { Coin } from '../../../shared/coin.ts'
import type { Filters } from '../../../shared/list/views.ts'
import { type Screening, screenByTechScore } from '../../../shared/screen.ts'
import type { Wanted } from '../../ui/table/arrange-rows.ts'
import type { CoinLive } from './coin-columns.tsx'

export interface CoinFilter {
  query: string
  /** By column. */
  filters: Filters
  screenOn: boolean
  /** The least tech score that passes the screen; the published rule's at first. */
  minScore: number
}

export const NO_FILTER: CoinFilter = {
  query: '',
  filters: {},
  screenOn: false,
  minScore: PUBLISHED_TECH_SCORE_AT_LEAST,
}

export const NO_NEWS: CoinLive = { price: new Map(), change: new Map(), share: new Map(), deadline: new Map() }

/** The filter in the words of the columns. */
export function wantedOf({ query, filters }: Pick<CoinFilter, 'query' | 'filters'>, now: number): Wanted {
  return { search: query, filters, now }
}

/** The matching coins by the screen, or null while it is off. */
export function screenCoins(matching: readonly Coin[], filter: CoinFilter): Screening<Coin> | null {
  return filter.screenOn ? screenByTechScore(matching, filter.minScore) : null
}
