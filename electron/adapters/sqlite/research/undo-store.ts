// What was changed, as rows before and after. Rows go back only while they are still as the change left them; each is judged by
// the shapes of its table first, since a step is text in a file.

import { isDeepStrictEqual } from 'node:util'
import type { UndoStep } from '../../../../shared/undo/undo.ts'
import type { RowChange, UndoStore } from '../../../ports/research.ts'
import type { Database, Row } from '../database.ts'
import { addMovement, removeMovement, toMovement } from '../ledger/ledger-rows.ts'
import { soundRow, soundRows } from '../row-check.ts'
import { ROW_KEYS, ROW_SHAPES } from '../row-shapes.ts'

/** Tables whose rows can be put back, parents before their children. */
const TABLES = [
  ...['own_coins', 'coin_marks', 'coin_facts', 'coin_matches', 'airdrop_work', 'airdrop_outlooks', 'airdrop_tasks'],
  ...['airdrop_records', 'note_versions', 'listing_plans', 'alerts', 'ledger'],
  ...['criteria', 'criterion_marks'],
]
const MOST_STEPS = 50
/** A coin with years of versions is more than that: it is removed, and stays so. */
const MOST_TEXT = 4_000_000

type Stored = NonNullable<RowChange['before']>

/** Builds the store. */
export function createUndoStore(db: Database): UndoStore {
  const rowOf = ({ table, key }: Pick<RowChange, 'table' | 'key'>): Stored | null => {
    const values = JSON.parse(key) as (string | number)[]
    const where = keysOf(table).map((column) => `${column} = ?`)
    const row = db.get(`SELECT * FROM ${table} WHERE ${where.join(' AND ')}`, ...values)
    return row === undefined ? null : storedOf(table, row)
  }
  const remove = ({ table, key, after }: RowChange) => {
    if (table === 'ledger') return after === null ? undefined : removeMovement(db, String(after['entry_id']))
    const where = keysOf(table).map((column) => `${column} = ?`)
    db.run(`DELETE FROM ${table} WHERE ${where.join(' AND ')}`, ...(JSON.parse(key) as (string | number)[]))
  }
  const write = ({ table, before, after }: RowChange) => {
    if (before === null) return
    if (table === 'ledger') {
      if (after !== null) removeMovement(db, String(after['entry_id']))
      // The place of the trader's own is odd; any other one was of an exchange.
      return void addMovement(db, toMovement(before as Row), (Number(before['own']) & 1) === 0)
    }
    const columns = Object.keys(before)
    const marks = columns.map(() => '?').join(', ')
    // The whole row, so that what follows it by triggers does.
    db.run(`INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(before))
  }
  return {
    rows: (scopes) =>
      new Map(
        scopes.flatMap(({ table, column, value }) =>
          db
            .all(`SELECT * FROM ${table} WHERE ${column} = ?`, value)
            .map((row): [string, Stored] => [`${table} ${keyIn(table, row)}`, storedOf(table, row)]),
        ),
      ),
    changes: (before, after) =>
      [...new Set([...before.keys(), ...after.keys()])]
        .map((name): RowChange => {
          const [table = ''] = name.split(' ', 1)
          const key = name.slice(table.length + 1)
          return { table, key, before: before.get(name) ?? null, after: after.get(name) ?? null }
        })
        .filter((change) => !isDeepStrictEqual(change.before, change.after)),
    steps: () => soundRows(db, 'undo_steps', db.all('SELECT * FROM undo_steps ORDER BY step_id DESC')).map(toStep),
    add: ({ operation, subject, at }, changes, since) => {
      const text = JSON.stringify(changes)
      const kept = text.length > MOST_TEXT ? '[]' : text
      db.within(() => {
        db.run(
          'INSERT INTO undo_steps (operation, subject, at, changes) VALUES (?, ?, ?, ?)',
          operation,
          subject,
          at,
          kept,
        )
        db.run(
          `DELETE FROM undo_steps WHERE at < ? OR changes = '[]' OR step_id <=
           (SELECT step_id FROM undo_steps ORDER BY step_id DESC LIMIT 1 OFFSET ?)`,
          ...[since, MOST_STEPS],
        )
      })
      const row = db.get('SELECT max(step_id) AS id FROM undo_steps')
      return { stepId: Number(row?.id ?? 0), operation, subject, at }
    },
    extend: (stepId, changes, at) =>
      db.run('UPDATE undo_steps SET changes = ?, at = ? WHERE step_id = ?', JSON.stringify(changes), at, stepId),
    changesOf: (stepId) => {
      const row = soundRow(db, 'undo_steps', db.get('SELECT * FROM undo_steps WHERE step_id = ?', stepId))
      return row === undefined ? null : (JSON.parse(String(row.changes)) as RowChange[]).filter(isOurs)
    },
    forget: (stepId) => db.run('DELETE FROM undo_steps WHERE step_id = ?', stepId),
    putBack: (changes) =>
      db.within(() => {
        const isSame = changes.every((change) => isDeepStrictEqual(rowOf(change), change.after))
        if (!isSame) return false
        const inOrder = [...changes].sort((one, other) => TABLES.indexOf(one.table) - TABLES.indexOf(other.table))
        for (const change of inOrder.toReversed()) if (change.before === null) remove(change)
        for (const change of inOrder) write(change)
        return true
      }),
  }
}

const keysOf = (table: string): readonly string[] => ROW_KEYS[table] ?? []
const keyIn = (table: string, row: Row): string => JSON.stringify(keysOf(table).map((column) => row[column]))

/** Of the ledger the place in the file is no part of what a row says. */
function storedOf(table: string, row: Row): Stored {
  const entries = Object.entries(row).filter(([column]) => table !== 'ledger' || column !== 'place')
  return Object.fromEntries(entries) as Stored
}

/** A step in the file can be anybody's: only rows that Prelist itself would write are put back. */
function isOurs({ table, before }: RowChange): boolean {
  const shapes = TABLES.includes(table) ? ROW_SHAPES[table] : undefined
  if (shapes === undefined) return false
  return before === null || Object.entries(before).every(([column, value]) => shapes[column]?.(value) === true)
}

const toStep = (row: Row): UndoStep => ({
  stepId: Number(row.step_id),
  operation: String(row.operation) as UndoStep['operation'],
  subject: String(row.subject),
  at: String(row.at),
})
