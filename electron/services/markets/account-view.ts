// What is known of an account at its venue: markets, prices, balances, each with the time of its telling. Asks the
// venue when that is old, and keeps the last words when it is silent.

import type { VenueState } from '../../../shared/app.ts'
import { compare } from '../../../shared/decimal.ts'
import type { Depth, Market, PriceLimits, Quote } from '../../../shared/order.ts'
import { AppError } from '../../../shared/result.ts'
import type { VenueCache } from '../../ports/stores.ts'
import type { Clock, Exchange, Logger, VenueBalance } from '../../ports/system.ts'
import type { KeptQuote, MarketQuote } from '../../ports/venue.ts'
import { isNewer, kept, recalled, received } from './ages.ts'
import { createDepthView } from './depth-view.ts'
import { createPriceLimitView } from './price-limit-view.ts'
import { CASH, isDust, type Rate, rateOf } from './rates.ts'

/** A price or balance younger than this is not asked for again, milliseconds. */
const FRESH_MS = 2_000
/** After a failure the venue is left alone for this long, so that every screen is not held up by it. */
const RETRY_MS = 1_000
/** How often the last prices are written down while they stream in: each write waits for the disk. */
const PERSIST_MS = 30_000

export interface BalanceSheet {
  at: string
  /** As `Quote.asOfMs`. */
  asOfMs: number | null
  balances: VenueBalance[]
}

export interface AccountView {
  readonly accountId: string
  /** Markets and prices, asked for when older than 2 s; what is cached when the venue is silent. */
  markets(): Promise<Market[]>
  balances(): Promise<BalanceSheet | null>
  /** Both, and the prices of whatever the balances show for the first time. */
  refresh(): Promise<void>
  lastMarkets(): Market[]
  /** The book of a market; `null` where none is to be had now. */
  depth(market: string): Promise<Depth | null>
  /** Between which prices the venue takes limit orders in a market; `null` where it does not tell. */
  priceLimits(market: string): Promise<PriceLimits | null>
  /** The same as told last, however old. */
  lastPriceLimits(market: string): PriceLimits | null
  lastBalances(): BalanceSheet | null
  /** USDT for one unit of an asset by the last prices of this venue; `null` where it told none. */
  lastRate(asset: string): Rate | null
  /** Takes in the book of a market that a stream has told; its best prices are the market's from then on. */
  told(market: string, depth: Depth): void
  /** The balances are wrong from now on: an order changed them. */
  touchBalances(): void
  /** Which coins its markets trade has changed: they are asked for again. */
  touchMarkets(): void
  /** Another profile was restored: nothing but what it has kept is known from now on. */
  reload(): void
  /** `words`: the exchange's own, while it refuses the key. */
  status(): { state: VenueState; lastAnswerAt: string | null; lastAnswerMs: number | null; words?: string }
}

interface Freshness {
  /** Counts what made earlier answers wrong; an answer to an earlier question is not fresh. */
  epoch: number
  readAt: number | null
  failedAt: number | null
  running: Promise<void> | null
  /** The epoch in which the running read was begun. */
  runningSince: number
}

/**
 * Builds the view of one account over its exchange. `asked` is told of each market whose book is asked for, `keyHeard` after each
 * look at the balances of the exchange's words against the key, or that it took it.
 */
export function createAccountView(
  accountId: string,
  exchange: Exchange,
  cache: VenueCache,
  clock: Clock,
  logger: Logger,
  asked: (market: string) => void = () => {},
  keyHeard: (refusal: string | null) => void = () => {},
): AccountView {
  const books = createDepthView(exchange, clock, asked)
  const limits = createPriceLimitView(exchange, clock)
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
  const keptSheet = (): BalanceSheet | null => {
    const read = cache.balances(accountId)
    return read === null ? null : { ...read, asOfMs: recalled(read.at, clock) }
  }
  let sheet = keptSheet()
  let state: VenueState = 'not-started'
  let lastAnswerAt: string | null = null
  let lastAnswerMs: number | null = null
  /** The exchange answers, but not to this key: what anybody may read would hide that. */
  let refusal: string | null = null
  let persistedAt = Number.NEGATIVE_INFINITY
  const timestamp = () => new Date(clock.now()).toISOString()
  const answered = () => {
    lastAnswerAt = timestamp()
    lastAnswerMs = clock.monotonic()
  }

  const refresh = async (fresh: Freshness, read: () => Promise<void>): Promise<void> => {
    const { epoch } = fresh
    while (fresh.running !== null) {
      const asked = fresh.runningSince
      await fresh.running
      // A read that was under way when an order changed the balances may have seen them before.
      if (asked >= epoch) return
    }
    const now = clock.monotonic()
    if (fresh.readAt !== null && now - fresh.readAt < FRESH_MS) return
    if (fresh.failedAt !== null && now - fresh.failedAt < RETRY_MS) return
    if (state === 'not-started') state = 'starting'
    const since = fresh.epoch
    fresh.runningSince = since
    fresh.running = read()
      .then(() => {
        fresh.readAt = fresh.epoch === since ? clock.monotonic() : null
        fresh.failedAt = null
        state = 'reachable'
        answered()
      })
      .catch((error: unknown) => {
        fresh.failedAt = clock.monotonic()
        // Said once: a poll would fill the log with the same line.
        // Its words may name what was typed: a variable, a path.
        const code = error instanceof AppError ? error.code : 'INTERNAL'
        if (code === 'KEY_REFUSED') return
        if (state !== 'unreachable') logger.warn('venue-unreachable', { accountId, code })
        state = 'unreachable'
      })
      .finally(() => {
        fresh.running = null
      })
    return fresh.running
  }

  // A copy that cannot be kept is no reason to call the venue silent.
  const keep = (save: () => void) => {
    try {
      save()
    } catch (error) {
      logger.error('venue-cache-not-saved', { accountId, error })
    }
  }

  const unread = { epoch: 0, readAt: null, failedAt: null, running: null, runningSince: 0 }
  const marketsFresh: Freshness = { ...unread }
  const balancesFresh: Freshness = { ...unread }

  const heldAssets = (): string[] => {
    const listed = new Set(markets.map(({ base }) => base))
    return (sheet?.balances ?? [])
      .filter(({ asset, total }) => asset !== CASH && !listed.has(asset) && !isDust(total))
      .map(({ asset }) => asset)
  }

  const readMarkets = async () => {
    const assets = heldAssets()
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
  const heard = (words: string | null) => {
    if (words !== null && refusal === null) logger.warn('venue-refuses-key', { accountId })
    refusal = words
    keep(() => keyHeard(words))
  }
  const readBalances = async () => {
    // They are at least as new as the question.
    const asOfMs = clock.monotonic()
    const balances = await exchange.balances().catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'KEY_REFUSED') heard(String(error.params?.['words'] ?? ''))
      throw error
    })
    heard(null)
    const at = timestamp()
    sheet = { at, asOfMs, balances }
    keep(() => cache.saveBalances(accountId, at, balances))
  }

  const readFresh = {
    markets: () => refresh(marketsFresh, readMarkets),
    balances: () => refresh(balancesFresh, readBalances),
  }

  return {
    accountId,
    markets: async () => {
      await readFresh.markets()
      return markets
    },
    balances: async () => {
      await readFresh.balances()
      return sheet
    },
    refresh: async () => {
      await Promise.all([readFresh.markets(), readFresh.balances()])
      if (heldAssets().every((asset) => priced.has(asset))) return
      // Without its price an asset counts nothing, and the total would be too small until the next look.
      forget(marketsFresh)
      await readFresh.markets()
    },
    lastRate: (asset) => rateOf(asset, quotes),
    lastMarkets: () => markets,
    depth: books.read,
    priceLimits: limits.read,
    lastPriceLimits: limits.last,
    lastBalances: () => sheet,
    told: (market, depth) => {
      const asOfMs = clock.monotonic()
      books.told(market, { ...depth, asOfMs })
      markets = markets.map((known) => {
        const price = known.market === market ? quoteOf({ ...depth, asOfMs }, known.price) : null
        return price === null ? known : { ...known, price }
      })
      answered()
    },
    touchBalances: () => forget(balancesFresh),
    touchMarkets: () => forget(marketsFresh),
    reload: () => {
      forget(balancesFresh)
      forget(marketsFresh)
      markets = keptMarkets()
      changedAt.clear()
      quotes = keptQuotes()
      sheet = keptSheet()
    },
    status: () => ({
      state,
      lastAnswerAt,
      lastAnswerMs,
      ...(refusal !== null && { state: 'refused', words: refusal }),
    }),
  }
}

function forget(fresh: Freshness): void {
  fresh.epoch += 1
  fresh.readAt = null
  fresh.failedAt = null
}

/** The best prices of a book. It does not tell the last trade: that stays the one known before, as far as the book allows. */
function quoteOf(depth: Depth | null, before: Quote | null): Quote | null {
  const [bid, ask] = [depth?.bids[0]?.[0], depth?.asks[0]?.[0]]
  if (depth === null || bid === undefined || ask === undefined) return null
  const last = before?.last ?? bid
  const within = compare(last, bid) < 0 ? bid : compare(last, ask) > 0 ? ask : last
  return { bid, ask, last: within, at: depth.at, receivedAt: depth.at, asOfMs: depth.asOfMs ?? null }
}
