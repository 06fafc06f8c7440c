// The stage of a market by the words of its exchange, each exchange's own fields as its documents name them. ccxt's
// "active" says no more than yes or no; it is asked only where no words are known. Above each reader stands what was read on
// 2026-11-29, from stored copies with their own dates, and what no page confirms.

import type { MarketStage, Takes } from '../../../../shared/markets/market-stages.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { MarketListing } from '../../../ports/venue.ts'

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

// enums.md (symbol status) and rest-api.md ("Symbol Permissions Interpretation") of binance-spot-api-docs, of 2026-07-21: the
// list there is TRADING, END_OF_DAY, HALT, BREAK, CANCEL_ONLY. The other words are older ones that it no longer has.
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

// https://docs.kraken.com/exchange/api-reference/unified-fix/sl (the statuses of the FIX security list, which has `Hidden` as
// well) and a copy of "Get Tradable Asset Pairs" of 2026-02-26, which names no more than the first five. `work_in_progress`
// stands on neither. Of a pair that may only be reduced nothing but a sale reduces what is held.
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

// https://help.coinbase.com/en/coinbase/trading-and-funding/advanced-trade/market-availability and /auction-mode; the names
// of the flags from coinbase-advanced-py of 2026-06-19. The words of `status` were found on no page. The strictest that is
// set counts.
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

// "Get instruments" of the OKX API guide, a copy of 2026-02-23: orders are taken from `listTime` on and trade from
// `contTdSwTime` on, where there is a call auction between the two; `expTime` is when it is taken off, and then its channel
// says `expired`. Whether a pre-quote takes orders is not said. `rebase` is not on that copy.
function okx(info: unknown, now: number): Partial<Staged> & { stage: MarketStage } {
  const [listed = null, trades = null, ends = null] = ['listTime', 'contTdSwTime', 'expTime'].map((name) =>
    millis(member(info, name)),
  )
  const opensAt = iso(ahead(trades, now) ?? ahead(listed, now))
  const isCollecting =
    (listed === null || listed <= now) && ahead(trades, now) !== null && word(info, 'openType') !== 'pre_quote'
  switch (word(info, 'state')) {
    case 'preopen':
      return { stage: isCollecting ? 'auction' : 'pre-launch', opensAt: due(trades ?? listed, now) }
    case 'live':
      if (opensAt !== null) return { stage: isCollecting ? 'auction' : 'pre-launch', opensAt }
      return untilIts(ends, now)
    case 'suspend':
    case 'rebase':
      return { ...untilIts(ends, now), stage: (ends ?? now + 1) > now ? 'halted' : 'delisted' }
    case 'test':
      return { stage: 'halted' }
    case 'expired':
      return { stage: 'delisted', closesAt: iso(ends) }
    default:
      return { stage: 'unknown' }
  }
}

// docs/v5/enum.mdx (status, curAuctionPhase) of bybit-exchange/docs of 2026-07-24. `Settling` is an older word that is no
// longer there. An auction takes limit orders that wait, and nothing else; what is `Finished` before it traded is delisted.
const BYBIT_PHASES: Readonly<Record<string, MarketStage>> = {
  callauction: 'auction',
  callauctionnocancel: 'auction',
  continuoustrading: 'trading',
  finished: 'delisted',
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

// docs/CurrencyPair.md of gateio/gateapi-go of 2025-07-24; its times are seconds.
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

// "Get All Symbols" by spec/rest/api/openapi-spot-market.json of kucoin-universal-sdk of 2025-11-04. A call auction takes
// orders in its first two phases and none in the third, which ends when trading begins. Nothing is said of an end.
function kucoin(info: unknown, now: number): Partial<Staged> & { stage: MarketStage } {
  const at = (name: string) => millis(member(info, name))
  const opens = ahead(at('tradingStartTime'), now)
  if (opens !== null) {
    const [begins, closes] = [at('callauctionFirstStageStartTime'), at('callauctionThirdStageStartTime')]
    const isCollecting =
      isSet(info, 'callauctionIsEnabled') && begins !== null && begins <= now && now < (closes ?? opens)
    return { stage: isCollecting ? 'auction' : 'announced', opensAt: iso(opens) }
  }
  const isOpen = member(info, 'enableTrading')
  return { stage: isOpen === true ? 'trading' : isOpen === false ? 'halted' : 'unknown' }
}

// `status` by https://www.bitget.com/api-doc/spot/market/Get-Symbols as mirrors of it show the page. What `gray` ("grey
// scale") lets anybody do is not said, so that nothing is ordered there.
const BITGET: Readonly<Record<string, MarketStage>> = {
  online: 'trading',
  gray: 'pre-launch',
  halt: 'halted',
  offline: 'halted',
}

// "Exchange Information" and "Query offline symbols" of the MEXC spot API v3, by a copy of 2025 or later; MEXC's own
// repository of its pages (2025-07-08) has it no more. Older answers spell `ENABLED` for 1. Many symbols are traded on its
// site alone.
const MEXC: Readonly<Record<string, MarketStage>> = {
  '1': 'trading',
  enabled: 'trading',
  '2': 'halted',
  '3': 'delisted',
}

const MEXC_SIDES: Readonly<Record<string, Takes['sides']>> = { '2': ['buy'], '3': ['sell'], '4': [] }

function mexc(info: unknown): Partial<Staged> & { stage: MarketStage } {
  const sides =
    member(info, 'isSpotTradingAllowed') === false ? [] : named(MEXC_SIDES, textOf(member(info, 'tradeSideType')) ?? '')
  return { stage: named(MEXC, word(info, 'status')) ?? 'unknown', ...(sides !== undefined && { takes: { sides } }) }
}

const READERS: Readonly<Record<string, Reader>> = {
  binance: (info) => ({
    stage:
      member(info, 'isSpotTradingAllowed') === false ? 'halted' : (named(BINANCE, word(info, 'status')) ?? 'unknown'),
    takes: binanceTakes(info),
  }),
  bitget: (info) => ({ stage: named(BITGET, word(info, 'status')) ?? 'unknown' }),
  kucoin,
  mexc,
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
