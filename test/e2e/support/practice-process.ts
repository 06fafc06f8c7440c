// The practice exchange as a process of its own, with faults on demand; it can be ended and started again on its ledger.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { FaultEntry } from '../../../electron/practice-exchange/faults.ts'
import { countPracticeOrders } from '../../../scripts/driver/practice-ledger.ts'

const MAIN = fileURLToPath(new URL('../../../electron/practice-exchange/main.ts', import.meta.url))

export interface PracticeProcess {
  url: string
  /** Orders in its ledger. */
  orders(): number
  /** Ends the process; what it has done stays done. */
  stop(): Promise<void>
  /** Starts it again on the same port and ledger, without faults. */
  start(): Promise<void>
  /** Ends it and removes its ledger. */
  remove(): Promise<void>
}

/** Starts an exchange on a free port. */
export async function startPracticeProcess(faults: readonly FaultEntry[] = []): Promise<PracticeProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'prelist-venue-'))
  const script = join(folder, 'faults.json')
  writeFileSync(script, JSON.stringify(faults))
  let child: ChildProcess | null = null
  const start = async (port: number, extra: string[]): Promise<number> => {
    const started = spawn(process.execPath, [MAIN, '--port', String(port), '--data', folder, ...extra], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = started
    const [line] = (await once(createInterface(started.stdout), 'line')) as [string]
    return (JSON.parse(line) as { listening: number }).listening
  }
  const stop = async () => {
    if (child === null) return
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    child = null
    await exited
  }
  const port = await start(0, ['--fault', script])
  return {
    url: `http://127.0.0.1:${port}`,
    orders: () => countPracticeOrders(folder),
    stop,
    start: async () => {
      await start(port, [])
    },
    remove: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
