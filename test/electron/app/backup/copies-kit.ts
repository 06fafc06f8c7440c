// Profiles with something in every table, and copies of them, for the tests of the restore's one transaction.

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { createProfileCopies } from '../../../../electron/adapters/sqlite/restore.ts'
import type { ProfileCopies } from '../../../../electron/ports/stores.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { rowsOf } from './profile-rows.ts'

export interface Profile {
  dataDir: string
  db: Database
  copies: ProfileCopies
  /** All rows of a table, in the order of their keys. */
  rows(table: string): unknown[]
  /** A copy of this profile as it is now. */
  copy(): string
}

/** A profile in which every row is marked by `name`. */
export function openProfileOf(name: string): Profile {
  const dataDir = makeProfile()
  const db = openDatabase(dataDir)
  onTestFinished(() => db.close())
  for (const sql of rowsOf(name)) db.run(sql)
  let count = 0
  const copies = createProfileCopies(db)
  return {
    dataDir,
    db,
    copies,
    rows: (table) =>
      db
        .all(`SELECT * FROM ${table}`)
        .map((row) => Object.values(row).map(plain))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    copy: () => {
      const file = path.join(dataDir, '..', `${name}-${count++}.sqlite`)
      writeFileSync(file, '')
      copies.write(file)
      return file
    },
  }
}

const plain = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value)

/** Changes a copy as somebody with a tool would. */
export function spoil(copy: string, sql: string): string {
  const raw = new DatabaseSync(copy, { defensive: false })
  raw.exec(`PRAGMA foreign_keys = OFF; ${sql}`)
  raw.close()
  return copy
}
