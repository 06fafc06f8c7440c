// Damages one table of a profile behind the back of whoever has it open.

import { closeSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const PAGE_BYTES = 4096

/** Where the first page of `table` lies; to be asked while the profile is closed. */
export function firstPageOf(dataDir: string, table: string): number {
  const file = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'), { readOnly: true })
  const { rootpage } = file.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table) ?? {}
  file.close()
  return (Number(rootpage) - 1) * PAGE_BYTES
}

/** Fills the page at `position` with noise. */
export function spoilPage(dataDir: string, position: number): void {
  const file = openSync(path.join(dataDir, 'prelist.sqlite'), 'r+')
  writeSync(file, Buffer.alloc(PAGE_BYTES, 0xa7), 0, PAGE_BYTES, position)
  closeSync(file)
}
