// A part of what is free on the account as the size of an order: exact, and never more than the exchange would take. Pure.

import { add, compare, type Decimal, divide, floorTo, multiply } from '../../../../shared/decimal.ts'
import type { Draft, Preview, Size } from '../../../../shared/order.ts'
import { inMoney } from '../../../state/ticket/ticket-switch.ts'

export const PARTS = ['0.25', '0.5', '0.75', '1'] as const

/** A sale's is cut to the step of the market; a buy's leaves its fee. `null` where that is nothing, or is not known. */
export function partOfFree(
  { side, rules }: Pick<Draft, 'side' | 'rules'>,
  free: Preview['free'],
  part: Decimal,
): Size | null {
  const whole = side === 'sell' ? free.base : free.quote
  if (whole === null) return null
  const share = multiply(whole, part)
  const size: Size =
    side === 'sell'
      ? { unit: 'base', value: floorTo(share, rules.step) }
      : { unit: 'quote', value: inMoney(divide(share, add('1', rules.takerFee))) }
  return compare(size.value, '0') > 0 ? size : null
}
