// Transfers between the trader's own places: found, offered, and one only by his word. Both entries stay as they are; results take
// them as one movement that carries its lots along, for as long as he does not take that back.

import { knownAsset } from '../../../shared/assets.ts'
import { compare } from '../../../shared/decimal.ts'
import type { Movement } from '../../../shared/ledger/ledger.ts'
import type { TransferKey, TransferPair, Transfers } from '../../../shared/ledger/transfers.ts'
import type { Environment } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { LedgerStore, TransferRow } from '../../ports/ledger.ts'
import type { Turn } from '../common/turns.ts'
import { assetKey } from './asset-book.ts'
import { matched, matchOf, pairOf, transferKey } from './transfer-match.ts'
import { isMoney } from './worths.ts'

export interface TransferService {
  list(environment: Environment): Promise<Transfers>
  /** The two are one transfer. @throws AppError `NOT_FOUND`, `BAD_INPUT` for entries that cannot be one, `NOT_EDITABLE` for one in use */
  confirm(key: TransferKey): TransferPair
  /** The two are not one, and are not offered again. @throws AppError `NOT_FOUND`, `BAD_INPUT` */
  refuse(key: TransferKey): TransferPair
  /** Takes either word back. @throws AppError `NOT_FOUND` */
  undo(key: TransferKey): null
}

const SHOWN = 200
const SLICE = 50

/** Builds it. */
export function createTransfers(store: LedgerStore, turn: Turn): TransferService {
  const found = (entryId: string): Movement => {
    const entry = store.find(entryId)
    if (entry === null) throw new AppError('NOT_FOUND', reason('LEDGER_NO_ENTRY'))
    return entry
  }
  const both = ({ withdrawalId, depositId }: TransferKey): TransferPair => {
    const [withdrawal, deposit] = [found(withdrawalId), found(depositId)]
    // Beyond what is offered the trader may know better: any difference can have been a fee.
    const isPossible =
      withdrawal.kind === 'withdrawal' &&
      deposit.kind === 'deposit' &&
      withdrawal.environment === deposit.environment &&
      withdrawal.accountId !== deposit.accountId &&
      assetKey(withdrawal) === assetKey(deposit) &&
      compare(deposit.amount, withdrawal.amount) <= 0
    if (!isPossible) throw new AppError('BAD_INPUT', reason('TRANSFER_UNFIT'))
    return pairOf(withdrawal, deposit, matchOf(withdrawal, deposit) ?? 'difference')
  }
  /** All withdrawals and deposits, read in slices. */
  const moved = async (environment: Environment): Promise<Movement[]> => {
    const all: Movement[] = []
    for (let after: number | null = 0; after !== null; ) {
      const { items, next } = store.passages(environment, after, SLICE)
      all.push(...items)
      after = next
      await turn()
    }
    return all
  }
  const pairsOf = (rows: readonly TransferRow[], known: ReadonlyMap<string, Movement>): TransferPair[] =>
    rows.flatMap(({ withdrawalId, depositId }) => {
      const [withdrawal, deposit] = [known.get(withdrawalId), known.get(depositId)]
      if (withdrawal === undefined || deposit === undefined) return []
      return [pairOf(withdrawal, deposit, matchOf(withdrawal, deposit) ?? 'difference')]
    })
  return {
    list: async (environment) => {
      const all = await moved(environment)
      const known = new Map(all.map((movement) => [movement.entryId, movement]))
      const rows = store.transfers()
      const [confirmed, refused] = [true, false].map((isOne) =>
        pairsOf(
          rows.filter((row) => row.isOne === isOne),
          known,
        ),
      ) as [TransferPair[], TransferPair[]]
      const no = new Set(rows.filter(({ isOne }) => !isOne).map(transferKey))
      const paired = new Set(confirmed.flatMap(({ withdrawal, deposit }) => [withdrawal.entryId, deposit.entryId]))
      const free = all.filter((movement) => !paired.has(movement.entryId) && !isBankMoney(movement))
      const offered: TransferPair[] = []
      for (const same of Map.groupBy(free, assetKey).values()) {
        const of = (kind: Movement['kind']) => same.filter((movement) => movement.kind === kind)
        offered.push(...(await matched(of('withdrawal'), of('deposit'), (key) => no.has(transferKey(key)), turn)))
      }
      const isOffered = new Set(offered.flatMap(({ withdrawal, deposit }) => [withdrawal.entryId, deposit.entryId]))
      const unmatched = free.filter(({ entryId }) => !isOffered.has(entryId))
      return {
        environment,
        ...{ offered: newest(offered), offeredCount: offered.length },
        ...{ confirmed: newest(confirmed), confirmedCount: confirmed.length },
        ...{ refused: newest(refused), refusedCount: refused.length },
        unmatched: unmatched.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, SHOWN),
        unmatchedCount: unmatched.length,
      }
    },
    confirm: (key) => {
      const pair = both(key)
      const taken = store.transfers().filter(({ isOne }) => isOne)
      const isInUse = taken.some((row) => row.withdrawalId === key.withdrawalId || row.depositId === key.depositId)
      if (isInUse) throw new AppError('NOT_EDITABLE', reason('TRANSFER_IN_USE'))
      store.saveTransfer(key, true)
      return pair
    },
    refuse: (key) => {
      const pair = both(key)
      const before = store.transfers().find((row) => transferKey(row) === transferKey(key))
      if (before?.isOne === true) throw new AppError('NOT_EDITABLE', reason('TRANSFER_IN_USE'))
      store.saveTransfer(key, false)
      return pair
    },
    undo: (key) => {
      const isThere = store.transfers().some((row) => transferKey(row) === transferKey(key))
      if (!isThere) throw new AppError('NOT_FOUND', reason('TRANSFER_GONE'))
      store.removeTransfer(key)
      return null
    },
  }
}

/** Euros come from a bank; dollars of a stablecoin can move between places. */
const isBankMoney = (movement: Movement) => isMoney(movement) && knownAsset(movement.asset)?.kind === 'money'

const newest = (pairs: readonly TransferPair[]): TransferPair[] =>
  pairs.toSorted((a, b) => (a.withdrawal.at < b.withdrawal.at ? 1 : -1)).slice(0, SHOWN)
