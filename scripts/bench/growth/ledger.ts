// The ledger: what one more movement, a page and the results after it cost among a million movements, against a thousand.

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Backend } from '../../../electron/app/backend.ts'
import { openProfile } from '../../../electron/app/profile.ts'
import { alone, compared, type Measure, type Part } from '../measure.ts'
import { seedMovements, succeed } from '../profile.ts'
import { interleave } from '../statistics.ts'
import { turnsDuring } from './turns.ts'

const MANY = 1_000_000
const FEW = 1_000
const IMPORTED = 50_000
/** An address at which nobody answers: no exchange is part of this. */
const OFFLINE = { practice: 'http://127.0.0.1:9' }

type Work = (backend: Backend) => Promise<unknown>

let at = Date.UTC(2026, 0, 1)
const ADD: Work = (backend) => {
  at += 1_000
  const movement = { accountId: 'cold', kind: 'buy', coinId: 'peaq', amount: '1', price: '0.5' }
  return succeed(backend, 'ledger.save', { at: new Date(at).toISOString(), ...movement })
}
const RESULTS: Work = (backend) => succeed(backend, 'results.get', { environment: 'live', method: 'fifo' })

const WORK: readonly [name: string, work: Work][] = [
  ['ledger.save', ADD],
  ['ledger.page of 100', (backend) => succeed(backend, 'ledger.page', { coinId: 'peaq', limit: 100 })],
]

async function msOf(work: Work, backend: Backend): Promise<number> {
  const start = performance.now()
  await work(backend)
  return performance.now() - start
}

/** Runs it; answers how long it took, and its longest turns, in milliseconds. */
async function watched(work: () => Promise<unknown>): Promise<{ ms: number; turns: number[] }> {
  const start = performance.now()
  const turns = await turnsDuring(work)
  return { ms: performance.now() - start, turns }
}

/** A file of so many buys in the generic form. */
function writeImport(folder: string, rows: number): string {
  const to = path.join(folder, `import-${rows}.csv`)
  const line = (n: number) => `${new Date(Date.UTC(2020, 0, 1) + n * 1_000).toISOString()},buy,PEAQ,1,0.5`
  const lines = Array.from({ length: rows }, (_, n) => line(n))
  writeFileSync(to, ['Time,Kind,Asset,Amount,Price', ...lines].join('\n'))
  return to
}

/** How long a commit of a file takes for each thousand of its rows, and its longest turn. */
async function importing(backend: Backend, folder: string, rows: number) {
  const preview = { path: writeImport(folder, rows) }
  const { previewId } = (await succeed(backend, 'import.preview', preview)) as { previewId: string }
  const { ms, turns } = await watched(() => succeed(backend, 'import.commit', { previewId }))
  return { each: (ms / rows) * 1_000, turns }
}

/** Measures on profiles that are made in these folders. */
export async function measureLedger(
  folders: { many: string; few: string },
  plan: { warmUp: number; rounds: number },
): Promise<Part> {
  seedMovements(folders.many, MANY)
  seedMovements(folders.few, FEW)
  const many = await openProfile({ dataDir: folders.many, venueHosts: OFFLINE })
  const few = await openProfile({ dataDir: folders.few, venueHosts: OFFLINE })
  try {
    const measures: Measure[] = []
    for (const [name, work] of WORK) {
      const { measured, baseline } = await interleave(
        plan,
        () => msOf(work, many),
        () => msOf(work, few),
      )
      measures.push(compared({ name: `${name} among ${MANY} movements`, measured, baseline, atMost: 2 }))
    }
    const [first, small] = [await watched(() => RESULTS(many)), await watched(() => RESULTS(few))]
    const perThousand = ({ ms }: { ms: number }, movements: number) => [(ms / movements) * 1_000]
    measures.push(
      compared({
        name: `first results, for each 1000 of ${MANY} movements`,
        measured: perThousand(first, MANY),
        baseline: perThousand(small, FEW),
        atMost: 2,
      }),
      alone(`longest turns of the first results of ${MANY} movements`, first.turns, 16),
    )
    const after: number[] = []
    for (let round = 0; round < 10; round += 1) {
      await ADD(many)
      after.push(await msOf(RESULTS, many))
    }
    measures.push(alone(`results.get after one more of ${MANY} movements`, after))
    const [large, little] = [await importing(many, folders.many, IMPORTED), await importing(few, folders.few, FEW)]
    measures.push(
      compared({
        name: `import.commit, for each 1000 of ${IMPORTED} rows`,
        measured: [large.each],
        baseline: [little.each],
        atMost: 2,
      }),
      alone(`longest turns of an import of ${IMPORTED} rows`, large.turns, 16),
    )
    return { measures, notes: [`ledger, the first results of ${MANY} movements: ${first.ms.toFixed(0)} ms`] }
  } finally {
    await many.close()
    await few.close()
  }
}
