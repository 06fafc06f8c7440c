// What a movement changes of what is held where, without a look at lots: the sign follows from its kind.

import { add, compare, type Decimal, isZero, multiply, subtract } from '../decimal.ts'
import type { LedgerKind, Movement } from './ledger.ts'

export interface AmountChange {
  accountId: string
  coinId: string | null
  asset: string
  change: Decimal
}

const LEAVES: ReadonlySet<LedgerKind> = new Set(['sell', 'withdrawal', 'fee', 'transfer', 'migration'])
const TRADES: ReadonlySet<LedgerKind> = new Set(['buy', 'sell'])

/** What was paid or got for all of it, in the movement's currency; `null` is unknown. */
export function totalOf({ amount, price, total }: Pick<Movement, 'amount' | 'price' | 'total'>): Decimal | null {
  return total ?? (price === null ? null : multiply(amount, price))
}

/** Whether its amount leaves the place it is at; that of an adjustment has its own sign. */
export const isLeaving = ({ kind, amount }: Pick<Movement, 'kind' | 'amount'>): boolean =>
  LEAVES.has(kind) || compare(amount, '0') < 0

/** All that it changes: its asset, its fee, what a trade was paid with, and where a transfer or migration arrived. */
export function amountChanges(movement: Movement): AmountChange[] {
  const { kind, accountId, coinId, asset, amount, currency, currencyCoinId, fee, to } = movement
  const leaves = LEAVES.has(kind)
  const paid = TRADES.has(kind) ? totalOf(movement) : null
  const changes = [
    { accountId, coinId, asset, change: leaves ? minus(amount) : amount },
    ...(fee === null ? [] : [{ accountId, coinId: fee.coinId, asset: fee.asset, change: minus(fee.amount) }]),
    ...(paid === null
      ? []
      : [{ accountId, coinId: currencyCoinId, asset: currency, change: leaves ? paid : minus(paid) }]),
    ...(to === null ? [] : [{ accountId: to.accountId, coinId: to.coinId, asset: to.asset, change: to.amount }]),
  ]
  return changes.filter(({ change }) => !isZero(change))
}

/** The change of each coin at the places for which `isOwn` is true. */
export function ownChanges(movement: Movement, isOwn: (accountId: string) => boolean): Map<string, Decimal> {
  const sums = new Map<string, Decimal>()
  for (const { accountId, coinId, change } of amountChanges(movement)) {
    if (coinId !== null && isOwn(accountId)) sums.set(coinId, add(sums.get(coinId) ?? '0', change))
  }
  return sums
}

const minus = (value: Decimal): Decimal => (compare(value, '0') === 0 ? '0' : subtract('0', value))
