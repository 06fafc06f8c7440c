// SIGKILL at points of the way of an order that sends itself: one order or none, and never a second one after the start. The points
// within a sending are those of any order (kill-points.ts). The table of what was seen is printed.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { createBackend } from '../../electron/app/backend.ts'
import type { TracePoint } from '../../electron/ports/system.ts'
import { intentIdOf } from '../../electron/services/staged/staged-key.ts'
import { isStagedOpen, type Staged, type StagedState } from '../../shared/markets/staged.ts'
import { startVenueProcess, type VenueProcess } from './venue-process.ts'

const DOOMED = fileURLToPath(new URL('./crashing-stager.ts', import.meta.url))
/** RDYX opens a day after the exchange was made, and its auction ten minutes before that. */
const AUCTION_AFTER_MS = 86_400_000 - 600_000

interface Point {
  at: TracePoint | 'saved' | 'armed'
  what: string
  /** Orders at the exchange when the app is dead, and still when it has started again. */
  atVenue: 0 | 1
  finally: StagedState
}
const POINTS: readonly Point[] = [
  { at: 'armed', what: 'its key is on the disk', atVenue: 0, finally: 'refused' },
  { at: 'intent-recorded', what: 'between intent and attempt', atVenue: 0, finally: 'refused' },
  { at: 'attempt-recorded', what: 'before the first byte', atVenue: 0, finally: 'refused' },
  { at: 'answer-received', what: 'answer there, not written', atVenue: 1, finally: 'sent' },
  { at: 'outcome-recorded', what: 'outcome written, nobody told', atVenue: 1, finally: 'sent' },
]

const folder = mkdtempSync(join(tmpdir(), 'prelist-staged-kill-'))
const seen: string[] = []
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  process.stdout.write(`\nkilled at, orders at the exchange, afterwards\n${seen.join('\n')}\n`)
})

/** An exchange on which the auction begins so long from now. */
async function venueThatOpensIn(ms: number, dataDir: string): Promise<VenueProcess> {
  await (await startVenueProcess(dataDir)).stop()
  const db = new DatabaseSync(join(dataDir, 'practice-exchange.sqlite'))
  db.prepare(`UPDATE meta SET value = ? WHERE name = 'created-at'`).run(String(Date.now() + ms - AUCTION_AFTER_MS))
  db.close()
  return startVenueProcess(dataDir)
}

/** Runs the app until it is dead. False where the market was open before anything was staged: then it had too little time. */
async function diesAt({ at }: Point, dataDir: string, venueUrl: string): Promise<boolean> {
  const task = JSON.stringify({ dataDir, venueUrl, crashAt: at })
  const child = spawn(process.execPath, [DOOMED, task], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const [said] = (await once(createInterface(child.stdout), 'line')) as [string]
  const [code, signal] = (await exited) as [number | null, string | null]
  if (said !== 'saved') return false
  if (signal !== 'SIGKILL') throw new Error(`${at}: the app ended by ${signal ?? code}`)
  return true
}

/** Starts the app again; answers with the staged order once it is over. */
async function afterwards(dataDir: string, practice: string): Promise<Staged> {
  const backend = await createBackend({ dataDir, venueHosts: { practice } })
  const over = Promise.withResolvers<Staged>()
  const look = (staged: Staged | undefined) => {
    if (staged !== undefined && !isStagedOpen(staged)) over.resolve(staged)
  }
  backend.on('staged.changed', (payload) => look(payload as Staged))
  await backend.call('orders.reconcile', {})
  const list = await backend.call('staged.list', {})
  look(list.ok ? (list.value as Staged[])[0] : undefined)
  return over.promise.finally(() => backend.close())
}

it('one order or none, wherever it dies', { timeout: 240_000 }, async () => {
  for (let opensInMs = 15_000, isDone = false; !isDone; opensInMs *= 2) {
    const venue = await venueThatOpensIn(opensInMs, join(folder, `venue-${opensInMs}`))
    const url = `http://127.0.0.1:${venue.port}`
    const place = (point: Point) => join(folder, `${point.at}-${opensInMs}`)
    const died = await Promise.all(POINTS.map((point) => diesAt(point, place(point), url)))
    isDone = died.every(Boolean)
    for (const point of isDone ? POINTS : []) {
      const dead = venue.orders()
      const staged = await afterwards(place(point), url)
      expect(staged, point.at).toMatchObject({ state: point.finally, intentId: intentIdOf(staged.stagedId) })
      expect(venue.ordersWith(staged.intentId ?? ''), point.at).toBe(point.atVenue)
      expect(venue.orders(), 'the start must send nothing').toBe(dead)
      seen.push(`${point.at} (${point.what}): ${point.atVenue}, ${staged.state} ${staged.reason?.code ?? ''}`)
    }
    await venue.stop()
  }
})
