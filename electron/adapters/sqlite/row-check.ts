// Rows are parsed when they are read. One that cannot be what Prelist wrote is named and left out, so that a single bad
// field ends no start and no list; a copy from outside is refused whole for it.

import type { BadRow } from '../../ports/stores.ts'
import type { Database, Row } from './database.ts'
import { ASKED_AGAIN, ROW_KEYS, ROW_SHAPES, sourceDisagrees } from './row-shapes.ts'

/** The first column of this row that holds what Prelist never writes; `null` where all are sound. */
function badColumn(table: string, row: Row): string | null {
  const shapes = ROW_SHAPES[table] ?? {}
  for (const column in row) {
    const shape = shapes[column]
    // A column without a shape is one that a query computes, or of a newer version.
    if (shape !== undefined && !shape(row[column])) return column
  }
  return table === 'account_keys' && sourceDisagrees(row) ? 'source' : null
}

/** How a row is named to the trader. What stands in its key can be anybody's words: short, and on one line. */
function rowName(table: string, row: Row): string {
  const parts = (ROW_KEYS[table] ?? []).flatMap((column) => (column in row ? [String(row[column])] : []))
  return parts
    .join(' ')
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .slice(0, 80)
}

/** The rows that are sound, or are so without what the app can ask for again; the database is told of the others. */
export function soundRows(db: Database, table: string, rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => {
    const column = badColumn(table, row)
    if (column === null) return [row]
    db.setAside({ table, row: rowName(table, row), column })
    return ASKED_AGAIN[table] === column ? soundRows(db, table, [{ ...row, [column]: null }]) : []
  })
}

/** As `soundRows`, for a query that answers with one row or none. */
export function soundRow(db: Database, table: string, row: Row | undefined): Row | undefined {
  return row === undefined ? undefined : soundRows(db, table, [row])[0]
}

/** The first bad row of a table in another schema, such as a copy that is attached; `null` where there is none. */
export function firstBadRow(db: Database, schema: string, table: string): BadRow | null {
  for (const row of db.iterate(`SELECT * FROM ${schema}.${table}`)) {
    const column = badColumn(table, row)
    if (column !== null) return { table, row: rowName(table, row), column }
  }
  return null
}
