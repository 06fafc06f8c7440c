// What the audit log of a profile holds on the disk at this moment, also while a backend has it open or has just died.

import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

export interface DurableEntry {
  kind: string
  event: string
  subject: string | null
}

/** Oldest first. The files are copied and the copy is read: whoever has the profile open does not let others read it. */
export function durableEntries(dataDir: string): DurableEntry[] {
  const copy = makeProfile()
  cpSync(dataDir, copy, { recursive: true, filter: (file) => !file.includes('practice-exchange') })
  const db = new DatabaseSync(path.join(copy, 'prelist.sqlite'))
  try {
    const rows = db.prepare('SELECT kind, event, subject FROM audit ORDER BY seq').all()
    return rows.map(({ kind, event, subject }) => ({
      kind: String(kind),
      event: String(event),
      subject: subject === null ? null : String(subject),
    }))
  } finally {
    db.close()
    rmSync(copy, { recursive: true, force: true })
  }
}
