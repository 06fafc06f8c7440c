// Between which prices an exchange takes a limit order at this moment, by its own numbers: those that its list of markets gives
// multiples of, or the limits themselves. Read on 2026-11-29:
// - Binance: filters.md, rest-api.md ("Current average price", "Query Reference Price") and faqs/price_range_execution_rules.md
//   of binance-spot-api-docs of 2026-07-21. Where a market has a reference price that is not null it stands for the average.
// - Bybit: docs/v5/market/order-price-limit.mdx of bybit-exchange/docs of 2026-07-24, which names spot among its categories.
// - OKX: "Get limit price" of its API guide, a copy of 2026-02-23; its example is a swap, and it is not said that spot has one.
// - Kraken and Coinbase: no page names such a limit for limit orders of spot, nor a call for one.

import { type Decimal, isZero, multiply } from '../../../../shared/decimal.ts'
import type { PriceBand } from '../../../../shared/order.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { Clock } from '../../../ports/system.ts'
import type { ToldPriceLimits } from '../../../ports/venue.ts'
import type { HttpOutcome } from '../../http-request.ts'
import type { Venue } from '../client.ts'
import { decimalOf } from '../orders/venue-orders.ts'
import { bodyOf } from '../raw-body.ts'
import { toldAge } from '../told-age.ts'
import type { CallRules, Transport } from '../transport.ts'
import { averageMinutes, priceBandsOf } from './price-bands.ts'

interface Source {
  exchange: Venue
  transport: Transport
  /** The exchange's clock, milliseconds since 1970. */
  venueNow: () => number
}

/** A ticket does without them, with a warning: it waits for them no longer. */
const DEADLINE_MS = 3_000

const OPEN: PriceBand = { low: null, high: null }

type Ask = (method: string, params: Record<string, unknown>) => Promise<Told>

interface Told {
  /** `undefined` where there was no answer, or a refusal. */
  value: unknown
  last: HttpOutcome | undefined
  tookMs: number
}

/** The limits of one market; `null` where the exchange has none, or does not tell them now. Never rejects. */
export async function readPriceLimits(
  source: Source,
  rules: CallRules,
  clock: Pick<Clock, 'monotonic'>,
  market: string,
): Promise<ToldPriceLimits | null> {
  const { exchange, transport } = source
  const ask: Ask = async (method, params) => {
    const before = clock.monotonic()
    const { result, outcomes } = await transport.watch({ ...rules, deadlineMs: DEADLINE_MS }, () => {
      const call: unknown = Reflect.get(exchange, method)
      return typeof call === 'function' ? call.call(exchange, params) : Promise.reject(new Error('Not in the library.'))
    })
    const value: unknown = result.ok ? result.value : undefined
    return { value, last: outcomes.at(-1), tookMs: clock.monotonic() - before }
  }
  const listed = member(exchange.markets, market)
  const id = textOf(member(listed, 'id'))
  if (id === null) return null
  switch (exchange.id) {
    case 'binance':
      return binanceLimits(source, ask, member(listed, 'info'), id)
    case 'bybit': {
      const { value, tookMs } = await ask('publicGetV5MarketPriceLimit', { category: 'spot', symbol: id })
      return outerLimits(source, member(value, 'result'), tookMs, { symbol: id })
    }
    case 'okx': {
      const { value, tookMs } = await ask('publicGetPublicPriceLimit', { instId: id })
      const row = member(value, 'data', 0)
      const age = toldAge(member(row, 'ts'), source.venueNow(), tookMs)
      // In force or not; anything else is nothing that could be read.
      if (member(row, 'enabled') === false) return { buy: OPEN, sell: OPEN, ...age }
      return member(row, 'enabled') === true ? outerLimits(source, row, tookMs, { instId: id }) : null
    }
    default:
      return null
  }
}

/** The highest price of a buy and the lowest of a sale, of which one alone would be a misread answer. */
function outerLimits(
  { exchange, venueNow }: Source,
  row: unknown,
  tookMs: number,
  named: Record<string, string>,
): ToldPriceLimits | null {
  const isOther = Object.entries(named).some(([name, id]) => member(row, name) !== id)
  const [high, low] = ['buyLmt', 'sellLmt'].map((name) => positive(exchange, member(row, name)))
  if (isOther || high == null || low == null) return null
  return { buy: { low: null, high }, sell: { low, high: null }, ...toldAge(member(row, 'ts'), venueNow(), tookMs) }
}

/** "This symbol doesn't have a reference price." */
const NO_REFERENCE = -2043

/**
 * The average counts only where it is of as many minutes as the filters say, and where it is certain that no reference price stands
 * in its place. Of no minutes it is the last price, which the ticket has.
 */
async function binanceLimits(
  { exchange, venueNow }: Source,
  ask: Ask,
  info: unknown,
  symbol: string,
): Promise<ToldPriceLimits | null> {
  const bands = priceBandsOf(exchange, info)
  if (bands === null) return null
  const [told, average] = await Promise.all([
    ask('publicGetReferencePrice', { symbol }),
    ask('publicGetAvgPrice', { symbol }),
  ])
  const times = (of: Decimal): Pick<ToldPriceLimits, 'buy' | 'sell'> => ({
    buy: scaled(bands.buy, of),
    sell: scaled(bands.sell, of),
  })
  const reference = positive(exchange, member(told.value, 'referencePrice'))
  if (reference !== null) {
    return { ...times(reference), ...toldAge(member(told.value, 'timestamp'), venueNow(), told.tookMs) }
  }
  const isNone =
    member(told.value, 'referencePrice') === null || Number(member(bodyOf(told.last), 'code')) === NO_REFERENCE
  const mean = positive(exchange, member(average.value, 'price'))
  const minutes = averageMinutes(exchange, info)
  if (!isNone || mean === null || minutes === null || textOf(member(average.value, 'mins')) !== minutes) return null
  // Its `closeTime` is of the last trade: the average is as of now, also where nothing was traded for long.
  return { ...times(mean), at: null, ageMs: average.tookMs }
}

const scaled = ({ low, high }: PriceBand, of: Decimal): PriceBand => ({
  low: low === null ? null : multiply(of, low),
  high: high === null ? null : multiply(of, high),
})

function positive(exchange: Venue, value: unknown): Decimal | null {
  const price = decimalOf(exchange, value)
  return price === null || isZero(price) ? null : price
}
