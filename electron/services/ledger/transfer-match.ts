// Which withdrawals and deposits may be one transfer: another place, the same asset, about the same moment, and an amount that is
// less by a fee at most. Pure; that they are one only the trader says.

import { compare, type Decimal, isZero, multiply, subtract } from '../../../shared/decimal.ts'
import type { Movement } from '../../../shared/ledger/ledger.ts'
import type { TransferKey, TransferMatch, TransferPair } from '../../../shared/ledger/transfers.ts'
import type { Turn } from '../common/turns.ts'
import { assetKey } from './asset-book.ts'

const MINUTE = 60_000
/** A chain that is congested, or a check by the exchange, takes days. */
const LATEST = 3 * 24 * 60 * MINUTE
/** Clocks of two places differ, and some files cut the seconds. */
const EARLIEST = -10 * MINUTE
/** Of small amounts a network's fee is a large part. */
const MOST_LOST: Decimal = '0.1'

const RANK: Readonly<Record<TransferMatch, number>> = { amount: 0, fee: 1, difference: 2 }

const at = ({ at: time }: Movement) => Date.parse(time)
/** No id has this character. */
export const transferKey = ({ withdrawalId, depositId }: TransferKey): string => `${withdrawalId}\n${depositId}`

/** How the two fit; `null` where they cannot be one transfer. */
export function matchOf(withdrawal: Movement, deposit: Movement): TransferMatch | null {
  if (withdrawal.kind !== 'withdrawal' || deposit.kind !== 'deposit') return null
  if (withdrawal.environment !== deposit.environment || withdrawal.accountId === deposit.accountId) return null
  if (assetKey(withdrawal) !== assetKey(deposit)) return null
  const lost = subtract(withdrawal.amount, deposit.amount)
  if (isZero(lost)) return 'amount'
  if (compare(lost, '0') < 0) return null
  const { fee } = withdrawal
  const isFee = fee !== null && assetKey(fee) === assetKey(withdrawal) && compare(fee.amount, lost) === 0
  if (isFee) return 'fee'
  return compare(lost, multiply(withdrawal.amount, MOST_LOST)) <= 0 ? 'difference' : null
}

/** The pair as it is shown. */
export function pairOf(withdrawal: Movement, deposit: Movement, match: TransferMatch): TransferPair {
  const lost = subtract(withdrawal.amount, deposit.amount)
  return { withdrawal, deposit, lost, minutes: Math.round((at(deposit) - at(withdrawal)) / MINUTE), match }
}

/**
 * The pairs among movements of one asset, each movement in one pair at most: the best match first, and of equal ones the nearest
 * in time. `isRefused` keeps out what the trader has said is none.
 */
export async function matched(
  withdrawals: readonly Movement[],
  deposits: readonly Movement[],
  isRefused: (key: TransferKey) => boolean,
  turn: Turn,
): Promise<TransferPair[]> {
  const inTime = deposits.toSorted((a, b) => at(a) - at(b))
  const times = inTime.map(at)
  const candidates: TransferPair[] = []
  for (const withdrawal of withdrawals) {
    const left = at(withdrawal)
    for (let n = firstFrom(times, left + EARLIEST); n < times.length && (times[n] ?? 0) <= left + LATEST; n += 1) {
      const deposit = inTime[n] as Movement
      const match = matchOf(withdrawal, deposit)
      const key = { withdrawalId: withdrawal.entryId, depositId: deposit.entryId }
      if (match !== null && !isRefused(key)) candidates.push(pairOf(withdrawal, deposit, match))
      await turn()
    }
  }
  const apart = ({ withdrawal, deposit }: TransferPair) => Math.abs(at(deposit) - at(withdrawal))
  const best = candidates.toSorted((a, b) => RANK[a.match] - RANK[b.match] || apart(a) - apart(b))
  const taken = new Set<string>()
  return best.filter(({ withdrawal, deposit }) => {
    if (taken.has(withdrawal.entryId) || taken.has(deposit.entryId)) return false
    taken.add(withdrawal.entryId).add(deposit.entryId)
    return true
  })
}

/** The place of the first time that is not before `from`. */
function firstFrom(times: readonly number[], from: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
