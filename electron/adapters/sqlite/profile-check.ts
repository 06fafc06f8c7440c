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
  const version = Number(pragma(query, 'user_version'))
  if (version > newest) {
    const message = 'This profile was written by a newer version of Prelist. Install that version.'
    throw new AppError('PROFILE_TOO_NEW', message)
  }
  // The whole check and not the quick one: orders to be recovered are found through an index.
  const finding = String(pragma(query, 'integrity_check(1)'))
  if (version < 0 || finding !== 'ok') throw damagedProfile(finding)
  const wanted = emptyAt(version)(TABLES)
  if (JSON.stringify(query(TABLES)) !== JSON.stringify(wanted)) throw damagedProfile()
}
