// The ledger over SQLite: pages newest first, and the walk in the order of time from which results are reckoned.

import { MAX_PAGE_SIZE, PAGE_SIZE } from '../../../../shared/page.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import type { LedgerStore } from '../../../ports/ledger.ts'
import type { Database, Row } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'
import { fillsBooked } from './ledger-fills.ts'
import { addMovement, removeMovement, replaceMovement, rewritten, SEEN, toMovement } from './ledger-rows.ts'
import { counted, createHiddenSources, removeSource, share, sources } from './ledger-sources.ts'
import { createLedgerTransfers } from './ledger-transfers.ts'

/** The conditions by which a page is asked for, each with an index that ends with the time. */
const CONDITIONS = { coinId: 'coin_id', accountId: 'account_id', kind: 'kind', environment: 'environment' } as const

/** Own trades at an account, with the time of their order. */
const FILLS = `SELECT l.*, o.created_at AS ordered_at FROM ledger l LEFT JOIN orders o ON o.intent_id = substr(l.group_id, 7)
  WHERE l.account_id = ? AND l.source = 'fill'`
/** Filled without trades: these are booked when they were learned, which can be days after they happened. */
const RESTS = `SELECT l.*, o.created_at AS ordered_at FROM orders o JOIN ledger l ON l.entry_id = 'rest:' || o.intent_id
  WHERE l.account_id = ? AND l.at > ? AND o.created_at <= ? AND l.entry_id >= 'rest:' AND l.entry_id < 'rest;'`

/** Builds the store; each write is one durable transaction. */
export function createLedgerStore(db: Database): LedgerStore {
  const { joined, ...transfers } = createLedgerTransfers(db)
  const after: LedgerStore['after'] = (environment, position, limit) => {
    const from = position === null ? '' : 'AND at >= ? AND (at > ? OR place > ?)'
    const values = position === null ? [] : [position.at, position.at, position.place]
    const sql = `SELECT * FROM ledger WHERE environment = ? ${from} AND ${SEEN} ORDER BY at, place LIMIT ?`
    const rows = db.all(sql, environment, ...values, limit)
    const placed = soundRows(db, 'ledger', rows).map((row) => ({ movement: toMovement(row), ...positionOf(row) }))
    const sound = placed.flatMap(joined)
    const last = rows.at(-1)
    // Rows that nobody can read, and second halves of transfers, end no walk.
    return sound.length === 0 && last !== undefined ? after(environment, positionOf(last), limit) : sound
  }
  return {
    atomically: db.transaction,
    find: (entryId) => {
      const row = soundRow(db, 'ledger', db.get(`SELECT * FROM ledger WHERE entry_id = ? AND ${SEEN}`, entryId))
      return row === undefined ? null : toMovement(row)
    },
    page: (filter) => {
      const { before, limit = PAGE_SIZE } = filter
      const conditions: string[] = [SEEN]
      const values: (string | number)[] = []
      for (const [name, column] of Object.entries(CONDITIONS)) {
        const value = filter[name as keyof typeof CONDITIONS]
        if (value === undefined) continue
        conditions.push(`${column} = ?`)
        values.push(value)
      }
      if (before !== undefined) {
        const at = db.get('SELECT at FROM ledger WHERE place = ?', before)?.['at']
        if (at === undefined) throw new AppError('NOT_FOUND', reason('NO_SUCH_PLACE'))
        conditions.push('at <= ? AND (at < ? OR place < ?)')
        values.push(String(at), String(at), before)
      }
      const size = Math.min(limit, MAX_PAGE_SIZE)
      const sql = `SELECT * FROM ledger WHERE ${conditions.join(' AND ')} ORDER BY at DESC, place DESC LIMIT ?`
      const found = db.all(sql, ...values, size + 1)
      const rows = found.slice(0, size)
      const last = rows.at(-1)?.['place']
      return {
        items: soundRows(db, 'ledger', rows).map(toMovement),
        next: found.length > size && last !== undefined ? Number(last) : null,
      }
    },
    after,
    ...transfers,
    ...createHiddenSources(db),
    fills: (accountIds, from, until) =>
      soundRows(
        db,
        'ledger',
        accountIds.flatMap((accountId) => [
          ...db.all(`${FILLS} AND l.at >= ? AND l.at <= ? ORDER BY l.at, l.place`, accountId, from, until),
          ...db.all(RESTS, accountId, until, until),
        ]),
      ).map((row) => ({ movement: toMovement(row), orderedAt: String(row['ordered_at'] ?? row['at']) })),
    fillsBooked: () => fillsBooked(db),
    add: (movement) => addMovement(db, movement),
    replace: (movement) => replaceMovement(db, movement),
    remove: (entryId) => removeMovement(db, entryId),
    share: (entryId, source) => share(db, entryId, source),
    removeSource: (source) => removeSource(db, source),
    sources: (prefix) => sources(db, prefix),
    counted: (source) => counted(db, source),
    rewritten: () => rewritten(db),
  }
}

const positionOf = (row: Row) => ({ at: String(row['at']), place: Number(row['place']) })
