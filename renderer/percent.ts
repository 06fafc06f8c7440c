// Percentages as the trader types them, and fractions as the contract wants them. Exact in both directions.

import { compare, type Decimal, divide, multiply, normalize } from '../shared/decimal.ts'
import { numberOf, writeNumber } from './typed-number.ts'

/** `0.05` as `5`, as it would be typed. */
export function toPercent(fraction: Decimal): string {
  return writeNumber(normalize(multiply(fraction, '100')))
}

/** `5` or `5%` as `0.05`; null for what is not a percentage above 0 and up to 100. */
export function fromPercent(typed: string): Decimal | null {
  const value = numberOf(typed.trim().replace(/\s*[%٪]$/, ''))
  if (value === null || compare(value, '0') === 0 || compare(value, '100') > 0) return null
  return normalize(divide(value, '100'))
}
