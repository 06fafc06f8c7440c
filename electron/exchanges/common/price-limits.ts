// Between which prices an exchange takes a limit order at this moment: what the readers share.

import type { PriceBand } from '../../../shared/order.ts'
import { member } from '../../../shared/venues/json.ts'
import type { ToldPriceLimits } from '../../ports/venue.ts'
import type { Venue } from './library.ts'
import { decimalOf, positive } from './numbers.ts'
import { toldAge } from './told-age.ts'

export const OPEN: PriceBand = { low: null, high: null }

/** What one question brought. */
export interface ToldLimit {
  /** `undefined` where there was no answer, or a refusal. */
  value: unknown
  /** The last answer as it came; `undefined` where it could not be read. */
  body: unknown
  tookMs: number
}

export interface LimitSource {
  exchange: Venue
  /** The exchange's clock, milliseconds since 1970. */
  venueNow: () => number
  /** One call of the library's by name. */
  ask(method: string, params: Record<string, unknown>): Promise<ToldLimit>
}

/** Asks for the limits of one market, by its entry `info` and its own name; `null` where they are not told now. */
export type ReadPriceLimits = (source: LimitSource, info: unknown, id: string) => Promise<ToldPriceLimits | null>

/** The highest price of a buy and the lowest of a sale, of which one alone would be a misread answer. */
export function outerLimits(
  { exchange, venueNow }: Pick<LimitSource, 'exchange' | 'venueNow'>,
  row: unknown,
  tookMs: number,
  named: Record<string, string>,
): ToldPriceLimits | null {
  const isOther = Object.entries(named).some(([name, id]) => member(row, name) !== id)
  const [high, low] = ['buyLmt', 'sellLmt'].map((name) => positive(decimalOf(exchange, member(row, name))))
  if (isOther || high == null || low == null) return null
  return { buy: { low: null, high }, sell: { low, high: null }, ...toldAge(member(row, 'ts'), venueNow(), tookMs) }
}
