// The numbers of an exchange as decimals, in their plain spelling.

import { DECIMAL_PATTERN, type Decimal, isZero, normalize, SIGNED_PATTERN } from '../../../shared/decimal.ts'
import type { Venue } from './library.ts'

/** A decimal in its plain spelling; `null` for whatever is none. */
export function decimalOf(exchange: Venue, value: unknown): Decimal | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const plain = exchange.numberToString(value)
  return typeof plain === 'string' && DECIMAL_PATTERN.test(plain) ? normalize(plain) : null
}

/** A decimal that may be negative, or written with an exponent; `null` for whatever is none. */
export function signedOf(exchange: Venue, value: unknown): Decimal | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const plain = exchange.numberToString(value)
  return typeof plain === 'string' && SIGNED_PATTERN.test(plain) ? normalize(plain) : null
}

/** The same where it is above zero; else `null`. */
export const positive = (value: Decimal | null): Decimal | null => (value === null || isZero(value) ? null : value)
