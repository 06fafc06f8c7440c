// The log on disk: appended, mode 0600, and kept small by one older generation.

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogSink } from './logger.ts'

const MAX_BYTES = 1024 * 1024

/** Opens `prelist.log` below `dataDir`. A log that cannot be written is given up silently: it must stop nothing. */
export function openLogFile(dataDir: string): LogSink {
  const path = join(dataDir, 'prelist.log')
  return {
    write: (line) => {
      try {
        mkdirSync(dataDir, { recursive: true, mode: 0o700 })
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(path, `${path}.1`)
        appendFileSync(path, line, { mode: 0o600 })
      } catch {
        // A full disk already shows where it matters: in the journal.
      }
    },
  }
}
