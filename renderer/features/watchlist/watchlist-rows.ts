// Which coins the watchlist shows and in which order. Unknown values sort last, whichever way the order runs.

import { PUBLISHED_TECH_SCORE_AT_LEAST } from '../../../shared/catalog/publication.ts'
import type { Coin } from '../../../shared/coin.ts'
import { compare, type Decimal } from '../../../shared/decimal.ts'
import { type Screening, screenByTechScore } from '../../../shared/screen.ts'
import type { Sort } from '../../ui/table/DataTable.tsx'

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

/** Put together once a coin: each key in the filter asks for the words of all. */
const WORDS = new WeakMap<Coin, string>()

function words(coin: Coin): string {
  const known = WORDS.get(coin)
  if (known !== undefined) return known
  const made = [coin.name, coin.ticker ?? '', coin.what, ...coin.narratives, ...coin.tags].join(' ').toLowerCase()
  WORDS.set(coin, made)
  return made
}

/** The coins that match the text and the star; the screen comes after, because it keeps what it hides countable. */
export function matchCoins(coins: readonly Coin[], filter: CoinFilter): Coin[] {
  const wanted = filter.query.toLowerCase().split(/\s+/)
  return coins.filter((coin) => {
    if (filter.watchedOnly && !coin.watched) return false
    const found = words(coin)
    return wanted.every((word) => found.includes(word))
  })
}

/** The matching coins by the screen, or null while it is off. */
export function screenCoins(coins: readonly Coin[], filter: CoinFilter): Screening<Coin> | null {
  return filter.screenOn ? screenByTechScore(matchCoins(coins, filter), filter.minScore) : null
}

/** A head that is pressed again turns the order around. */
export function nextSort(sort: Sort, column: string): Sort {
  if (sort.column !== column) return { column, direction: 'ascending' }
  return { column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
}

type PriceOf = (coin: Coin) => Decimal | null

/** Made once: a comparison that looks the locale's rules up each time costs many times as much. */
const COLLATOR = new Intl.Collator()

function compareText(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null
  return COLLATOR.compare(a, b)
}

const BY: Record<string, (a: Coin, b: Coin, priceOf: PriceOf) => number | null> = {
  rank: (a, b) => (a.rank === null || b.rank === null ? null : a.rank - b.rank),
  watched: (a, b) => Number(b.watched) - Number(a.watched),
  coin: (a, b) => compareText(a.name, b.name),
  score: (a, b) => (a.score === null || b.score === null ? null : a.score.value - b.score.value),
  airdrop: (a, b) => compareText(a.airdrop.published, b.airdrop.published),
  stage: (a, b) => compareText(a.stages.at(-1)?.stage ?? null, b.stages.at(-1)?.stage ?? null),
  price: (a, b, priceOf) => {
    const [left, right] = [priceOf(a), priceOf(b)]
    return left === null || right === null ? null : compare(left, right)
  },
}

const KNOWN: Record<string, (coin: Coin, priceOf: PriceOf) => boolean> = {
  rank: (coin) => coin.rank !== null,
  score: (coin) => coin.score !== null,
  airdrop: (coin) => coin.airdrop.published !== null,
  stage: (coin) => coin.stages.length > 0,
  price: (coin, priceOf) => priceOf(coin) !== null,
}

/** The coins in the order of a column. Equal ones keep the publication's order. */
export function sortCoins(coins: readonly Coin[], sort: Sort, priceOf: PriceOf): Coin[] {
  const order = BY[sort.column]
  if (order === undefined) return [...coins]
  const isKnown = KNOWN[sort.column] ?? (() => true)
  const known = coins.filter((coin) => isKnown(coin, priceOf))
  const unknown = known.length === coins.length ? [] : coins.filter((coin) => !isKnown(coin, priceOf))
  const sign = sort.direction === 'ascending' ? 1 : -1
  return [...known.toSorted((a, b) => sign * (order(a, b, priceOf) ?? 0)), ...unknown]
}
