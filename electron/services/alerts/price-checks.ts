// Whether a price does what an alert waits for. Pure.

import type { AlertCondition } from '../../../shared/alerts.ts'
import { compare, type Decimal, divide, isZero, max, min, subtract } from '../../../shared/decimal.ts'

/** A price older than this fires nothing: it says what was, and not what is. */
export const FRESH_PRICE_MS = 5 * 60_000
/** So many prices of a span are kept at most. */
const SAMPLES = 60
const MINUTE_MS = 60_000

export type PriceCondition = Extract<AlertCondition, { kind: 'price-above' | 'price-below' | 'price-change' }>
type Change = Extract<AlertCondition, { kind: 'price-change' }>

/** How far apart two prices of a span are kept at least, milliseconds. */
export const sampleEveryMs = (spanMinutes: number): number => Math.max(MINUTE_MS, (spanMinutes * MINUTE_MS) / SAMPLES)

/** What came true, or `null`: the largest move within the span as a fraction, or the limit that was crossed. */
export function firedBy(
  condition: PriceCondition,
  price: Decimal,
  samples: readonly { price: Decimal }[],
): { by: Decimal } | null {
  switch (condition.kind) {
    case 'price-above':
      return compare(price, condition.price) > 0 ? { by: condition.price } : null
    case 'price-below':
      return compare(price, condition.price) < 0 ? { by: condition.price } : null
    case 'price-change': {
      const by = moveWithin(
        condition,
        price,
        samples.map((sample) => sample.price),
      )
      return by !== null && compare(by, condition.change) >= 0 ? { by } : null
    }
  }
}

/** Against the lowest price of the span for a rise, against the highest for a fall. */
function moveWithin({ direction }: Change, price: Decimal, prices: readonly Decimal[]): Decimal | null {
  const [first, ...others] = prices
  if (first === undefined) return null
  const lowest = others.reduce(min, first)
  const highest = others.reduce(max, first)
  const up = isZero(lowest) || direction === 'down' ? null : divide(subtract(price, lowest), lowest)
  const down = isZero(highest) || direction === 'up' ? null : divide(subtract(highest, price), highest)
  return up === null ? down : down === null ? up : max(up, down)
}
