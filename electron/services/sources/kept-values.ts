// The last good values of the sources as they are kept, by kind, and how each is read back: a row that is no such value is as
// good as none.

import { isDecimal, SIGNED_PATTERN } from '../../../shared/decimal.ts'
import type { Candle, MarketFacts } from '../../../shared/sources/quotes.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import {
  type GeckoCoin,
  type MarketTicker,
  METRICS_VERSIONS,
  type MetricsVersion,
  type PublicAnnouncement,
} from '../../ports/market-data.ts'

/** What is kept under which word. */
export const KEPT = {
  ticker: 'ticker',
  contractPrice: 'contract-price',
  gecko: 'gecko',
  page: 'gecko-page',
  grades: 'grades',
  metricsPrice: 'metrics-price',
  metricsState: 'metrics-state',
  miss: 'miss',
  history: 'history',
  announcements: 'announcements',
} as const

const LINK_KINDS = ['site', 'docs', 'explorer', 'code', 'social'] as const

/** A title, and when it was seen first. */
export type KeptAnnouncement = PublicAnnouncement & { seenAt: string }

/** A ticker beside the parts of its market. */
export type KeptTicker = Omit<MarketTicker, 'at'> & { base: string; quote: string }

const decimalAt = (value: unknown, name: string) => {
  const text = member(value, name)
  return typeof text === 'string' && SIGNED_PATTERN.test(text) ? text : null
}

/** A time in UTC; a page that is given anything else can draw no date of it. */
function timeAt(text: unknown): string | null {
  const isTime = typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)
  return isTime && !Number.isNaN(Date.parse(text)) ? text : null
}

const amountOf = (value: unknown) => (isDecimal(value) ? value : null)

/** An address over https without a name or password in it. */
function linkIn(value: unknown): MarketFacts['links'] {
  const kind = LINK_KINDS.find((each) => each === member(value, 'kind'))
  const url = URL.parse(textOf(member(value, 'url')) ?? '')
  if (kind === undefined || url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return []
  return [{ kind, url: url.href }]
}

/** `null` for what is no ticker. */
export function tickerIn(value: unknown): KeptTicker | null {
  const [market, base, quote] = ['market', 'base', 'quote'].map((name) => textOf(member(value, name)))
  const last = decimalAt(value, 'last')
  if (!market || !base || !quote || !isDecimal(last)) return null
  const of = (name: string) => decimalAt(value, name)
  const prices = { last, bid: of('bid'), ask: of('ask') }
  return { market, base, quote, ...prices, change24h: of('change24h'), volume24h: of('volume24h') }
}

/** A price by contract, and how sure the source is. */
export function priceIn(value: unknown): { price: string; confidence: string | null } | null {
  const price = decimalAt(value, 'price')
  return isDecimal(price) ? { price, confidence: decimalAt(value, 'confidence') } : null
}

/** Which version of Token Metrics' interface has answered, and how many requests its last refresh took. */
export function metricsStateIn(value: unknown): { version: MetricsVersion | null; requests: number } {
  const requests = member(value, 'requests')
  return {
    version: METRICS_VERSIONS.find((version) => version === member(value, 'version')) ?? null,
    requests: typeof requests === 'number' && Number.isSafeInteger(requests) && requests > 0 ? requests : 0,
  }
}

/** What CoinGecko said of a coin. */
export function geckoIn(value: unknown): Omit<GeckoCoin, 'at'> | null {
  const [remoteId, symbol] = ['remoteId', 'symbol'].map((name) => textOf(member(value, name)))
  if (!remoteId || !symbol) return null
  const of = (name: string) => decimalAt(value, name)
  const rank = member(value, 'rank')
  return {
    ...{ remoteId, symbol, rank: Number.isSafeInteger(rank) && Number(rank) > 0 ? Number(rank) : null },
    ...{ price: of('price'), change24h: of('change24h'), marketCap: of('marketCap'), volume24h: of('volume24h') },
    ...{ fullyDilutedValue: of('fullyDilutedValue'), high24h: of('high24h'), low24h: of('low24h') },
    ...{ circulatingSupply: of('circulatingSupply'), totalSupply: of('totalSupply'), maxSupply: of('maxSupply') },
    ...{ allTimeHigh: of('allTimeHigh'), allTimeHighAt: timeAt(member(value, 'allTimeHighAt')) },
  }
}

/** What its page of the coin said. */
export function pageIn(value: unknown): Pick<MarketFacts, 'categories' | 'links' | 'isPreview'> {
  const categories = member(value, 'categories')
  const links = member(value, 'links')
  const preview = member(value, 'isPreview')
  return {
    categories: Array.isArray(categories) ? categories.filter((each) => typeof each === 'string') : [],
    links: Array.isArray(links) ? links.flatMap(linkIn) : [],
    isPreview: typeof preview === 'boolean' ? preview : null,
  }
}

/** Titles of an exchange as they were kept; a title that is none, or without the time when it was seen, is left out. */
export function announcementsIn(value: unknown): KeptAnnouncement[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((row: unknown): KeptAnnouncement[] => {
    const [title, seenAt] = [textOf(member(row, 'title')), timeAt(member(row, 'seenAt'))]
    const url = textOf(member(row, 'url'))
    if (title === null || seenAt === null) return []
    return [{ title, url: url?.startsWith('https://') ? url : null, at: timeAt(member(row, 'at')), seenAt }]
  })
}

/** Candles as short rows: a long history is mostly its names else. */
export const candleRows = (candles: readonly Candle[]): unknown[] =>
  candles.map(({ at, open, high, low, close, volume }) => [at, open, high, low, close, volume])

export function candlesIn(value: unknown): Candle[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((row: unknown): Candle[] => {
    if (!Array.isArray(row)) return []
    const [time, open, high, low, close, volume] = row
    const at = timeAt(time)
    if (at === null || !isDecimal(close)) return []
    const rest = { open: amountOf(open), high: amountOf(high), low: amountOf(low), volume: amountOf(volume) }
    return [{ at, close, ...rest }]
  })
}
