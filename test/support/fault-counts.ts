// Adds up, over all files of a run, how often each row of the list of faults was shown at each class of exchange, and prints it
// at the end.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { FAULT_CLASSES, FAULT_ROWS } from '../faults/fault-rows.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder into which each file writes its counts. */
    faultCounts: string
  }
}

interface Run {
  folder: string
  /** How many of its projects are not over. */
  projects: number
}

/** One for all projects of the run. Each of them loads this file anew, so that a variable of it would be one a project. */
const shared = globalThis as typeof globalThis & { prelistFaultRun?: Run | undefined }

/** Before the first file of each project. */
export function setup(project: TestProject): void {
  shared.prelistFaultRun ??= { folder: mkdtempSync(join(tmpdir(), 'prelist-faults-')), projects: 0 }
  shared.prelistFaultRun.projects += 1
  project.provide('faultCounts', shared.prelistFaultRun.folder)
}

/** After the last file; of several projects the last one adds up. */
export function teardown(): void {
  const run = shared.prelistFaultRun
  if (run === undefined) return
  run.projects -= 1
  if (run.projects > 0) return
  shared.prelistFaultRun = undefined
  const sums = new Map<string, number>()
  for (const name of readdirSync(run.folder)) {
    const counts = JSON.parse(readFileSync(join(run.folder, name), 'utf8')) as Record<string, number>
    for (const [place, runs] of Object.entries(counts)) sums.set(place, (sums.get(place) ?? 0) + runs)
  }
  rmSync(run.folder, { recursive: true, force: true })
  if (sums.size === 0) return
  const lines = FAULT_ROWS.map(({ row }) => {
    const runs = FAULT_CLASSES.map((at) => `${at} ${sums.get(`${row} ${at}`) ?? 0}`)
    return `${String(row).padStart(2)}: ${runs.join(', ')}`
  })
  process.stdout.write(`\nfaults of an order, runs by row and class of exchange\n${lines.join('\n')}\n`)
}
