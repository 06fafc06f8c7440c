// What is known of an account at its venue: markets, prices, balances, each with the time of its telling. Asks the
// venue when that is old, and keeps the last words when it is silent.

import type { VenueState } from '../../../shared/app.ts'
import type { Depth, Market, PriceLimits } from '../../../shared/order.ts'
import { AppError } from '../../../shared/result.ts'
import type { VenueCache } from '../../ports/stores.ts'
import type { Clock, Exchange, Logger, VenueBalance } from '../../ports/system.ts'
import { createAccountMarkets } from './account-markets.ts'
import { recalled } from './ages.ts'
import { createOrderBookCache } from './order-book-cache.ts'
import { createPriceLimitView } from './price-limit-view.ts'
import { CASH, isDust, type Rate } from './rates.ts'
import { createVenueContact, FRESH_MS, forget, type Refreshing, unread } from './venue-contact.ts'

/** The venue's clock is measured anew that long before a measurement is too old to sign by, milliseconds. */
const CLOCK_POLL_MS = 40_000
/** How often balances that are still the same are written down with their time, milliseconds. */
const SAVE_EVERY_MS = 30_000

export interface BalanceSheet {
  at: string
  /** As `Quote.asOfMs`. */
  asOfMs: number | null
  balances: VenueBalance[]
}

export interface AccountCache {
  readonly accountId: string
  /** Markets and prices, asked for when older than 2 s; what is cached when the venue is silent. */
  markets(): Promise<Market[]>
  /** As an order may rely on them: asked for when older than 2 s, where the venue counts such requests closely than 9 s. */
  balances(): Promise<BalanceSheet | null>
  /** Both, and the prices of whatever the balances show for the first time. */
  refresh(): Promise<void>
  /** The same as `refresh`, with balances as an order may rely on them. */
  refreshForOrder(): Promise<void>
  /**
   * The same and the venue's clock, before somebody needs them, so that an order waits for none. When the oldest of what is known
   * now was asked for, monotonic milliseconds (minus infinity where an order has made it wrong since); `null` where something
   * was not told. Never rejects.
   */
  poll(): Promise<number | null>
  lastMarkets(): Market[]
  /** When the venue was asked for what `lastMarkets` tells, on the monotonic clock; `null` where that is not known, or no longer true. */
  marketsAsOfMs(): number | null
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
  /** The venue's clock against this machine's as it was measured last, milliseconds, with its time; `null` before that. */
  lastClockOffset(): { offsetMs: number; asOfMs: number } | null
  /** Another profile was restored: nothing but what it has kept is known from now on. */
  reload(): void
  /** `words`: the exchange's own, while it refuses the key. */
  status(): { state: VenueState; lastAnswerAt: string | null; lastAnswerMs: number | null; words?: string }
}

/**
 * Builds the view of one account over its exchange. `asked` is told of each market whose book is asked for, `keyHeard` after each
 * look at the balances of the exchange's words against the key, or that it took it.
 */
export function createAccountCache(
  accountId: string,
  exchange: Exchange,
  cache: VenueCache,
  clock: Clock,
  logger: Logger,
  asked: (market: string) => void = () => {},
  keyHeard: (refusal: string | null) => void = () => {},
): AccountCache {
  const books = createOrderBookCache(exchange, clock, asked)
  const limits = createPriceLimitView(exchange, clock)
  const contact = createVenueContact(accountId, clock, logger)
  // A copy that cannot be kept is no reason to call the venue silent.
  const keep = (save: () => void) => {
    try {
      save()
    } catch (error) {
      logger.error('venue-cache-not-saved', { accountId, error })
    }
  }

  const markets = createAccountMarkets({ accountId, exchange, cache, clock, books, keep })
  const keptSheet = (): BalanceSheet | null => {
    const read = cache.balances(accountId)
    return read === null ? null : { ...read, asOfMs: recalled(read.at, clock) }
  }
  let sheet = keptSheet()
  const timestamp = () => new Date(clock.now()).toISOString()
  const marketsFresh = unread()
  const balancesFresh = unread()
  let clockOffset: ReturnType<AccountCache['lastClockOffset']> = null

  const heldAssets = (): string[] => {
    const listed = new Set(markets.list().map(({ base }) => base))
    return (sheet?.balances ?? [])
      .filter(({ asset, total }) => asset !== CASH && !listed.has(asset) && !isDust(total))
      .map(({ asset }) => asset)
  }

  const heard = (words: string | null) => {
    contact.heard(words)
    keep(() => keyHeard(words))
  }
  let saved = { words: '', at: Number.NEGATIVE_INFINITY }
  const readBalances = async () => {
    // They are at least as new as the question.
    const asOfMs = clock.monotonic()
    const balances = await exchange.balances().catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'KEY_REFUSED') heard(refusalIn(error))
      throw error
    })
    heard(null)
    const at = timestamp()
    sheet = { at, asOfMs, balances }
    const words = JSON.stringify(balances)
    // Each write waits for the disk, and a poll mostly tells what is there already.
    if (words === saved.words && asOfMs - saved.at < SAVE_EVERY_MS) return
    saved = { words, at: asOfMs }
    keep(() => cache.saveBalances(accountId, at, balances))
  }

  // Where a venue counts such requests closely its balances are as good for as long as they cannot be asked for again.
  const everyMs = exchange.record.limits.balancesEveryMs ?? 0
  const forOrder: Refreshing = { maxAgeMs: Math.max(FRESH_MS, everyMs * 1.5) }
  const readFresh = {
    markets: (how?: Refreshing) => contact.refresh(marketsFresh, () => markets.read(heldAssets()), how),
    balances: (how?: Refreshing) => contact.refresh(balancesFresh, readBalances, how),
  }
  const refresh = async (how?: Refreshing) => {
    await Promise.all([readFresh.markets(), readFresh.balances(how)])
    if (markets.arePriced(heldAssets())) return
    // Without its price an asset counts nothing, and the total would be too small until the next look.
    forget(marketsFresh)
    await readFresh.markets()
  }

  return {
    accountId,
    markets: async () => {
      await readFresh.markets()
      return markets.list()
    },
    balances: async () => {
      await readFresh.balances(forOrder)
      return sheet
    },
    refresh: () => refresh(),
    refreshForOrder: () => refresh(forOrder),
    poll: async () => {
      // Not by times: a read that a screen began is joined, and one of a microsecond ago is not older than this poll.
      const failures = () => marketsFresh.failures + balancesFresh.failures
      const before = failures()
      const [isTimed] = await Promise.all([
        exchange.clockOffset(CLOCK_POLL_MS).then(
          (offsetMs) => {
            clockOffset = { offsetMs, asOfMs: clock.monotonic() }
            return true
          },
          () => false,
        ),
        readFresh.markets({ maxAgeMs: 0, isPoll: true }),
        readFresh.balances({ maxAgeMs: everyMs, isPoll: true }),
      ])
      if (!markets.arePriced(heldAssets())) await readFresh.markets({ maxAgeMs: 0, isPoll: true })
      if (!isTimed || failures() > before) return null
      const [pricedAt, heldAt] = [marketsFresh.readAt, balancesFresh.readAt]
      if (pricedAt === null || heldAt === null) return Number.NEGATIVE_INFINITY
      // Balances that cannot be asked for as often as prices hold up nothing.
      return everyMs > 0 ? pricedAt : Math.min(pricedAt, heldAt)
    },
    lastRate: markets.rate,
    lastMarkets: markets.list,
    marketsAsOfMs: () => marketsFresh.readAt,
    depth: books.read,
    priceLimits: limits.read,
    lastPriceLimits: limits.last,
    lastBalances: () => sheet,
    lastClockOffset: () => clockOffset,
    told: (market, depth) => {
      const asOfMs = clock.monotonic()
      books.told(market, { ...depth, asOfMs })
      markets.told(market, { ...depth, asOfMs })
      contact.answered()
    },
    touchBalances: () => forget(balancesFresh),
    touchMarkets: () => forget(marketsFresh),
    reload: () => {
      forget(balancesFresh)
      forget(marketsFresh)
      markets.reload()
      sheet = keptSheet()
      clockOffset = null
      saved = { words: '', at: Number.NEGATIVE_INFINITY }
    },
    status: contact.status,
  }
}

/** In which words the exchange has refused the key; none where it said nothing. */
const refusalIn = ({ reason }: AppError): string =>
  reason.code === 'KEY_REFUSED_BY_EXCHANGE' ? reason.params.words : ''
