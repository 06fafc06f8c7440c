// The stage of a market by the words of its exchange, each exchange's own fields as its documents name them. ccxt's
// "active" says no more than yes or no; it is asked only where no words are known.

import type { MarketStage, Takes } from '../../../shared/market-stages.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { MarketListing } from '../../venue.ts'

export type Staged = Pick<MarketListing, 'stage' | 'opensAt' | 'closesAt' | 'takes'>

type Reader = (info: unknown, now: number) => Partial<Staged> & { stage: MarketStage }

const word = (info: unknown, name: string): string => (textOf(member(info, name)) ?? '').toLowerCase()
/** What a table has under a word of the exchange's; a word such as `constructor` stands in none. */
const named = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined
const isSet = (info: unknown, name: string): boolean => member(info, name) === true

/** Milliseconds since 1970 of a field in milliseconds; `null` where it is empty or zero. */
function millis(value: unknown): number | null {
  const text = textOf(value)
  const at = text !== null && /^\d{10,15}$/.test(text) ? Number(text) : 0
  return at > 0 ? at : null
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
const ahead = (at: number | null, now: number): number | null => (at !== null && at > now ? at : null)
/** An opening is told until it has come; one that is a little late is told still. */
const LATE_MS = 600_000
const due = (at: number | null, now: number): string | null => iso(ahead(at, now - LATE_MS))

/** A market that trades, but whose end is told. */
function untilIts(end: number | null, now: number): Partial<Staged> & { stage: MarketStage } {
  if (end === null) return { stage: 'trading' }
  return { stage: end > now ? 'delisting' : 'delisted', closesAt: iso(end) }
}

// https://developers.binance.com/docs/binance-spot-api-docs/enums (symbol status), read 2026-11-29. The older words are no
// longer in the list.
const BINANCE: Readonly<Record<string, MarketStage>> = {
  trading: 'trading',
  pre_trading: 'pre-launch',
  pending_trading: 'pre-launch',
  auction_match: 'auction',
  cancel_only: 'cancel-only',
  halt: 'halted',
  break: 'halted',
  end_of_day: 'halted',
  post_trading: 'halted',
}

/** What Binance names in `orderTypes`: a type that is missing is refused with -1013 or -1116. */
function binanceTakes(info: unknown): Takes | undefined {
  const told = member(info, 'orderTypes')
  if (!Array.isArray(told)) return undefined
  const has = (name: string) => told.includes(name)
  return {
    orderTypes: [
      ...(has('MARKET') ? (['market'] as const) : []),
      ...(has('LIMIT') || has('LIMIT_MAKER') ? (['limit'] as const) : []),
      ...(has('STOP_LOSS_LIMIT') ? (['stop-limit'] as const) : []),
    ],
    timesInForce: [
      ...(has('LIMIT') ? (['gtc', 'ioc'] as const) : []),
      ...(has('LIMIT_MAKER') ? (['post-only'] as const) : []),
    ],
  }
}

// https://docs.kraken.com/api/docs/rest-api/get-tradable-asset-pairs (status) and the statuses of its FIX security list,
// read 2026-11-29. Of a pair that may only be reduced nothing but a sale reduces what is held.
const KRAKEN: Readonly<Record<string, Partial<Staged> & { stage: MarketStage }>> = {
  online: { stage: 'trading' },
  cancel_only: { stage: 'cancel-only' },
  post_only: { stage: 'post-only' },
  limit_only: { stage: 'limit-only' },
  reduce_only: { stage: 'delisting', takes: { sides: ['sell'] } },
  maintenance: { stage: 'halted' },
  work_in_progress: { stage: 'pre-launch' },
  delisted: { stage: 'delisted' },
}

// https://help.coinbase.com/en/coinbase/trading-and-funding/advanced-trade/market-availability and the fields of
// GET /api/v3/brokerage/products, read 2026-11-29. The strictest that is set counts.
function coinbase(info: unknown): { stage: MarketStage } {
  const status = word(info, 'status')
  if (status === 'delisted') return { stage: 'delisted' }
  const isOff = ['trading_disabled', 'is_disabled', 'view_only'].some((name) => isSet(info, name))
  if (isOff || status === 'offline' || status === 'internal') return { stage: 'halted' }
  if (isSet(info, 'cancel_only')) return { stage: 'cancel-only' }
  if (isSet(info, 'auction_mode')) return { stage: 'auction' }
  if (isSet(info, 'post_only')) return { stage: 'post-only' }
  if (isSet(info, 'limit_only')) return { stage: 'limit-only' }
  const isTold = status === 'online' || member(info, 'trading_disabled') === false
  return { stage: isTold ? 'trading' : 'unknown' }
}

// https://www.okx.com/docs-v5/en/#public-data-rest-api-get-instruments, read 2026-11-29: orders are taken from `listTime` on
// and trade from `contTdSwTime` on, where there is a call auction between the two; `expTime` is when it is taken off.
function okx(info: unknown, now: number): Partial<Staged> & { stage: MarketStage } {
  const [listed, trades, ends] = ['listTime', 'contTdSwTime', 'expTime'].map((name) => millis(member(info, name)))
  const opensAt = iso(ahead(trades ?? null, now) ?? ahead(listed ?? null, now))
  const isCollecting =
    (listed ?? 0) <= now && ahead(trades ?? null, now) !== null && word(info, 'openType') !== 'pre_quote'
  switch (word(info, 'state')) {
    case 'preopen':
      return { stage: isCollecting ? 'auction' : 'pre-launch', opensAt: due(trades ?? listed ?? null, now) }
    case 'live':
      if (opensAt !== null) return { stage: isCollecting ? 'auction' : 'pre-launch', opensAt }
      return untilIts(ends ?? null, now)
    case 'suspend':
    case 'rebase':
      return { ...untilIts(ends ?? null, now), stage: (ends ?? now + 1) > now ? 'halted' : 'delisted' }
    case 'test':
      return { stage: 'halted' }
    default:
      return { stage: 'unknown' }
  }
}

// https://bybit-exchange.github.io/docs/v5/enum#status and #curauctionphase, read 2026-11-29.
const BYBIT_PHASES: Readonly<Record<string, MarketStage>> = {
  callauction: 'auction',
  callauctionnocancel: 'auction',
  continuoustrading: 'trading',
}

function bybit(info: unknown, now: number): Partial<Staged> & { stage: MarketStage } {
  switch (word(info, 'status')) {
    case 'prelaunch': {
      const phases = member(info, 'preListingInfo', 'phases')
      const opening: unknown = Array.isArray(phases)
        ? phases.find((each) => word(each, 'phase') === 'continuoustrading')
        : undefined
      const at = millis(member(opening, 'startTime')) ?? millis(member(info, 'launchTime'))
      const phase = word(member(info, 'preListingInfo'), 'curAuctionPhase')
      return { stage: named(BYBIT_PHASES, phase) ?? 'pre-launch', opensAt: due(at, now) }
    }
    case 'trading':
      return untilIts(millis(member(info, 'deliveryTime')), now)
    case 'settling':
    case 'delivering':
      return { stage: 'halted' }
    case 'closed':
      return { stage: 'delisted' }
    default:
      return { stage: 'unknown' }
  }
}

// https://www.gate.com/docs/developers/apiv4/en/#currencypair, read 2026-11-29; its times are seconds.
function gate(info: unknown, now: number): Partial<Staged> & { stage: MarketStage } {
  const seconds = (name: string) => {
    const at = Number(textOf(member(info, name)) ?? '0')
    return Number.isSafeInteger(at) && at > 0 ? at * 1_000 : null
  }
  const ends = seconds('delisting_time')
  switch (word(info, 'trade_status')) {
    case 'tradable':
      return untilIts(ends, now)
    case 'sellable':
      return { stage: 'delisting', closesAt: iso(ends), takes: { sides: ['sell'] } }
    case 'buyable':
      return { stage: 'trading', takes: { sides: ['buy'] } }
    case 'untradable': {
      const opensAt = ahead(seconds('buy_start'), now)
      if (opensAt !== null) return { stage: 'announced', opensAt: iso(opensAt) }
      return { stage: ends !== null && ends <= now ? 'delisted' : 'halted', closesAt: iso(ends) }
    }
    default:
      return { stage: 'unknown' }
  }
}

const READERS: Readonly<Record<string, Reader>> = {
  binance: (info) => ({
    stage:
      member(info, 'isSpotTradingAllowed') === false ? 'halted' : (named(BINANCE, word(info, 'status')) ?? 'unknown'),
    takes: binanceTakes(info),
  }),
  kraken: (info) => named(KRAKEN, word(info, 'status')) ?? { stage: 'unknown' },
  coinbase,
  okx,
  bybit,
  gate,
}

/**
 * The stage of a market of ccxt's, and when it opens or ends where that is told. `now`: on the exchange's clock, milliseconds
 * since 1970. What cannot be read is `unknown`, where nothing is ordered.
 */
export function stageOf(venue: string, market: unknown, now: number): Staged {
  const active = member(market, 'active')
  const general: MarketStage = active === true ? 'trading' : active === false ? 'halted' : 'unknown'
  const told = READERS[venue]?.(member(market, 'info'), now) ?? { stage: general }
  return { opensAt: null, closesAt: null, ...told }
}
