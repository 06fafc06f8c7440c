// Which prices a venue takes, as far as its list of markets tells it: multiples of a price that is mostly its own.

import { add, compare, type Decimal, isZero, max, min, subtract } from '../../../../shared/decimal.ts'
import type { MarketRules, PriceBand, PriceBands } from '../../../../shared/order.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { Venue } from '../client.ts'
import { decimalOf } from '../orders/venue-orders.ts'

const OPEN: PriceBand = { low: null, high: null }

/** The bounds of one market; `null` where its entry names none. */
export function priceBandsOf(exchange: Venue, info: unknown): PriceBands | null {
  const filters = binanceFilters(exchange, info)
  if (filters !== null) return filterBands(exchange, filters)
  if (exchange.id !== 'bybit') return null
  const ratio = positive(decimalOf(exchange, member(info, 'riskParameters', 'priceLimitRatioY')))
  return ratio === null ? null : ratioBands(ratio)
}

/**
 * Others spell their filters as Binance does and mean other numbers: MEXC's `bidMultiplierUp` of 0.005 is no two hundredth
 * of the price, and no page says what it is.
 */
function binanceFilters(exchange: Venue, info: unknown): readonly unknown[] | null {
  const filters = member(info, 'filters')
  return exchange.id === 'binance' && Array.isArray(filters) ? filters : null
}

/**
 * Binance: the pair for bids holds for a buy, the one for asks for a sale, both of the average of some minutes; with none,
 * of the last price; and of a reference price where the market has one. Where the older filter stands beside it, both must
 * let a price pass. filters.md (PERCENT_PRICE, PERCENT_PRICE_BY_SIDE) of binance-spot-api-docs of 2026-07-21
 */
function filterBands(exchange: Venue, filters: readonly unknown[]): PriceBands | null {
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
export function averageMinutes(exchange: Venue, info: unknown): string | null {
  const minutes = (binanceFilters(exchange, info) ?? [])
    .filter((each) => ['PERCENT_PRICE', 'PERCENT_PRICE_BY_SIDE'].includes(textOf(member(each, 'filterType')) ?? ''))
    .map((each) => textOf(member(each, 'avgPriceMins')))
  return minutes.every((each) => each === minutes[0]) ? (minutes[0] ?? null) : null
}

const isNothing = (minutes: unknown) => minutes === 0 || minutes === '0'

/**
 * Bybit: a buy at most so much above its index price, a sale at most so much below; mostly less, by a premium of two minutes
 * that nobody is told. For five minutes after a listing other bounds hold.
 * docs/v5/account/set-price-limit.mdx (spot) of bybit-exchange/docs of 2026-07-24, and its "Spot Trading Rules" of 2025-06-17
 */
function ratioBands(ratio: Decimal): PriceBands {
  const low = compare(ratio, '1') < 0 ? subtract('1', ratio) : null
  return { buy: { ...OPEN, high: add('1', ratio) }, sell: { ...OPEN, low }, of: 'index' }
}

function narrower(one: PriceBand, other: PriceBand): PriceBand {
  const of = (a: Decimal | null, b: Decimal | null, pick: (a: Decimal, b: Decimal) => Decimal) =>
    a === null || b === null ? (a ?? b) : pick(a, b)
  return { low: of(one.low, other.low, max), high: of(one.high, other.high, min) }
}

/**
 * Whether the bounds of an order's worth hold for market orders too, where the venue says so.
 * filters.md (MIN_NOTIONAL, NOTIONAL) of binance-spot-api-docs of 2026-07-21
 */
export function worthOfMarketOrders(
  exchange: Venue,
  info: unknown,
): Pick<MarketRules, 'applyMinToMarket' | 'applyMaxToMarket'> {
  const filters = binanceFilters(exchange, info)
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

const positive = (value: Decimal | null): Decimal | null => (value === null || isZero(value) ? null : value)
