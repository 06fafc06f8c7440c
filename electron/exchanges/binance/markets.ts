// Binance's markets: their stage, what they take, and between which prices.

import { type Decimal, max, min, multiply } from '../../../shared/decimal.ts'
import type { MarketStage, Takes } from '../../../shared/markets/market-stages.ts'
import type { MarketRules, PriceBand, PriceBands } from '../../../shared/order.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { ToldPriceLimits } from '../../ports/venue.ts'
import type { Venue } from '../common/library.ts'
import { type MarketRows, named as rowsNamed } from '../common/market-rows.ts'
import { decimalOf, positive } from '../common/numbers.ts'
import type { LimitSource } from '../common/price-limits.ts'
import { named, type StageReader, word } from '../common/stages.ts'
import { toldAge } from '../common/told-age.ts'

/** What each row must have is what ccxt 4.5.84 fails without. */
export const BINANCE_INFO_ROWS: MarketRows = {
  ...rowsNamed(/\/api\/v3\/exchangeInfo$/, ['symbols'], 'symbol', 'baseAsset', 'quoteAsset'),
  lists: ['filters'],
}
export const BINANCE_PRICE_ROWS: MarketRows = rowsNamed(/\/api\/v3\/ticker\/24hr$/, [], 'symbol')

// enums.md (symbol status) and rest-api.md ("Symbol Permissions Interpretation") of binance-spot-api-docs, of 2026-07-21: the
// list there is TRADING, END_OF_DAY, HALT, BREAK, CANCEL_ONLY. The other words are older ones that it no longer has.
const STAGES: Readonly<Record<string, MarketStage>> = {
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

export const binanceStage: StageReader = (info) => ({
  stage: member(info, 'isSpotTradingAllowed') === false ? 'halted' : (named(STAGES, word(info, 'status')) ?? 'unknown'),
  takes: binanceTakes(info),
})

/**
 * Others spell their filters as Binance does and mean other numbers: MEXC's `bidMultiplierUp` of 0.005 is no two hundredth
 * of the price, and no page says what it is.
 */
function filtersIn(info: unknown): readonly unknown[] | null {
  const filters = member(info, 'filters')
  return Array.isArray(filters) ? filters : null
}

/**
 * Binance: the pair for bids holds for a buy, the one for asks for a sale, both of the average of some minutes; with none,
 * of the last price; and of a reference price where the market has one. Where the older filter stands beside it, both must
 * let a price pass. filters.md (PERCENT_PRICE, PERCENT_PRICE_BY_SIDE) of binance-spot-api-docs of 2026-07-21
 */
export function binanceBands(exchange: Venue, info: unknown): PriceBands | null {
  const filters = filtersIn(info)
  if (filters === null) return null
  const filterOf = (type: string) => filters.find((each) => textOf(member(each, 'filterType')) === type)
  const [bySide, both] = [filterOf('PERCENT_PRICE_BY_SIDE'), filterOf('PERCENT_PRICE')]
  const at = (filter: unknown, name: string) => positive(decimalOf(exchange, member(filter, name)))
  const bandOf = (side: 'bid' | 'ask') =>
    narrower(
      { low: at(bySide, `${side}MultiplierDown`), high: at(bySide, `${side}MultiplierUp`) },
      { low: at(both, 'multiplierDown'), high: at(both, 'multiplierUp') },
    )
  const [buy, sell] = [bandOf('bid'), bandOf('ask')]
  if ([buy, sell].every(({ low, high }) => low === null && high === null)) return null
  const ofLast = [bySide, both]
    .filter((each) => each !== undefined)
    .every((each) => isNothing(member(each, 'avgPriceMins')))
  return { buy, sell, of: ofLast ? 'last' : 'average' }
}

/** Over how many minutes the filters of a market average, as a text; `null` where they differ or do not say. */
function averageMinutes(info: unknown): string | null {
  const minutes = (filtersIn(info) ?? [])
    .filter((each) => ['PERCENT_PRICE', 'PERCENT_PRICE_BY_SIDE'].includes(textOf(member(each, 'filterType')) ?? ''))
    .map((each) => textOf(member(each, 'avgPriceMins')))
  return minutes.every((each) => each === minutes[0]) ? (minutes[0] ?? null) : null
}

const isNothing = (minutes: unknown) => minutes === 0 || minutes === '0'

function narrower(one: PriceBand, other: PriceBand): PriceBand {
  const of = (a: Decimal | null, b: Decimal | null, pick: (a: Decimal, b: Decimal) => Decimal) =>
    a === null || b === null ? (a ?? b) : pick(a, b)
  return { low: of(one.low, other.low, max), high: of(one.high, other.high, min) }
}

/**
 * Whether the bounds of an order's worth hold for market orders too, where the venue says so.
 * filters.md (MIN_NOTIONAL, NOTIONAL) of binance-spot-api-docs of 2026-07-21
 */
export function binanceWorth(info: unknown): Pick<MarketRules, 'applyMinToMarket' | 'applyMaxToMarket'> {
  const filters = filtersIn(info)
  if (filters === null) return {}
  const flags = (type: string, name: string) =>
    filters.filter((each) => textOf(member(each, 'filterType')) === type).map((each: unknown) => member(each, name))
  const mins = [...flags('MIN_NOTIONAL', 'applyToMarket'), ...flags('NOTIONAL', 'applyMinToMarket')]
  const maxes = flags('NOTIONAL', 'applyMaxToMarket')
  return {
    ...(mins.length > 0 && { applyMinToMarket: mins.some((each) => each !== false) }),
    ...(maxes.length > 0 && { applyMaxToMarket: maxes.includes(true) }),
  }
}

/** "This symbol doesn't have a reference price." */
const NO_REFERENCE = -2043

/**
 * The average counts only where it is of as many minutes as the filters say, and where it is certain that no reference price stands
 * in its place. Of no minutes it is the last price, which the ticket has.
 * filters.md, rest-api.md ("Current average price", "Query Reference Price") and faqs/price_range_execution_rules.md of
 * binance-spot-api-docs of 2026-07-21: where a market has a reference price that is not null it stands for the average.
 */
export async function binanceLimits(
  { exchange, venueNow, ask }: LimitSource,
  info: unknown,
  symbol: string,
): Promise<ToldPriceLimits | null> {
  const bands = binanceBands(exchange, info)
  if (bands === null) return null
  const [told, average] = await Promise.all([
    ask('publicGetReferencePrice', { symbol }),
    ask('publicGetAvgPrice', { symbol }),
  ])
  const times = (of: Decimal): Pick<ToldPriceLimits, 'buy' | 'sell'> => ({
    buy: scaled(bands.buy, of),
    sell: scaled(bands.sell, of),
  })
  const reference = positive(decimalOf(exchange, member(told.value, 'referencePrice')))
  if (reference !== null) {
    return { ...times(reference), ...toldAge(member(told.value, 'timestamp'), venueNow(), told.tookMs) }
  }
  const isNone = member(told.value, 'referencePrice') === null || Number(member(told.body, 'code')) === NO_REFERENCE
  const mean = positive(decimalOf(exchange, member(average.value, 'price')))
  const minutes = averageMinutes(info)
  if (!isNone || mean === null || minutes === null || textOf(member(average.value, 'mins')) !== minutes) return null
  // Its `closeTime` is of the last trade: the average is as of now, also where nothing was traded for long.
  return { ...times(mean), at: null, ageMs: average.tookMs }
}

const scaled = ({ low, high }: PriceBand, of: Decimal): PriceBand => ({
  low: low === null ? null : multiply(of, low),
  high: high === null ? null : multiply(of, high),
})
