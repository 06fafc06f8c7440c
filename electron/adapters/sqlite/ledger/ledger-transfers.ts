// Confirmed transfers: a withdrawal and a deposit that results take as one movement, while both entries stay as they are.

import { compare, subtract } from '../../../../shared/decimal.ts'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import type { Page } from '../../../../shared/page.ts'
import type { LedgerPosition, LedgerStore, PlacedMovement, TransferRow } from '../../../ports/ledger.ts'
import type { Database, Row } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'
import { rewrite, SEEN, toMovement } from './ledger-rows.ts'

export interface LedgerTransfers
  extends Pick<LedgerStore, 'transfers' | 'saveTransfer' | 'removeTransfer' | 'passages'> {
  /** What a movement of the walk is: itself, a whole transfer, what is left of its other side, or nothing. */
  joined(placed: PlacedMovement): PlacedMovement[]
}

/** Builds them over the database. */
export function createLedgerTransfers(db: Database): LedgerTransfers {
  const all = whileUnchanged(db, ['transfers'], (): readonly TransferRow[] =>
    soundRows(db, 'transfers', db.all('SELECT * FROM transfers')).map((row) => ({
      withdrawalId: String(row['withdrawal_id']),
      depositId: String(row['deposit_id']),
      isOne: row['is_one'] === 1,
    })),
  )
  const byEntry = whileUnchanged(db, ['transfers'], () => {
    const ones = all().filter(({ isOne }) => isOne)
    return new Map(ones.flatMap((row) => [[row.withdrawalId, row] as const, [row.depositId, row] as const]))
  })
  const placedOf = (entryId: string): PlacedMovement | null => {
    const row = soundRow(db, 'ledger', db.get('SELECT * FROM ledger WHERE entry_id = ?', entryId))
    return row === undefined ? null : { movement: toMovement(row), ...positionOf(row) }
  }
  return {
    transfers: all,
    saveTransfer: ({ withdrawalId, depositId }, isOne) =>
      db.within(() => {
        const sql = 'INSERT OR REPLACE INTO transfers (withdrawal_id, deposit_id, is_one) VALUES (?, ?, ?)'
        db.run(sql, withdrawalId, depositId, Number(isOne))
        if (isOne) rewrite(db)
      }),
    removeTransfer: ({ withdrawalId, depositId }) =>
      db.within(() => {
        db.run('DELETE FROM transfers WHERE withdrawal_id = ? AND deposit_id = ?', withdrawalId, depositId)
        rewrite(db)
      }),
    passages: (environment, after, limit): Page<Movement> => {
      const sql = `SELECT * FROM ledger WHERE environment = ? AND kind IN ('withdrawal', 'deposit') AND place > ?
        AND ${SEEN} ORDER BY place LIMIT ?`
      const rows = db.all(sql, environment, after, limit)
      const last = rows.at(-1)?.['place']
      return {
        items: soundRows(db, 'ledger', rows).map(toMovement),
        next: rows.length < limit || last === undefined ? null : Number(last),
      }
    },
    joined: (placed) => {
      const row = byEntry().get(placed.movement.entryId)
      if (row === undefined) return [placed]
      const isWithdrawal = placed.movement.entryId === row.withdrawalId
      const other = placedOf(isWithdrawal ? row.depositId : row.withdrawalId)
      if (other === null) return [placed]
      const [withdrawal, deposit] = isWithdrawal ? [placed, other] : [other, placed]
      const position = { at: placed.at, place: placed.place }
      if (isBefore(placed, other)) return [{ movement: oneOf(withdrawal.movement, deposit.movement), ...position }]
      const fee = feeOf(deposit.movement)
      return fee === null ? [] : [{ movement: fee, ...position }]
    },
  }
}

const isBefore = (a: LedgerPosition, b: LedgerPosition) => a.at < b.at || (a.at === b.at && a.place < b.place)

/** All that left, with its lots, to where it arrived; it happened when the first of both did. */
function oneOf(withdrawal: Movement, deposit: Movement): Movement {
  const { accountId, coinId, asset, amount } = deposit
  return {
    ...withdrawal,
    ...{ kind: 'transfer', at: withdrawal.at < deposit.at ? withdrawal.at : deposit.at, price: null, total: null },
    to: { accountId, coinId, asset, amount },
  }
}

/** What the place where it arrived has charged, or given back. */
function feeOf(deposit: Movement): Movement | null {
  const { fee } = deposit
  if (fee === null || compare(fee.amount, '0') === 0) return null
  const { asset, coinId, amount } = fee
  const isBack = compare(amount, '0') < 0
  return {
    ...{ ...deposit, kind: isBack ? 'reward' : 'fee', asset, coinId, amount: isBack ? subtract('0', amount) : amount },
    ...{ price: null, total: null, fee: null, to: null },
  }
}

const positionOf = (row: Row) => ({ at: String(row['at']), place: Number(row['place']) })
