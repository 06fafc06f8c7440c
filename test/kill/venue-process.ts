// The practice exchange as a process of its own, which outlives the app that is killed.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { queryLedger } from '../electron/practice-exchange/fixture.ts'

const MAIN = fileURLToPath(new URL('../../electron/practice-exchange/main.ts', import.meta.url))

export interface VenueProcess {
  port: number
  /** Orders in the exchange's own ledger that carry this key. */
  ordersWith(key: string): number
  orders(): number
  stop(): Promise<void>
}

/** Starts an exchange on a free port that keeps its ledger in `dataDir`. */
export async function startVenueProcess(dataDir: string): Promise<VenueProcess> {
  const child = spawn(process.execPath, [MAIN, '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { listening } = JSON.parse(line) as { listening: number }
  const count = (sql: string) => Number(queryLedger(dataDir, sql)[0]?.['n'])
  return {
    port: listening,
    ordersWith: (key) => count(`SELECT count(*) AS n FROM orders WHERE idempotency_key = '${key}'`),
    orders: () => count('SELECT count(*) AS n FROM orders'),
    stop: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}
