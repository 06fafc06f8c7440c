// The ledger: what one more movement, a page and the results after it cost among a million movements, against a thousand.

import type { Backend } from '../../../electron/app/backend.ts'
import { openProfile } from '../../../electron/app/profile.ts'
import { alone, compared, type Measure, type Part } from '../measure.ts'
import { seedMovements, succeed } from '../profile.ts'
import { interleave } from '../statistics.ts'

const MANY = 1_000_000
const FEW = 1_000
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
    const first = await msOf(RESULTS, many)
    const after: number[] = []
    for (let round = 0; round < 10; round += 1) {
      await ADD(many)
      after.push(await msOf(RESULTS, many))
    }
    measures.push(alone(`results.get after one more of ${MANY} movements`, after))
    return { measures, notes: [`ledger, the first results of ${MANY} movements: ${first.toFixed(0)} ms`] }
  } finally {
    await many.close()
    await few.close()
  }
}
