// A profile that was made and closed before its first row: what all its migrations make is made once a process.

import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../../electron/adapters/sqlite/database.ts'
import { makeProfile } from './temp-folder.ts'

const FILE = 'prelist.sqlite'

let made: Buffer | null = null

function make(): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'prelist-migrated-'))
  try {
    openDatabase(folder).close()
    return readFileSync(path.join(folder, FILE))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The path of a profile folder that holds the newest tables, and nothing else; it is removed after the test. */
export function migratedProfile(): string {
  made ??= make()
  const dataDir = makeProfile()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = path.join(dataDir, FILE)
  writeFileSync(file, made, { mode: 0o600 })
  chmodSync(file, 0o600)
  return dataDir
}
