// Looks at a profile before anything is written to it: its version, its pages, and that its tables are ours.

import { AppError } from '../../../shared/result.ts'
import { damagedProfile } from './storage-errors.ts'

type Query = (sql: string) => Record<string, unknown>[]

const TABLES = `SELECT name, ncol, strict FROM pragma_table_list
  WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`

/** The one value of a pragma. */
export function pragma(query: Query, name: string): unknown {
  return Object.values(query(`PRAGMA ${name}`)[0] ?? {})[0]
}

/**
 * Passes a sound profile of version 0 to `newest`. `emptyAt` opens an empty profile of a version, to compare with: a
 * file whose tables were loosened, or that is no profile at all, counts as damaged.
 * @throws AppError `PROFILE_TOO_NEW`, `PROFILE_DAMAGED`, and SQLite's own errors
 */
export function checkProfile(query: Query, newest: number, emptyAt: (version: number) => Query): void {
  const version = versionOf(query, newest)
  // The whole check and not the quick one: orders to be recovered are found through an index.
  const finding = String(pragma(query, 'integrity_check(1)'))
  if (version < 0 || finding !== 'ok') throw damagedProfile(finding)
  const wanted = emptyAt(version)(TABLES)
  if (JSON.stringify(query(TABLES)) !== JSON.stringify(wanted)) throw damagedProfile()
}

/**
 * Passes a database whose every table, index, trigger and view is as this app writes it, down to the text.
 * @throws AppError `PROFILE_TOO_NEW`, `PROFILE_DAMAGED`, and SQLite's own errors
 */
export function checkSchema(query: Query, newest: number, emptyAt: (version: number) => Query): void {
  const version = versionOf(query, newest)
  if (version < 1) throw damagedProfile()
  const schema = 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'
  if (JSON.stringify(query(schema)) !== JSON.stringify(emptyAt(version)(schema))) throw damagedProfile()
}

function versionOf(query: Query, newest: number): number {
  const version = Number(pragma(query, 'user_version'))
  if (version <= newest) return version
  const message = 'This profile was written by a newer version of Prelist. Install that version.'
  throw new AppError('PROFILE_TOO_NEW', message)
}
