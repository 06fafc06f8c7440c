// Exact decimal arithmetic on strings. The only importer of the decimal library; money is never a JavaScript number.

import { BigNumber } from 'bignumber.js'

/** A decimal as it crosses every seam: up to 18 digits before and 18 after the point, no exponent, negative only where said. */
export type Decimal = string

/** The one accepted spelling of a decimal; a number in another spelling is refused, never guessed at. */
export const DECIMAL_PATTERN = /^(0|[1-9]\d{0,17})(\.\d{1,18})?$/

/** The same with a sign where it is below zero: a balance that is owed, a rebate. */
export const SIGNED_PATTERN = /^-?(0|[1-9]\d{0,17})(\.\d{1,18})?$/

const SCALE = 18
const Exact = BigNumber.clone({ DECIMAL_PLACES: SCALE, EXPONENTIAL_AT: 1e9, ROUNDING_MODE: BigNumber.ROUND_DOWN })

/** True when `text` is a decimal in the accepted spelling. */
export function isDecimal(text: unknown): text is Decimal {
  return typeof text === 'string' && DECIMAL_PATTERN.test(text)
}

/** The same amount in its shortest spelling: `50.10` becomes `50.1`. */
export function normalize(value: Decimal): Decimal {
  return new Exact(value).toFixed()
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const order = new Exact(a).comparedTo(b)
  if (order === null) throw new RangeError('not a decimal')
  return order
}

/** a + b, exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  return new Exact(a).plus(b).toFixed()
}

/** a - b, exact. The answer may be negative; callers that need an amount check it first. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return new Exact(a).minus(b).toFixed()
}

/** a * b, cut (not rounded) after 18 decimals. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return new Exact(a).times(b).decimalPlaces(SCALE, BigNumber.ROUND_DOWN).toFixed()
}

/** a / b, cut after 18 decimals. Throws `RangeError` when `b` is zero: a share of nothing is unknown, not zero. */
export function divide(a: Decimal, b: Decimal): Decimal {
  if (isZero(b)) throw new RangeError('division by zero')
  return new Exact(a).dividedBy(b).toFixed()
}

/**
 * value * part / whole, cut once, after 18 decimals. Whoever splits a value takes the parts one after another and leaves the
 * last one what is left, so that the parts add up to the whole to the last digit.
 */
export function proportion(value: Decimal, part: Decimal, whole: Decimal): Decimal {
  if (isZero(whole)) throw new RangeError('division by zero')
  return new Exact(value).times(part).dividedBy(whole).toFixed()
}

/** a * b with all its decimals, for comparisons alone: it may have more than a decimal may. */
export function product(a: Decimal, b: Decimal): string {
  return new Exact(a).times(b).toFixed()
}

/** True for zero in any spelling. */
export function isZero(value: Decimal): boolean {
  return new Exact(value).isZero()
}

/** The sum of all values; `0` for none. */
export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(add, '0')
}

/** The smaller of two. */
export function min(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b
}

/** The larger of two. */
export function max(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b
}

/** `value` cut down to a whole multiple of `step`. */
export function floorTo(value: Decimal, step: Decimal): Decimal {
  return new Exact(value).dividedToIntegerBy(step).times(step).toFixed()
}

/** `value` raised to the next whole multiple of `step`. */
export function ceilTo(value: Decimal, step: Decimal): Decimal {
  const floored = floorTo(value, step)
  return compare(floored, value) === 0 ? floored : add(floored, step)
}

/** True when `value` is a whole multiple of `step`. */
export function isMultipleOf(value: Decimal, step: Decimal): boolean {
  return compare(floorTo(value, step), value) === 0
}

/** `value` with exactly `places` decimals, rounded half up. For display only. */
export function toPlaces(value: Decimal, places: number): Decimal {
  return new Exact(value).toFixed(places, BigNumber.ROUND_HALF_UP)
}

/** The number of decimals that a multiple of `step` can have: `0.001` has 3. */
export function placesOf(step: Decimal): number {
  return new Exact(step).decimalPlaces() ?? 0
}

/** As numbers stand in JSON and in the texts of exchanges: a sign, and an exponent that stays within reason. */
const WRITTEN = /^[+-]?\d{1,60}(?:\.\d{1,60})?(?:[eE][+-]?\d{1,3})?$/

/**
 * A number as somebody else writes it, in the accepted spelling with a sign where it is below zero; cut after 18 decimals.
 * `null` for what is none, for more than 18 digits before the point, and for what the cut would make zero: that is unknown,
 * not nothing.
 */
export function readDecimal(written: unknown): Decimal | null {
  if (typeof written !== 'string' || !WRITTEN.test(written)) return null
  const exact = new Exact(written)
  const cut = exact.decimalPlaces(SCALE, BigNumber.ROUND_DOWN)
  const text = cut.toFixed()
  if (!SIGNED_PATTERN.test(text) || (cut.isZero() && !exact.isZero())) return null
  return cut.isZero() ? '0' : text
}
