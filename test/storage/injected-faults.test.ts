// A disk that fills up, fails or forbids at chosen system calls while the trader works: a clear error or a true success,
// nothing sent for what could not be written down, and a sound profile afterwards. `npm run torture` fails every call.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Bench, openBench, type Plan, twoAtATime } from './bench.ts'
import { type Fault, runWithFault, runWithLimit } from './faults.ts'

const WORK: Plan = { age: 'used', pieces: ['note', 'holding', 'market', 'resting', 'status'] }
const BIRTH: Plan = { age: 'new', pieces: ['note'] }

let bench: Bench

beforeAll(async () => {
  bench = await openBench()
})

afterAll(() => bench.close())

function at(call: Fault['call'], what: string, numbers: readonly (number | string)[]): Fault[] {
  return numbers.map((number) => ({ call, what, when: String(number) }))
}

async function expectKept(plan: Plan, faults: readonly Fault[]): Promise<number> {
  const runs = await twoAtATime(faults, async (fault) => {
    const run = await bench.judged(plan, (task) => runWithFault(task, fault))
    return { fault, broken: run.broken, failed: run.told.filter(({ ok }) => !ok).length }
  })
  expect(runs.filter(({ broken }) => broken.length > 0)).toEqual([])
  return runs.reduce((sum, { failed }) => sum + failed, 0)
}

it('works without a fault', async () => {
  const { told, broken, calls } = await bench.judged(WORK, (task) => runWithFault(task, null))
  expect([broken, told.filter(({ ok }) => !ok), told.length]).toEqual([[], [], 10])
  expect(calls.get('pwrite64')).toBeGreaterThan(50)
})

it.each<[string, Plan, Fault[]]>([
  ['a full disk at its work', WORK, at('pwrite64', 'error=ENOSPC', [1, 5, '11+', 19, '27+', 35, '43+'])],
  ['a failing disk at its work', WORK, at('pwrite64', 'error=EIO', [3, 13, '23+', 33, '45+'])],
  ['a disk that fails to sync', WORK, at('fsync', 'error=EIO', [1, 3, '5+', 7, '9+'])],
  ['a disk that fails to read', { ...WORK, disk: 'unreadable' }, at('pread64', 'error=EIO', [1, '6+', 30])],
  ['a full disk at the birth of the profile', BIRTH, at('pwrite64', 'error=ENOSPC', [1, '2+', 40, '80+'])],
  ['a read-only disk', WORK, at('openat', 'error=EROFS', ['1+', 2, 3])],
  [
    'a folder without permission',
    BIRTH,
    [...at('openat', 'error=EACCES', ['1+', 2]), ...at('mkdir', 'error=EACCES', [1])],
  ],
])('keeps its promises on %s [R47]', async (_name, plan, faults) => {
  expect(await expectKept(plan, faults), 'no operation met a fault').toBeGreaterThan(0)
})

it('keeps its promises where a write is cut short [R47]', async () => {
  const runs = await twoAtATime([8_192, 61_440, 200_001, 12_345, 250_000, 300_000], async (bytes) => {
    const { told, broken } = await bench.judged(WORK, (task) => runWithLimit(task, bytes))
    return { bytes, broken, failed: told.filter(({ ok }) => !ok).length }
  })
  expect(runs.filter(({ broken }) => broken.length > 0)).toEqual([])
  expect(runs.some(({ failed }) => failed > 0)).toBe(true)
})
