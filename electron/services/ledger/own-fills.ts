// What of an import the ledger has already as own trades: asked when it begins, and once more before it is seen, since orders trade
// while it is written.

import type { Movement } from '../../../shared/ledger/ledger.ts'
import { firstAt, type OwnFill, type SameTrade, sameTrades, tradesOf } from '../../../shared/ledger/same-trade.ts'
import type { LedgerStore } from '../../ports/ledger.ts'

export interface OwnFills {
  /** Those of which rows can be, by the time of the rows. */
  fills: readonly OwnFill[]
  /** The groups of rows that are own trades. */
  groups: ReadonlySet<string>
  /** The groups among these rows, in the order of time, that are trades which were booked since. */
  late(rows: readonly Movement[]): ReadonlySet<string>
}

/** No two zones are further apart, in milliseconds. */
const ZONES_APART = 26 * 60 * 60_000

const moved = (at: string, by: number) => new Date(Date.parse(at) + by).toISOString()
const groupsOf = (same: readonly SameTrade[]) => new Set(same.flatMap(({ groupIds }) => groupIds))

/** Finds them for movements of one place in the order of time; `accountIds` are the accounts that the place can be. */
export function ownFillsOf(
  store: Pick<LedgerStore, 'fills' | 'fillsBooked'>,
  accountIds: readonly string[],
  movements: readonly Movement[],
): OwnFills {
  const [first, last] = [movements[0], movements.at(-1)]
  if (first === undefined || last === undefined) return { fills: [], groups: new Set(), late: () => new Set() }
  const read = () => store.fills(accountIds, moved(first.at, -ZONES_APART), moved(last.at, ZONES_APART))
  const began = store.fillsBooked()
  const fills = read()
  const same = sameTrades(movements, tradesOf(fills))
  const amounts = new Map(fills.map(({ movement }) => [movement.entryId, movement.amount]))
  const known = new Set(same.flatMap(({ trade }) => trade.entryIds))
  return {
    fills,
    groups: groupsOf(same),
    late: (rows) => {
      if (store.fillsBooked() === began) return new Set()
      const isNew = ({ movement: { entryId, amount } }: OwnFill) =>
        !known.has(entryId) && amounts.get(entryId) !== amount
      const now = read()
      const fresh = new Set(now.filter(isNew).map(({ movement }) => movement.entryId))
      const trades = tradesOf(now).filter(
        ({ entryIds }) => entryIds.some((id) => fresh.has(id)) && !entryIds.some((id) => known.has(id)),
      )
      const times = trades.flatMap(({ since, until }) => [since, until]).toSorted()
      const [from, until] = [times[0], times.at(-1)]
      if (from === undefined || until === undefined) return new Set()
      const span = rows.slice(firstAt(rows, moved(from, -ZONES_APART)), firstAt(rows, moved(until, ZONES_APART)))
      return groupsOf(sameTrades(span, trades))
    },
  }
}
