// SIGKILL at every point of an order's way, against an exchange that runs on: one order or none, and the ledger says
// the truth. The table of what was seen is printed.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Backend, createBackend } from '../../electron/app/backend.ts'
import type { Order } from '../../shared/order.ts'
import { isUnsettled } from '../../shared/order-states.ts'
import { type CutWire, startCutWire } from './cut-wire.ts'
import { dieAt } from './die-at.ts'
import { KILL_POINTS } from './kill-points.ts'
import { PLANS, submitInput } from './order-plan.ts'
import { startVenueProcess, type VenueProcess } from './venue-process.ts'

let folder: string
let venue: VenueProcess
let wire: CutWire
const seen: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prelist-kill-'))
  venue = await startVenueProcess(join(folder, 'venue'))
  wire = await startCutWire(venue.port)
})

afterAll(async () => {
  await wire.close()
  await venue.stop()
  rmSync(folder, { recursive: true, force: true })
  process.stdout.write(`\nkilled at, runs, orders at the exchange, ledger afterwards\n${seen.join('\n')}\n`)
})

async function orderOf(backend: Backend, intentId: string): Promise<Order | null> {
  const result = await backend.call('orders.get', { intentId })
  if (!result.ok && result.error.code === 'NOT_FOUND') return null
  if (!result.ok) throw new Error(result.error.code)
  return result.value as Order
}

async function settledOrder(backend: Backend, intentId: string): Promise<Order | null> {
  for (let round = 0; round < 20; round += 1) {
    const order = await orderOf(backend, intentId)
    if (order === null || !isUnsettled(order.status)) return order
    await backend.call('orders.reconcile', {})
  }
  throw new Error('the order never settled')
}

describe.each(KILL_POINTS)('$name: $what', (point) => {
  it.each(PLANS.map((plan, run) => ({ run: run + 1, plan })))('run $run', async ({ run, plan }) => {
    const dataDir = join(folder, `${point.name}-${run}`)
    const intentId = await dieAt(wire, point, dataDir, plan)
    const dead = venue.ordersWith(intentId)
    const before = venue.orders()

    const backend = await createBackend({ dataDir, venueHosts: { practice: wire.url } })
    try {
      const order = await settledOrder(backend, intentId)
      expect(dead).toBe(point.atVenue)
      expect(order?.status ?? null).toBe(point.finally)
      // What a dead process left open is closed by the start, not merely worked around.
      expect(order?.attempts.map((attempt) => attempt.outcome) ?? []).not.toContain(null)
      expect(venue.orders(), 'the start must send nothing').toBe(before)

      const again = await backend.call('orders.submit', submitInput(intentId, plan))
      if (order === null) {
        // Never written down: the ticket is still the trader's to submit, and makes its one order now.
        expect(again).toMatchObject({ ok: true, value: { status: 'filled' } })
      } else {
        expect(again).toMatchObject({ ok: true, value: { status: point.finally } })
      }
      expect(venue.ordersWith(intentId)).toBe(order === null ? 1 : point.atVenue)
      seen.push(`${point.name} run ${run}: ${dead} at the exchange, ${order?.status ?? 'not recorded'}`)
    } finally {
      await backend.close()
    }
  })
})
