// What of an exchange is read without a key: its lists of markets, its tickers, its candles. Each exchange says where they
// stand and what its rows mean; numbers come as the texts that were sent, so that none passes through a float.

import { type Decimal, divide, isZero, readDecimal, subtract } from '../../../shared/decimal.ts'
import type { Candle, HistoryRange } from '../../../shared/sources/quotes.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { MarketTicker } from '../../ports/market-data.ts'

/** A market as its list names it: `id` is the exchange's own word for it. */
export interface MarketName {
  id: string
  base: string
  quote: string
}

/** What the exchange says in an answer that its status calls good. */
export interface ToldTrouble {
  kind: 'limit' | 'refused' | 'failed'
  words: string
}

/** A list of assets, each with the chains that it lies on; names of members, but for the rows. */
export interface PublicAssets {
  path: string
  rows(body: unknown): readonly unknown[] | null
  name: string
  chains: string
  chain: string
  address: string
  /** Words for chains that are another chain's elsewhere. */
  except?: readonly string[]
}

/** What an exchange announces, the newest first; names of members, but for the rows. */
export interface PublicAnnouncements {
  path: string
  rows(body: unknown): readonly unknown[] | null
  title: string
  url: string
  /** In milliseconds; of several the first that is there counts. */
  at: readonly string[]
  /** Where its pages lie; what leads elsewhere is no page of its. */
  domain: string
}

export interface PublicReads {
  /** Each a request of its own; the first must come, and tells everything that the others do not add. */
  lists: readonly string[]
  listRows(body: unknown): readonly unknown[] | null
  /** The exchange's own time of the list; `null` where it tells none. */
  listAt(body: unknown): string | null
  /** `null` for a row that is no spot market, or that cannot be read. */
  name(row: unknown): MarketName | null
  /** The contracts of the base, where the list of markets itself is said to name them. */
  contracts?(row: unknown): string[]
  /** The list that names the contracts of each asset; `null` where none is told without a key. */
  assets: PublicAssets | null
  /** `null` where no document names an interface for them that takes no key. */
  announcements: PublicAnnouncements | null

  /** Where the tickers of these markets stand; of all where they are many. */
  tickers(ids: readonly string[]): string
  tickerRows(body: unknown): readonly unknown[] | null
  ticker(row: unknown): { id: string; ticker: Ticked } | null
  /** When the whole list was made, where its rows have no time of their own. */
  tickersAt(body: unknown): string | null

  /** `now`: milliseconds since 1970. */
  candles(id: string, range: HistoryRange, now: number): string
  candleRows(body: unknown): readonly unknown[] | null
  candle(row: unknown): Candle | null

  /** What went wrong by the words of an answer; `null` where nothing did. */
  trouble(body: unknown): ToldTrouble | null
}

export type Ticked = Omit<MarketTicker, 'market'>

const positive = (value: Decimal | null): Decimal | null =>
  value === null || isZero(value) || value.startsWith('-') ? null : value

/** A price; `null` for none, and for zero, which is none. */
export const priceOf = (value: unknown): Decimal | null => positive(readDecimal(value))

/** An amount; zero is one. */
export function amountOf(value: unknown): Decimal | null {
  const read = readDecimal(value)
  return read === null || read.startsWith('-') ? null : read
}

/** A change as a fraction with a sign. */
export const fractionOf = (value: unknown): Decimal | null => readDecimal(value)

/** A change in percent as a fraction. */
export function percentOf(value: unknown): Decimal | null {
  const read = readDecimal(value)
  return read === null ? null : divide(read, '100')
}

/** How far the last price is from the one of a day before; `null` where either is unknown. */
export function changeOf(last: Decimal | null, before: unknown): Decimal | null {
  const opened = priceOf(before)
  return last === null || opened === null ? null : divide(subtract(last, opened), opened)
}

/** Milliseconds since 1970 as a time; `null` for what is none. */
export function fromMillis(value: unknown): string | null {
  const text = textOf(value)
  if (text === null || !/^\d{12,14}$/.test(text)) return null
  return new Date(Number(text)).toISOString()
}

/** The same in seconds. */
export function fromSeconds(value: unknown): string | null {
  const text = textOf(value)
  return text === null || !/^\d{9,11}$/.test(text) ? null : new Date(Number(text) * 1_000).toISOString()
}

/** A ticker of the fields that most exchanges have; none without a last price. */
export function tickerOf(
  id: unknown,
  values: { last: unknown; bid: unknown; ask: unknown; volume: unknown; at: string | null },
  change: (last: Decimal) => Decimal | null,
): { id: string; ticker: Ticked } | null {
  const name = textOf(id)
  const last = priceOf(values.last)
  if (name === null || last === null) return null
  const ticker = { last, bid: priceOf(values.bid), ask: priceOf(values.ask), change24h: change(last) }
  return { id: name, ticker: { ...ticker, volume24h: amountOf(values.volume), at: values.at } }
}

/** A candle of these texts; `null` unless all of it can be read. */
export function candleOf(
  at: string | null,
  [open, high, low, close]: readonly unknown[],
  volume: unknown,
): Candle | null {
  const prices = [open, high, low, close].map(priceOf)
  const [opened, top, bottom, closed] = prices
  if (at === null || !opened || !top || !bottom || !closed) return null
  return { at, open: opened, high: top, low: bottom, close: closed, volume: amountOf(volume) }
}

/** A list within an answer; `null` where there is none. */
export function rowsAt(body: unknown, ...path: string[]): readonly unknown[] | null {
  const at = path.length === 0 ? body : member(body, ...path)
  return Array.isArray(at) ? at : null
}

/** A market of these fields. */
export function nameOf(id: unknown, base: unknown, quote: unknown): MarketName | null {
  const [name, coin, money] = [textOf(id), textOf(base), textOf(quote)]
  return name === null || coin === null || money === null ? null : { id: name, base: coin, quote: money }
}

/** How long a range is, and how many candles of which length make it up, by the exchange's words for lengths. */
export type Lengths = Readonly<Record<HistoryRange, { word: string; candles: number }>>

const MINUTES: Readonly<Record<HistoryRange, number>> = { '1d': 5, '7d': 60, '30d': 240, '1y': 1_440, max: 10_080 }

/** Five minutes, one hour, four hours, a day and a week by these words; of the last as many as come at once. */
export function lengths(words: readonly [string, string, string, string, string], most: number): Lengths {
  const [five, hour, four, day, week] = words
  return {
    '1d': { word: five, candles: 288 },
    '7d': { word: hour, candles: 168 },
    '30d': { word: four, candles: 180 },
    '1y': { word: day, candles: Math.min(365, most) },
    max: { word: week, candles: most },
  }
}

/** Since when these candles are asked for, milliseconds since 1970. */
export const sinceOf = (range: HistoryRange, candles: number, now: number): number =>
  now - candles * MINUTES[range] * 60_000

/** Words of an answer whose code is not the good one; which codes ask for a pause. */
export function codeTrouble(
  body: unknown,
  at: { code: string; words: string; good: string; limits: readonly string[] },
): ToldTrouble | null {
  const code = textOf(member(body, at.code))
  if (code === null || code === at.good) return null
  const words = textOf(member(body, at.words)) ?? code
  return { kind: at.limits.includes(code) ? 'limit' : 'refused', words }
}
