// Percentages as the trader types them, and fractions as the contract wants them. Exact in both directions.

import { compare, type Decimal, divide, isDecimal, multiply, normalize } from '../../../shared/decimal.ts'

/** `0.05` as `5`. */
export function toPercent(fraction: Decimal): string {
  return normalize(multiply(fraction, '100'))
}

/** `5` as `0.05`; null for what is not a percentage above 0 and up to 100. A comma is read as a decimal point. */
export function fromPercent(typed: string): Decimal | null {
  const value = typed.trim().replace(',', '.')
  if (!isDecimal(value) || compare(value, '0') === 0 || compare(value, '100') > 0) return null
  return normalize(divide(value, '100'))
}
