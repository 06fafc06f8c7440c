// The markets of an account with their prices: as the venue told them last, by a poll or a stream, and as they are kept.

import { compare } from '../../../shared/decimal.ts'
import type { Depth, Market, Quote } from '../../../shared/order.ts'
import type { VenueCache } from '../../ports/stores.ts'
import type { Clock, Exchange } from '../../ports/system.ts'
import type { KeptQuote, MarketQuote } from '../../ports/venue.ts'
import { isNewer, kept, recalled, received } from './ages.ts'
import type { OrderBookCache } from './order-book-cache.ts'
import { type Rate, rateOf } from './rates.ts'

/** How often the last prices are written down while they stream in: each write waits for the disk. */
const PERSIST_MS = 30_000

export interface AccountMarkets {
  list(): Market[]
  rate(asset: string): Rate | null
  /** Asks the venue for markets and prices, and for what these assets are worth. @throws AppError as the exchange */
  read(assets: string[]): Promise<void>
  /** True when the price of each was asked for last, whether the venue has any or not. */
  arePriced(assets: readonly string[]): boolean
  /** Takes in the best prices of a book that a stream has told. */
  told(market: string, depth: Depth & { asOfMs: number }): void
  /** Nothing but what is kept is known from now on. */
  reload(): void
}

export interface AccountMarketsParts {
  accountId: string
  exchange: Exchange
  cache: VenueCache
  clock: Clock
  books: Pick<OrderBookCache, 'fresh'>
  /** Writes a copy down; one that cannot be kept is noted. */
  keep: (save: () => void) => void
}

/** Builds them out of what is kept. */
export function createAccountMarkets(parts: AccountMarketsParts): AccountMarkets {
  const { accountId, exchange, cache, clock, books, keep } = parts
  const timestamp = () => new Date(clock.now()).toISOString()
  const recall = (quote: KeptQuote): Quote => ({ ...quote, asOfMs: recalled(quote.receivedAt, clock) })
  const keptMarkets = (): Market[] =>
    cache.markets(accountId).map(({ listing, price }) => ({ ...listing, price: price === null ? null : recall(price) }))
  let markets = keptMarkets()
  const keptQuotes = (): MarketQuote[] => [
    ...cache.rates(accountId).map(({ market, quote }) => ({ market, quote: recall(quote) })),
    ...markets.flatMap(({ market, price }) => (price === null ? [] : [{ market, quote: price }])),
  ]
  let quotes = keptQuotes()
  /** When the stage of a market was seen to change last. */
  const changedAt = new Map<string, string>()
  /** The assets whose prices were asked for last, whether the venue has any or not. */
  let priced = new Set<string>()
  let persistedAt = Number.NEGATIVE_INFINITY

  const read = async (assets: string[]) => {
    priced = new Set(assets)
    const before = new Map(markets.map(({ market, price }) => [market, price]))
    const streamed: MarketQuote[] = []
    const isTold = (market: string) => {
      const quote = quoteOf(books.fresh(market), before.get(market) ?? null)
      if (quote !== null) streamed.push({ market, quote })
      return quote !== null
    }
    const [listings, polled] = await Promise.all([exchange.markets(), exchange.prices(assets, isTold)])
    const told = polled.map(({ market, quote }) => ({ market, quote: received(quote, clock) }))
    const priceOf = new Map([...told, ...streamed].map(({ market, quote }) => [market, quote]))
    for (const { market, price } of markets) {
      // A stream has told a newer one while the others were asked for.
      const known = priceOf.get(market)
      if (price !== null && known !== undefined && isNewer(price, known)) priceOf.set(market, price)
    }
    quotes = [...priceOf].map(([market, quote]) => ({ market, quote }))
    const stageOf = new Map(markets.map(({ market, stage }) => [market, stage]))
    for (const { market, stage } of listings) {
      if ((stageOf.get(market) ?? stage) !== stage) changedAt.set(market, timestamp())
    }
    markets = listings.map((listing) => {
      const stageSince = changedAt.get(listing.market)
      const price = priceOf.get(listing.market) ?? null
      return stageSince === undefined ? { ...listing, price } : { ...listing, stageSince, price }
    })
    if (clock.monotonic() - persistedAt >= PERSIST_MS) {
      const dated = quotes.map(({ market, quote }) => ({ market, quote: kept(quote, clock) }))
      keep(() => cache.saveMarkets(accountId, listings, dated))
      persistedAt = clock.monotonic()
    }
  }

  return {
    list: () => markets,
    rate: (asset) => rateOf(asset, quotes),
    read,
    arePriced: (assets) => assets.every((asset) => priced.has(asset)),
    told: (market, depth) => {
      markets = markets.map((known) => {
        const price = known.market === market ? quoteOf(depth, known.price) : null
        return price === null ? known : { ...known, price }
      })
    },
    reload: () => {
      markets = keptMarkets()
      changedAt.clear()
      quotes = keptQuotes()
    },
  }
}

/** The best prices of a book. It does not tell the last trade: that stays the one known before, as far as the book allows. */
function quoteOf(depth: Depth | null, before: Quote | null): Quote | null {
  const [bid, ask] = [depth?.bids[0]?.[0], depth?.asks[0]?.[0]]
  if (depth === null || bid === undefined || ask === undefined) return null
  const last = before?.last ?? bid
  const within = compare(last, bid) < 0 ? bid : compare(last, ask) > 0 ? ask : last
  return { bid, ask, last: within, at: depth.at, receivedAt: depth.at, asOfMs: depth.asOfMs ?? null }
}
