// Which trades of a file the ledger has already, as fills of own orders: their ids are others, so they are known by what they say.

import type { Movement } from '../../../shared/ledger/ledger.ts'

/** Files tell whole seconds, and some cut them. */
const APART = 1_000

const keyOf = ({ accountId, kind, asset, amount }: Movement) => JSON.stringify([accountId, kind, asset, amount])
const byTime = (a: Movement, b: Movement) => Date.parse(a.at) - Date.parse(b.at)

/**
 * The groups of movements that are own fills: same account, kind, asset and amount, at most a second apart, each fill once. What
 * else a row of such a trade says, as a second fee, belongs to it.
 */
export function groupsOfFills(movements: readonly Movement[], fills: readonly Movement[]): ReadonlySet<string> {
  if (fills.length === 0) return new Set()
  const free = Map.groupBy(fills.toSorted(byTime), keyOf)
  const groups = new Set<string>()
  for (const movement of movements.toSorted(byTime)) {
    const same = free.get(keyOf(movement))
    const at = same?.findIndex((fill) => Math.abs(byTime(movement, fill)) <= APART) ?? -1
    if (at < 0) continue
    same?.splice(0, at + 1)
    groups.add(movement.groupId)
  }
  return groups
}
