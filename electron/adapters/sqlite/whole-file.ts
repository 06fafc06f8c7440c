// Has another thread read the profile's whole file. It takes seconds where there are a million orders, and nobody waits for it.

import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError, toAppError } from '../../../shared/result.ts'
import { createMutex } from '../../../shared/serial-queue.ts'
import type { WholeFile } from '../../ports/stores.ts'
import type { Database } from './database.ts'
import type { FileTask, FileWord } from './file-worker.ts'

/** The log may grow so far while the file is looked at: with it ends the hold, and the look is worth nothing. */
const CHECK_LOG_BYTES = 4 * 1024 * 1024
/** And so far while it is copied, which takes longer and is asked for by the trader. */
const COPY_LOG_BYTES = 64 * 1024 * 1024

/** Builds the access; `workerUrl` is that of the thread's code. */
export function createWholeFile(db: Database, workerUrl: URL): WholeFile {
  /** The threads that look, and how each is given up. */
  const looking = new Map<Worker, (why: Error) => void>()
  let isStopped = false
  // One at a time: there is one hold, and each of them reads the whole disk.
  const turns = createMutex()
  const ask = (task: FileTask): Promise<FileWord> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerUrl, { workerData: task })
      if (task.kind === 'check') looking.set(worker, reject)
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => {
        looking.delete(worker)
        reject(new Error('the thread that reads the profile ended without a word'))
      })
    })
  const look = async (): Promise<string | null | 'overtaken'> => {
    if (isStopped) return 'overtaken'
    const hold = db.hold(CHECK_LOG_BYTES)
    try {
      const word = await ask({ kind: 'check', path: hold.path })
      if (!hold.isHeld()) return 'overtaken'
      if (word.kind !== 'checked') throw failure(word)
      return word.finding
    } finally {
      hold.release()
    }
  }
  const check: WholeFile['check'] = async () => {
    const first = await look()
    if (first === null) return 'sound'
    if (first === 'overtaken') return first
    // Said once more before it ends all writing: a disk may have failed to give a page, and does so now.
    const second = await look()
    if (second === null) return 'sound'
    if (second === 'overtaken') return second
    db.foundDamaged(second)
    return 'damaged'
  }
  const copy: WholeFile['copy'] = async (to, tables, still, begun) => {
    const known = db.damage()
    if (known !== null) throw known
    const hold = await still(async () => db.hold(COPY_LOG_BYTES))
    try {
      begun(statSync(hold.path).size)
      const word = await ask({ kind: 'copy', path: hold.path, to, tables })
      if (!hold.isHeld()) {
        throw new AppError('STORAGE_FAILED', reason('COPY_OVERTAKEN'))
      }
      if (word.kind !== 'copied') throw failure(word)
      return word.rows
    } catch (error) {
      // What a statement meets ends all writing, whichever thread it runs in.
      if (error instanceof AppError && error.code === 'PROFILE_DAMAGED') db.foundDamaged(error.message)
      throw error
    } finally {
      hold.release()
    }
  }
  return {
    check: () => turns.run(check),
    copy: (...input) => turns.run(() => copy(...input)),
    stop: () => {
      isStopped = true
      for (const [worker, giveUp] of looking) {
        // It ends when SQLite's call ends, seconds later where the profile is large; closing does not wait for that.
        giveUp(new Error('the look was given up'))
        void worker.terminate()
      }
    },
  }
}

function failure(word: FileWord): Error {
  return word.kind === 'failed' ? toAppError(word.error) : new Error('the thread did another task')
}
