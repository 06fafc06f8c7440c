// SIGKILL, hundreds of times: at every system call that writes, at random moments of a busy run, and at the nine named
// points on every market. After each one the profile opens, is sound, holds what was acknowledged, and agrees with the
// exchange. `PRELIST_SEED` replays one random moment by its number.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { dieAt } from '../kill/die-at.ts'
import { KILL_POINTS } from '../kill/kill-points.ts'
import type { OrderPlan } from '../kill/order-plan.ts'
import { type Bench, openBench, type Plan, twoAtATime } from '../storage/bench.ts'
import { type Call, type Ended, type Fault, runWithFault } from '../storage/faults.ts'

const WRITING: readonly Call[] = ['openat', 'pwrite64', 'fsync', 'ftruncate', 'rename', 'unlink']
const BUSY: Plan = { age: 'used', rounds: 4, pieces: ['note', 'market', 'holding', 'resting'] }
const RANDOM_KILLS = 120
const MARKETS: readonly string[] = ['peaq', 'dolomite', 'movement', 'nillion', 'parcl', 'gravity']

const table: string[] = []
let kills = 0
let bench: Bench

beforeAll(async () => {
  bench = await openBench()
})

afterAll(async () => {
  await bench.close()
  process.stdout.write(`\nkilled at: runs, killed, broken\n${table.join('\n')}\nkills in all: ${kills}\n`)
})

async function killed(plan: Plan, faults: readonly (Fault & { seed?: number })[]) {
  const runs = await twoAtATime(faults, async (fault) => {
    const { signal, broken } = await bench.judged(plan, (task) => runWithFault(task, fault))
    return { fault, signal, broken }
  })
  return note(faults[0]?.seed === undefined ? `${plan.age} ${faults[0]?.call}` : 'random moment', runs)
}

function note<R extends Pick<Ended, 'signal'> & { broken: string[] }>(name: string, runs: readonly R[]): R[] {
  const dead = runs.filter(({ signal }) => signal === 'SIGKILL')
  const broken = runs.filter((run) => run.broken.length > 0)
  kills += dead.length
  table.push(`${name}: ${runs.length}, ${dead.length}, ${broken.length}`)
  return broken
}

it.each<[string, Plan]>([
  ['its birth', { age: 'new', pieces: ['note'] }],
  ['its work', { age: 'used', pieces: ['note', 'market', 'resting'] }],
])('at every writing call of %s [R47] [R48]', async (_name, plan) => {
  const { calls } = await bench.judged(plan, (task) => runWithFault(task, null))
  for (const call of WRITING) {
    const faults = Array.from({ length: calls.get(call) ?? 0 }, (_, at) => {
      return { call, what: 'signal=SIGKILL', when: String(at + 1) }
    })
    if (faults.length > 0) expect.soft(await killed(plan, faults)).toEqual([])
  }
})

it('at random moments of a busy run [R47] [R48]', async () => {
  const { calls } = await bench.judged(BUSY, (task) => runWithFault(task, null))
  const chosen = process.env['PRELIST_SEED']
  const seeds = chosen === undefined ? Array.from({ length: RANDOM_KILLS }, (_, at) => at + 1) : [Number(chosen)]
  const faults = seeds.map((seed) => {
    const call: Call = seed % 3 === 0 ? 'fsync' : 'pwrite64'
    // Knuth's multiplicative hash spreads the seeds over the run; the moment is counted in calls, never in time.
    const moment = 1 + ((Math.imul(seed, 2_654_435_761) >>> 0) % (calls.get(call) ?? 1))
    return { call, what: 'signal=SIGKILL', when: String(moment), seed }
  })
  expect(await killed(BUSY, faults), 'replay one with PRELIST_SEED').toEqual([])
})

it.each(KILL_POINTS)('at $name on every market: $what [R47]', async (point) => {
  const runs = []
  for (const coinId of MARKETS) {
    const plan: OrderPlan = { coinId, side: 'buy', size: { unit: 'quote', value: '50' }, limit: null }
    const { signal, broken, told } = await bench.judged({ age: 'used', pieces: [] }, async ({ dataDir }, wire) => {
      const intentId = await dieAt(wire, point, dataDir, plan)
      const open = {
        operation: 'open',
        about: intentId,
        text: '',
        ok: true,
        code: null,
        message: '',
        status: null,
      } as const
      return { signal: 'SIGKILL' as const, told: [open] }
    })
    const placed = bench.venue.ordersWith(told[0]?.about ?? '')
    runs.push({ coinId, signal, broken: placed === point.atVenue ? broken : [...broken, `${placed} orders`] })
  }
  expect(note(point.name, runs)).toEqual([])
})
