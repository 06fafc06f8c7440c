// Reads the profile's whole file in a thread of its own, while the thread that serves the trader holds it still.

import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { findingOf } from './database.ts'

/** What the thread is started with. */
export interface FileTask {
  path: string
}

/** Its one word. */
export type FileWord = { finding: string | null } | { failed: string }

function run({ path }: FileTask): FileWord {
  try {
    return { finding: findingOf(path) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}

const port: MessagePort | null = parentPort
if (port === null) throw new Error('the file worker was started outside of a worker')
port.postMessage(run(workerData as FileTask))
