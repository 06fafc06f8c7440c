// Room that the profile keeps for a full disk: a file of zeros that is given up when a write finds none. What a trader must be
// able to do then, to cancel and to halt, is written before it is done, as everything is, and so needs some.

import { closeSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'prelist.reserve'
/** What a closing profile moves from its log to its file takes up to 0.8 MB of it; a cancel takes some dozen kilobytes. */
const RESERVE_BYTES = 1024 * 1024
/** Taken back only where so much is free: else it would take the very room that it has just given. */
const FREE_BYTES = 4 * RESERVE_BYTES

export interface Reserve {
  /** Makes it where it is missing. False where the disk has no room for it. */
  fill(): boolean
  /** Gives its room to the database. Never throws. */
  release(): void
}

/** Builds it in this folder; nothing is written yet. */
export function createReserve(dataDir: string): Reserve {
  const path = join(dataDir, FILE)
  const release = () => {
    try {
      rmSync(path, { force: true })
    } catch {
      // What cannot be removed gives no room; the write that asked for it has failed already.
    }
  }
  return {
    release,
    fill: () => {
      try {
        if (statSync(path, { throwIfNoEntry: false })?.size === RESERVE_BYTES) return true
        const { bavail, bsize } = statfsSync(dataDir)
        if (bavail * bsize < FREE_BYTES) return false
        const file = openSync(path, 'w', 0o600)
        try {
          // Written, not only asked for: some disks count a hole as a file.
          const zeros = Buffer.alloc(64 * 1024)
          for (let at = 0; at < RESERVE_BYTES; at += zeros.length) writeSync(file, zeros, 0, zeros.length, at)
        } finally {
          closeSync(file)
        }
        return statSync(path).size === RESERVE_BYTES
      } catch {
        release()
        return false
      }
    },
  }
}
