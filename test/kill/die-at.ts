// Runs the app until it is dead at a named point of an order's way.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { CutWire } from './cut-wire.ts'
import type { KillPoint } from './kill-points.ts'
import type { OrderPlan } from './order-plan.ts'

const DOOMED_APP = fileURLToPath(new URL('./crashing-app.ts', import.meta.url))

/** The key that the app had drafted when it was killed. @throws Error when it ended in another way */
export async function dieAt(wire: CutWire, point: KillPoint, dataDir: string, plan: OrderPlan): Promise<string> {
  const crashAt = 'trace' in point.at ? point.at.trace : null
  wire.set('wire' in point.at ? point.at.wire : 'pass')
  const task = JSON.stringify({ dataDir, venueUrl: wire.url, crashAt, plan })
  const child = spawn(process.execPath, [DOOMED_APP, task], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const [intentId] = (await once(createInterface(child.stdout), 'line')) as [string]
  if ('wire' in point.at) {
    await wire.happened()
    child.kill('SIGKILL')
  }
  const [, signal] = (await exited) as [number | null, string | null]
  if (signal !== 'SIGKILL') throw new Error(`${point.name}: the app ended by ${signal}`)
  wire.set('pass')
  return intentId
}
