// What one unit of an asset is worth in USDT, by what the venue itself asks for it. Nothing is taken for a dollar. Pure.

import { compare, type Decimal, divide, isZero, subtract } from '../../../shared/decimal.ts'
import type { Quote } from '../../../shared/order.ts'
import type { MarketQuote } from '../../ports/venue.ts'
import type { AsOf } from './ages.ts'

/** The currency that totals, shares and limits are reckoned in. */
export const CASH = 'USDT'

/** So much of anything is not worth a question for its price: of the dearest coin it is some cents. */
const DUST = '0.000001'

/** Whether an amount, held or owed, is too small to be asked for or shown. */
export function isDust(amount: Decimal): boolean {
  return compare(amount, DUST) <= 0 && compare(subtract('0', amount), DUST) <= 0
}

/** USDT for one unit, and when that was told; `at: null` for USDT itself, which no price is needed for. */
export interface Rate extends AsOf {
  price: Decimal
  at: string | null
}

/** By the market ASSET/USDT, or by USDT/ASSET where only that was told; `null` where neither was. */
export function rateOf(asset: string, quotes: readonly MarketQuote[]): Rate | null {
  if (asset === CASH) return { price: '1', at: null, asOfMs: null }
  const told = byMarket(quotes)
  const direct = told.get(`${asset}/${CASH}`)
  if (direct !== undefined && !isZero(direct.last)) return { price: direct.last, at: direct.at, asOfMs: direct.asOfMs }
  const inverse = told.get(`${CASH}/${asset}`)
  if (inverse === undefined || isZero(inverse.last)) return null
  return { price: divide('1', inverse.last), at: inverse.at, asOfMs: inverse.asOfMs }
}

/** The first quote of each market, reckoned once for quotes that are looked at for every asset. */
function byMarket(quotes: readonly MarketQuote[]): Map<string, Quote> {
  const known = BY_MARKET.get(quotes) ?? new Map(quotes.toReversed().map(({ market, quote }) => [market, quote]))
  BY_MARKET.set(quotes, known)
  return known
}
const BY_MARKET = new WeakMap<readonly MarketQuote[], Map<string, Quote>>()
