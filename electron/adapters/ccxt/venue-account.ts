// An account at a real exchange behind the `Exchange` port. The calls are made in the vault's process, which has the key;
// here they are worded, and what went wrong on the way to that process is told from what went wrong at the exchange.

import type { Environment } from '../../../shared/order.ts'
import { nothingSent, reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import type { Answer, Clock, Exchange, OrderQuery } from '../../ports/system.ts'
import type { KeyPurpose, KeyService, KeyUse, VenueAsk, VenueReply } from '../../ports/vault.ts'
import type { MarketListing } from '../../ports/venue.ts'

/** As long as the vault's process signs by one measurement, milliseconds. */
const CLOCK_FOR_MS = 60_000

export interface VenueAccountParts {
  venue: string
  environment: Environment
  /** Base URL in place of the venue's own; `null` for its own. */
  host: string | null
  keyService: Pick<KeyService, 'venue' | 'watch' | 'unwatch'>
  isUnlocked: () => boolean
  /** The key for one call or one stream, noted before. @throws AppError */
  use: (purpose: KeyPurpose, key: string, together?: boolean) => KeyUse
  clock: Pick<Clock, 'now' | 'monotonic'>
  /** A number that no other stream has. */
  newStream: () => number
  /** Which coin may trade under this ticker, the most certain one; `null` where none does. */
  coinOf: (ticker: string) => string | null
  /** The tickers that are worth asking for. */
  tickers: () => string[]
}

/** Opens the account. Nothing is sent before the first call. */
export function openVenueAccount(parts: VenueAccountParts): Exchange {
  const { venue, host, keyService, clock } = parts
  const record = recordOf(venue)
  /** The venue's clock ahead of our monotonic one, and when that was measured: whoever sets this machine's clock moves neither. */
  let measured: { ahead: number; at: number } | null = null
  let listed: string[] = []
  let listing: Promise<unknown> = Promise.resolve()

  const assertUnlocked = () => {
    if (!parts.isUnlocked()) throw new AppError('VAULT_LOCKED', reason('VAULT_LOCKED_FOR_EXCHANGE'))
  }
  const ask = (what: VenueAsk, use: () => KeyUse): Promise<VenueReply> => {
    assertUnlocked()
    return keyService.venue({ venue, host, ask: what }, use())
  }
  /** For an order and its cancel: an error before the call has sent nothing, one of the call itself may have. */
  const send = async (what: VenueAsk, use: () => KeyUse): Promise<Answer> => {
    let call: Promise<VenueReply>
    try {
      call = ask(what, use)
    } catch (error) {
      const why = error instanceof AppError ? error.reason : reason('KEY_NOT_USED')
      return { phase: 'not-sent', detail: nothingSent(why) }
    }
    try {
      const reply = await call
      if (reply.kind === 'answer') return reply.answer
    } catch (error) {
      if (error instanceof AppError && error.code === 'KEY_UNAVAILABLE') {
        return { phase: 'not-sent', detail: nothingSent(error.reason) }
      }
    }
    return { phase: 'lost', sent: null, detail: reason('VAULT_ENDED_MEANWHILE') }
  }
  const read = async <K extends VenueReply['kind']>(
    what: VenueAsk,
    kind: K,
  ): Promise<Extract<VenueReply, { kind: K }>> => {
    const reply = await ask(what, () => parts.use('read', ''))
    if (reply.kind === kind) return reply as Extract<VenueReply, { kind: K }>
    if (reply.kind === 'failed' && reply.keyRefused !== undefined) {
      throw new AppError('KEY_REFUSED', reason('KEY_REFUSED_BY_EXCHANGE', { words: reply.keyRefused }))
    }
    if (reply.kind === 'failed' && reply.isOurs === true) throw new AppError('RATE_LIMITED', reply.detail)
    const why = reply.kind === 'failed' ? reply.detail : reason('EXCHANGE_NOT_ASKED')
    throw new AppError('VENUE_UNREACHABLE', why)
  }

  const readMarkets = async (): Promise<MarketListing[]> => {
    const { listings } = await read({ kind: 'markets', bases: parts.tickers() }, 'listings')
    const known = listings.flatMap((plain) => {
      const coinId = parts.coinOf(plain.base)
      return coinId === null ? [] : [{ ...plain, coinId }]
    })
    listed = known.map(({ market }) => market)
    return known
  }

  return {
    record,
    place: (order, { limit }) => send({ kind: 'place', order, limit }, () => parts.use('order', order.key)),
    keyFor: (key) => {
      const use = taken(() => parts.use('order', key, true))
      return (order, { limit }) => send({ kind: 'place', order, limit }, use)
    },
    cancel: (question) => send({ kind: 'cancel', question }, () => parts.use('cancel', question.order.key)),
    voidKey: null,
    find: async (question: OrderQuery, how = {}) => {
      try {
        return (await read({ kind: 'find', question, ...how }, 'round')).round
      } catch (error) {
        const detail = error instanceof AppError ? error.reason : reason('EXCHANGE_NOT_ASKED')
        return { legs: record.legs.map((leg) => ({ leg, state: 'failed', detail })), venueNow: null, late: null }
      }
    },
    clockOffset: async (maxAgeMs = CLOCK_FOR_MS) => {
      if (measured === null || clock.monotonic() - measured.at >= maxAgeMs) {
        const { offset, ageMs } = await read({ kind: 'offset', maxAgeMs }, 'offset')
        const now = clock.monotonic()
        measured = { ahead: clock.now() + offset - now, at: now - ageMs }
      }
      return Math.round(clock.monotonic() + measured.ahead - clock.now())
    },
    markets: () => {
      const told = readMarkets()
      listing = told.catch(() => {})
      return told
    },
    prices: async (assets, isTold = () => false) => {
      // Asked for beside the markets, whose names it needs.
      await listing
      const markets = listed.filter((market) => !isTold(market))
      // What the currency of a market is worth is asked for also while a stream tells the market's price.
      const currencies = listed
        .filter((market) => !markets.includes(market))
        .map((market) => market.split('/')[1] ?? '')
      const worth = [...new Set([...assets, ...currencies])]
      if (markets.length === 0 && worth.length === 0) return []
      return (await read({ kind: 'prices', markets, assets: worth }, 'quotes')).quotes
    },
    balances: async () => (await read({ kind: 'balances' }, 'balances')).balances,
    openOrders: async (market = null, how = {}) => (await read({ kind: 'open', market, ...how }, 'orders')).orders,
    findKnown: async (questions, how = {}) => (await read({ kind: 'known', questions, ...how }, 'known')).found,
    lookUpWait: async (requests) => (await read({ kind: 'room', requests }, 'room')).ms,
    depth: async (market) => (await read({ kind: 'depth', market }, 'depth')).depth,
    priceLimits: async (market) => (await read({ kind: 'limits', market }, 'limits')).limits,
    ...(record.streams.length > 0 && {
      watch: async (subscription, tell) => {
        assertUnlocked()
        const stream = parts.newStream()
        await keyService.watch(stream, { venue, host, stream: subscription }, parts.use('stream', ''), tell)
        // With the vault's process its streams have ended as well.
        return () => void keyService.unwatch(stream).catch(() => {})
      },
    }),
    close: async () => {},
  }
}

/** What `take` answers, or throws, later. A disk that takes no note is told at once: the attempt is not written either. */
function taken(take: () => KeyUse): () => KeyUse {
  try {
    const use = take()
    return () => use
  } catch (error) {
    if (!(error instanceof AppError) || ['STORAGE_FAILED', 'PROFILE_DAMAGED'].includes(error.code)) throw error
    return () => {
      throw error
    }
  }
}
