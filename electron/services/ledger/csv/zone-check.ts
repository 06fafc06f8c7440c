// Whether the times of a file fit the fills of own orders, which the app knows to the second: an exchange's file can be in the
// trader's own time although its head says UTC.

import type { Movement } from '../../../../shared/ledger/ledger.ts'

const MINUTE = 60_000
/** No two zones are further apart. */
const MOST = 26 * 60

const keyOf = ({ kind, asset, amount }: Movement) => JSON.stringify([kind, asset, amount])

/**
 * Minutes by which most trades of the file are later than a fill of the same kind, asset and amount, to the quarter of an hour; 0
 * where they fit, `null` where nothing can be compared.
 */
export function minutesOff(movements: readonly Movement[], fills: readonly Movement[]): number | null {
  const known = Map.groupBy(fills, keyOf)
  const counted = new Map<number, number>()
  for (const movement of movements) {
    if (movement.kind !== 'buy' && movement.kind !== 'sell') continue
    for (const fill of known.get(keyOf(movement)) ?? []) {
      const minutes = Math.round((Date.parse(movement.at) - Date.parse(fill.at)) / (15 * MINUTE)) * 15
      if (Math.abs(minutes) <= MOST) counted.set(minutes, (counted.get(minutes) ?? 0) + 1)
    }
  }
  // Of two that are as frequent the smaller one: nothing is off without a reason.
  const [best] = [...counted].toSorted(([a, n], [b, m]) => m - n || Math.abs(a) - Math.abs(b))
  return best?.[0] ?? null
}
