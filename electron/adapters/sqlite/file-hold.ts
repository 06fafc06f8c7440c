// Keeps the profile's file as it is for a while, so that another thread can read it whole: what is written meanwhile stays in
// the log. Without this every read of the whole file would stop whoever asks for anything else.

import { statSync } from 'node:fs'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { Query } from './profile-check.ts'

export interface FileHold {
  path: string
  /** False once the file may have been written to: what was read from it since is worth nothing. */
  isHeld(): boolean
  release(): void
}

export interface FileHolds {
  /** As of `Database`. */
  hold(logBytes: number): FileHold
  /** Something was committed; ends a hold whose log has grown too large. */
  wrote(): void
}

/** Builds it over the connection that writes; `checkpoint` is after how many pages it moves its log to the file. */
export function createFileHolds(path: string, query: Query, checkpoint: number): FileHolds {
  let current: { logBytes: number } | null = null
  const end = () => {
    current = null
    query(`PRAGMA wal_autocheckpoint = ${checkpoint}`)
  }
  return {
    hold: (logBytes) => {
      // Ends the one before, whose file is about to change.
      current = null
      const [moved = {}] = query('PRAGMA wal_checkpoint(TRUNCATE)')
      if (moved['busy'] !== 0 || moved['log'] !== moved['checkpointed']) {
        throw new AppError('STORAGE_FAILED', reason('LOG_NOT_WRITTEN_BACK'))
      }
      query('PRAGMA wal_autocheckpoint = 0')
      const own = { logBytes }
      current = own
      return {
        path,
        isHeld: () => current === own,
        release: () => {
          if (current === own) end()
        },
      }
    },
    wrote: () => {
      if (current === null) return
      const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
      if (size > current.logBytes) end()
    },
  }
}
