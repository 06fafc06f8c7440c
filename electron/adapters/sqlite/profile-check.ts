// Looks at a profile before anything is written to it: its version, its pages, and that its tables are ours.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { damagedProfile, foreignSchema } from './storage-errors.ts'

export type Query = (sql: string) => Record<string, unknown>[]

/** Every table, index, trigger and view with the text that made it. No name is passed over: any can be forged. */
const SCHEMA = 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'

/** The index of words keeps tables of its own, two of which have no row ids; what they hold is looked at with their index. */
const TABLES_WITH_ROWS = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%'"

/** The one value of a pragma. */
export function pragma(query: Query, name: string): unknown {
  return Object.values(query(`PRAGMA ${name}`)[0] ?? {})[0]
}

/** How much of a profile is looked at: every page of it, or what costs the same however large it is. */
export type Depth = 'whole' | 'ends'

/**
 * Passes a sound profile of version 0 to `newest`. `emptyAt` opens an empty profile of a version, to compare with: a
 * trigger of somebody else's could undo a halt the moment it is written, and a loosened table takes what ours refuses.
 * Answers how deep it has looked.
 * @throws AppError `PROFILE_TOO_NEW`, `PROFILE_DAMAGED`, and SQLite's own errors
 */
export function checkProfile(query: Query, newest: number, emptyAt: (version: number) => Query, depth: Depth): Depth {
  const version = versionOf(query, newest)
  if (version < 0) throw damagedProfile()
  // To migrate is to write over much of it: never over what is damaged.
  const asked = version < newest ? 'whole' : depth
  if (asked === 'whole') {
    // The whole check and not the quick one: orders to be recovered are found through an index.
    const finding = String(pragma(query, 'integrity_check(1)'))
    if (finding !== 'ok') throw damagedProfile(finding)
  }
  compareSchema(query, emptyAt(version))
  if (asked === 'ends') readEnds(query)
  return asked
}

/**
 * The first and the last row of each table: two ways down each tree, and a page there that is none is thrown. In one statement:
 * preparing two for each table took longer than all that they read.
 */
function readEnds(query: Query): void {
  const ends = query(TABLES_WITH_ROWS).flatMap(({ name }) =>
    ['ASC', 'DESC'].map((way) => `(SELECT rowid FROM "${name}" ORDER BY rowid ${way} LIMIT 1)`),
  )
  if (ends.length > 0) query(`SELECT ${ends.join()}`)
}

/**
 * As `checkProfile`, without the look at every page, for a file that must hold a profile.
 * @throws AppError `PROFILE_TOO_NEW`, `PROFILE_DAMAGED`, and SQLite's own errors
 */
export function checkSchema(query: Query, newest: number, emptyAt: (version: number) => Query): void {
  const version = versionOf(query, newest)
  if (version < 1) throw damagedProfile()
  compareSchema(query, emptyAt(version))
}

function compareSchema(query: Query, empty: Query): void {
  const [found, wanted] = [query(SCHEMA), empty(SCHEMA)]
  const texts = new Set(wanted.map((object) => JSON.stringify(object)))
  const foreign = found.find((object) => !texts.has(JSON.stringify(object)))
  if (foreign !== undefined) throw foreignSchema(String(foreign['type']), String(foreign['name']))
  if (found.length !== wanted.length) throw damagedProfile()
}

function versionOf(query: Query, newest: number): number {
  const version = Number(pragma(query, 'user_version'))
  if (version <= newest) return version
  throw new AppError('PROFILE_TOO_NEW', reason('PROFILE_NEWER'))
}
