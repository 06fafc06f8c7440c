// Staged orders over SQLite: a row each, and those that are over are kept for the trader to look back at.

import type { StagedState, StagedTrigger } from '../../../../shared/markets/staged.ts'
import type { Side, Size } from '../../../../shared/order.ts'
import type { Reason } from '../../../../shared/reasons/reason.ts'
import type { StagedRow, StagedStore } from '../../../ports/staged.ts'
import { textOf } from '../columns.ts'
import type { Database, Row } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'
import { reasonColumn } from '../stores/order-rows.ts'
import { whileUnchanged } from '../table-changes.ts'

/** No more than these are kept, so that a profile does not grow for ever. */
const MAX_OVER = 1_000

export const STAGED_ORDERS = `
CREATE TABLE staged_orders (
  staged_id TEXT PRIMARY KEY, account_id TEXT NOT NULL, coin_id TEXT NOT NULL, venue TEXT NOT NULL, market TEXT NOT NULL,
  side TEXT NOT NULL, size_unit TEXT NOT NULL, size_value TEXT NOT NULL, act TEXT NOT NULL, max_price TEXT, max_value TEXT,
  starts_at TEXT NOT NULL, ends_at TEXT NOT NULL, note TEXT NOT NULL, state TEXT NOT NULL, intent_id TEXT UNIQUE, reason TEXT,
  place TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX staged_orders_by_state ON staged_orders (state, created_at)
`

const IS_OPEN = "state IN ('waiting', 'armed', 'asking')"

/** Builds the store. */
export function createStagedStore(db: Database): StagedStore {
  const sound = (rows: Row[]) => soundRows(db, 'staged_orders', rows).map(toStaged)
  const one = (row: Row | undefined) => {
    const found = soundRow(db, 'staged_orders', row)
    return found === undefined ? null : toStaged(found)
  }
  const open = whileUnchanged(db, ['staged_orders'], () =>
    sound(db.all(`SELECT * FROM staged_orders WHERE ${IS_OPEN} ORDER BY created_at, rowid`)),
  )
  return {
    open,
    list: (over) => {
      const ended = db.all(
        `SELECT * FROM staged_orders WHERE NOT (${IS_OPEN}) ORDER BY updated_at DESC, rowid DESC LIMIT ?`,
        over,
      )
      return [...open(), ...sound(ended)].toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    },
    find: (stagedId) => one(db.get('SELECT * FROM staged_orders WHERE staged_id = ?', stagedId)),
    findByIntent: (intentId) => one(db.get('SELECT * FROM staged_orders WHERE intent_id = ?', intentId)),
    save: (row) =>
      db.within(() => {
        db.run(
          `INSERT OR REPLACE INTO staged_orders (staged_id, account_id, coin_id, venue, market, side, size_unit, size_value, act,
             max_price, max_value, starts_at, ends_at, note, state, intent_id, reason, place, created_at, updated_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          ...[row.stagedId, row.accountId, row.coinId, row.venue, row.market, row.side, row.size.unit, row.size.value],
          ...[row.trigger, row.maxPrice, row.maxValue, row.from, row.until, row.note, row.state, row.intentId],
          ...[reasonColumn(row.reason), row.place, row.createdAt, row.updatedAt],
        )
        db.run(
          `DELETE FROM staged_orders WHERE staged_id IN (
             SELECT staged_id FROM staged_orders WHERE NOT (${IS_OPEN}) ORDER BY updated_at DESC, rowid DESC LIMIT -1 OFFSET ?)`,
          MAX_OVER,
        )
      }),
    atomically: db.within,
  }
}

const toStaged = (row: Row): StagedRow => ({
  stagedId: String(row['staged_id']),
  accountId: String(row['account_id']),
  coinId: String(row['coin_id']),
  venue: String(row['venue']),
  market: String(row['market']),
  side: row['side'] as Side,
  size: { unit: row['size_unit'] as Size['unit'], value: String(row['size_value']) },
  trigger: row['act'] as StagedTrigger,
  maxPrice: textOf(row['max_price']),
  maxValue: textOf(row['max_value']),
  from: String(row['starts_at']),
  until: String(row['ends_at']),
  note: String(row['note']),
  state: row['state'] as StagedState,
  intentId: textOf(row['intent_id']),
  reason: row['reason'] == null ? null : (JSON.parse(String(row['reason'])) as Reason),
  place: String(row['place']),
  createdAt: String(row['created_at']),
  updatedAt: String(row['updated_at']),
})
