// What a profile's database holds on the disk at this moment, read from outside while the app has it open. The app keeps its
// file locked, so its bytes are copied, log and all, and the copy is opened: only what was committed is in it.

import { closeSync, fstatSync, mkdirSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'

export interface DiskView {
  /** The rows of a query over the committed state of the profile in `dataDir`. */
  rows(dataDir: string, sql: string): Record<string, unknown>[]
}

/** Opens the view for one test; `folder` is where copies are put. */
export function openDiskView(folder: string): DiskView {
  /** Never closed before the test's end: closing one takes every lock of this process from its file. */
  const held = new Map<string, number>()
  const bytesOf = (file: string): Buffer => {
    const found = statSync(file, { throwIfNoEntry: false })
    if (found === undefined) return Buffer.alloc(0)
    const name = `${file} ${found.ino}`
    const opened = held.get(name) ?? openSync(file, 'r')
    held.set(name, opened)
    const bytes = Buffer.alloc(fstatSync(opened).size)
    return bytes.subarray(0, readSync(opened, bytes, 0, bytes.length, 0))
  }
  onTestFinished(() => {
    for (const file of held.values()) closeSync(file)
  })
  let copies = 0
  return {
    rows: (dataDir, sql) => {
      copies += 1
      const copy = path.join(folder, `copy-${copies}`)
      mkdirSync(copy, { recursive: true })
      for (const name of ['prelist.sqlite', 'prelist.sqlite-wal']) {
        writeFileSync(path.join(copy, name), bytesOf(path.join(dataDir, name)))
      }
      const db = new DatabaseSync(path.join(copy, 'prelist.sqlite'), { readOnly: true })
      try {
        return db.prepare(sql).all()
      } finally {
        db.close()
        rmSync(copy, { recursive: true, force: true })
      }
    },
  }
}
