// How far a backup has come, by the bytes that lie on the disk: the thread and the process that write them tell nothing.

import type { BackupProgress } from '../../../shared/vault.ts'
import type { BackupFolder, Clock } from '../../ports/system.ts'

const EVERY_MS = 250

export interface ProgressParts {
  clock: Pick<Clock, 'sleep'>
  folder: Pick<BackupFolder, 'written'>
  told: (progress: BackupProgress) => void
}

/**
 * Does `work`, which writes the file at `path`, and tells four times a second how much of the whole is done: `before` bytes, and
 * what lies in that file. Nothing is told before `total` is known.
 */
export async function withProgress<T>(
  { clock, folder, told }: ProgressParts,
  { path, before, total }: { path: string; before: number; total: () => number },
  work: () => Promise<T>,
): Promise<T> {
  const over = new AbortController()
  const follow = async () => {
    while (!over.signal.aborted) {
      await clock.sleep(EVERY_MS, over.signal)
      if (over.signal.aborted) return
      const all = total()
      if (all > 0) told({ done: Math.min(before + folder.written(path), all), total: all })
    }
  }
  // A sleep that is cut short rejects. Nobody waits for it: a clock need not heed the signal.
  follow().catch(() => {})
  try {
    return await work()
  } finally {
    over.abort()
  }
}
