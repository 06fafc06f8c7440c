// Which coins the watchlist shows and in which order. Unknown values sort last, whichever way the order runs.

import { PUBLISHED_TECH_SCORE_AT_LEAST } from '../../../shared/catalog/publication.ts'
import type { Coin } from '../../../shared/coin.ts'
import { compare, type Decimal } from '../../../shared/decimal.ts'
import { type Screening, screenByTechScore } from '../../../shared/screen.ts'
import type { Sort } from '../../ui/table/columns.ts'

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

/** How a column sorts. */
interface Order {
  isKnown: (coin: Coin, priceOf: PriceOf) => boolean
  compare: (a: Coin, b: Coin, priceOf: PriceOf) => number
}

/** By a value; `null` where it is not known. */
function by<Value>(
  read: (coin: Coin, priceOf: PriceOf) => Value | null,
  compareValues: (a: Value, b: Value) => number,
): Order {
  return {
    isKnown: (coin, priceOf) => read(coin, priceOf) !== null,
    compare: (a, b, priceOf) => {
      const [left, right] = [read(a, priceOf), read(b, priceOf)]
      return left === null || right === null ? 0 : compareValues(left, right)
    },
  }
}

/** The columns that sort; `coin-columns.tsx` can call no other one sortable, and has to call these so. */
const ORDERS = {
  rank: by(
    ({ rank }) => rank,
    (a, b) => a - b,
  ),
  coin: by(({ name }) => name, COLLATOR.compare),
  score: by(
    ({ score }) => score?.value ?? null,
    (a, b) => a - b,
  ),
  airdrop: by(({ airdrop }) => airdrop.published, COLLATOR.compare),
  stage: by(({ stages }) => stages.at(-1)?.stage ?? null, COLLATOR.compare),
  price: by((coin, priceOf) => priceOf(coin), compare),
} satisfies Record<string, Order>

export type SortColumn = keyof typeof ORDERS

const isSortColumn = (column: string): column is SortColumn => Object.hasOwn(ORDERS, column)

/** The coins in the order of a column. Equal ones keep the publication's order. */
export function sortCoins(coins: readonly Coin[], sort: Sort, priceOf: PriceOf): Coin[] {
  if (!isSortColumn(sort.column)) return [...coins]
  const order: Order = ORDERS[sort.column]
  const known = coins.filter((coin) => order.isKnown(coin, priceOf))
  const unknown = known.length === coins.length ? [] : coins.filter((coin) => !order.isKnown(coin, priceOf))
  const sign = sort.direction === 'ascending' ? 1 : -1
  return [...known.toSorted((a, b) => sign * order.compare(a, b, priceOf)), ...unknown]
}
