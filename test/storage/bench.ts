// One exchange for many runs of the trader's work, each on a profile of its own and behind a wire of its own.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createBackend } from '../../electron/app/backend.ts'
import { type CutWire, startCutWire } from '../kill/cut-wire.ts'
import { startVenueProcess, type VenueProcess } from '../kill/venue-process.ts'
import { okOf } from '../support/start-backend.ts'
import { type Ended, requirePrograms } from './faults.ts'
import { brokenPromises, type Disk } from './judge.ts'
import type { Piece, Task } from './work.ts'

/** `new` is a folder that does not exist; `used` a profile with some work in it, closed in order. */
export type Age = 'new' | 'used'

export interface Bench {
  venue: VenueProcess
  /** Runs `work` for a task of its own, and judges it. */
  judged<T extends Ended>(
    plan: Plan,
    work: (task: Task, wire: CutWire) => Promise<T>,
  ): Promise<T & { broken: string[] }>
  close(): Promise<void>
}

export interface Plan {
  age: Age
  pieces: readonly Piece[]
  rounds?: number
  disk?: Disk
}

/** Starts the exchange and makes the profile that `used` ones are copies of. */
export async function openBench(): Promise<Bench> {
  requirePrograms()
  const folder = mkdtempSync(path.join(tmpdir(), 'prelist-storage-'))
  const venue = await startVenueProcess(path.join(folder, 'venue'))
  const used = path.join(folder, 'used')
  await makeUsed(used, venue)
  let runs = 0
  return {
    venue,
    judged: async ({ age, pieces, rounds = 1, disk = 'failing' }, work) => {
      const dataDir = path.join(folder, `profile-${++runs}`)
      if (age === 'used') cpSync(used, dataDir, { recursive: true })
      const wire = await startCutWire(venue.port)
      try {
        const task: Task = { dataDir, venueUrl: wire.url, rounds, pieces }
        const ended = await work(task, wire)
        const broken = await brokenPromises(task, ended, venue, wire.orders(), disk)
        return { ...ended, broken }
      } finally {
        await wire.close()
        rmSync(dataDir, { recursive: true, force: true })
        rmSync(`${dataDir}.trace`, { force: true })
      }
    },
    close: async () => {
      await venue.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeUsed(dataDir: string, venue: VenueProcess): Promise<void> {
  const backend = await createBackend({ dataDir, venueHosts: { practice: `http://127.0.0.1:${venue.port}` } })
  for (const coinId of ['peaq', 'movement', 'dolomite']) {
    await okOf(backend, 'notes.save', { coinId, text: 'from before' })
  }
  const { intentId } = await okOf(backend, 'orders.draft', { accountId: 'practice', coinId: 'peaq', side: 'buy' })
  await okOf(backend, 'orders.submit', { intentId, type: 'market', size: { unit: 'quote', value: '20' } })
  await backend.close()
  // Each copy trades on an account of its own, or the practice money would run out.
  const file = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'))
  file.exec("DELETE FROM meta WHERE key = 'practice-account'")
  file.close()
}

/** Works through `jobs` two at a time, as many as there are cores; the results in the order of the jobs. */
export async function twoAtATime<J, R>(jobs: readonly J[], work: (job: J) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const entries = jobs.entries()
  const lane = async () => {
    for (const [index, job] of entries) results[index] = await work(job)
  }
  await Promise.all([lane(), lane()])
  return results
}
