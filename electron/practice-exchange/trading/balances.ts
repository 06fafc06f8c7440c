// Balances an account and asset: what it owns (`total`) and the part of that reserved for open orders (`held`).

import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { add, compare, type Decimal, subtract } from '../../../shared/decimal.ts'

const balanceRow = z.object({ asset: z.string(), total: z.string(), held: z.string() })

export interface Balance {
  asset: string
  total: Decimal
  free: Decimal
}

function readRow(db: DatabaseSync, accountId: string, asset: string): { total: Decimal; held: Decimal } {
  const row = db
    .prepare('SELECT asset, total, held FROM balances WHERE account_id = ? AND asset = ?')
    .get(accountId, asset)
  return row === undefined ? { total: '0', held: '0' } : balanceRow.parse(row)
}

/** What of `asset` is not reserved. */
export function freeBalance(db: DatabaseSync, accountId: string, asset: string): Decimal {
  const { total, held } = readRow(db, accountId, asset)
  return subtract(total, held)
}

/**
 * Adds `totalChange` and `heldChange` (both may be negative) to a balance. Throws `RangeError` when that would leave
 * more reserved than owned or anything below zero: the caller's transaction must then not be kept.
 */
export function changeBalance(
  db: DatabaseSync,
  accountId: string,
  asset: string,
  totalChange: string,
  heldChange: string,
): void {
  const before = readRow(db, accountId, asset)
  const total = add(before.total, totalChange)
  const held = add(before.held, heldChange)
  if (compare(held, '0') < 0 || compare(total, held) < 0) {
    throw new RangeError(`${asset} would be left with ${total}, of which ${held} reserved`)
  }
  db.prepare(
    `INSERT INTO balances (account_id, asset, total, held) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id, asset) DO UPDATE SET total = excluded.total, held = excluded.held`,
  ).run(accountId, asset, total, held)
}

/** All balances of an account, in the order of their assets. */
export function listBalances(db: DatabaseSync, accountId: string): Balance[] {
  return db
    .prepare('SELECT asset, total, held FROM balances WHERE account_id = ? ORDER BY asset')
    .all(accountId)
    .map((row) => balanceRow.parse(row))
    .map(({ asset, total, held }) => ({ asset, total, free: subtract(total, held) }))
}
