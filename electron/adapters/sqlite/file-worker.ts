// Reads the profile's whole file in a thread of its own, while the thread that serves the trader holds it still.

import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { AppError, type ErrorValue } from '../../../shared/result.ts'
import { copyHeld, findingOf } from './database.ts'

/** What the thread is started with: to look at every page, or to write a copy and count the rows of these tables. */
export type FileTask = { path: string } & ({ kind: 'check' } | { kind: 'copy'; to: string; tables: readonly string[] })

/** Its one word. */
export type FileWord =
  | { kind: 'checked'; finding: string | null }
  | { kind: 'copied'; rows: Readonly<Record<string, number>> }
  | { kind: 'failed'; error: ErrorValue }

function run(task: FileTask): FileWord {
  try {
    if (task.kind === 'check') return { kind: 'checked', finding: findingOf(task.path) }
    return { kind: 'copied', rows: copyHeld(task.path, task.to, task.tables) }
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('STORAGE_FAILED', String(error))
    return { kind: 'failed', error: known.toValue() }
  }
}

const port: MessagePort | null = parentPort
if (port === null) throw new Error('the file worker was started outside of a worker')
port.postMessage(run(workerData as FileTask))
