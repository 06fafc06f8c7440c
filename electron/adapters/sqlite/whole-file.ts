// Has another thread read the profile's whole file. It takes seconds where there are a million orders, and nobody waits for it.

import { Worker } from 'node:worker_threads'
import type { WholeFile } from '../../ports/stores.ts'
import type { Database } from './database.ts'
import type { FileTask, FileWord } from './file-worker.ts'

/** The log may grow so far while the file is looked at: with it ends the hold, and the look is worth nothing. */
const CHECK_LOG_BYTES = 4 * 1024 * 1024

/** Builds the access; `workerUrl` is that of the thread's code. */
export function createWholeFile(db: Database, workerUrl: URL): WholeFile {
  const working = new Set<Worker>()
  const ask = (task: FileTask): Promise<FileWord> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerUrl, { workerData: task })
      working.add(worker)
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => {
        working.delete(worker)
        reject(new Error('the thread that reads the profile ended without a word'))
      })
    })
  const look = async (): Promise<string | null | 'overtaken'> => {
    const hold = db.hold(CHECK_LOG_BYTES)
    try {
      const word = await ask({ path: hold.path })
      if (!hold.isHeld()) return 'overtaken'
      if ('failed' in word) throw new Error(word.failed)
      return word.finding
    } finally {
      hold.release()
    }
  }
  return {
    check: async () => {
      const first = await look()
      if (first === null) return 'sound'
      if (first === 'overtaken') return first
      // Said once more before it ends all writing: a disk may have failed to give a page, and does so now.
      const second = await look()
      if (second === null) return 'sound'
      if (second === 'overtaken') return second
      db.foundDamaged(second)
      return 'damaged'
    },
    stop: async () => {
      await Promise.all([...working].map((worker) => worker.terminate()))
    },
  }
}
