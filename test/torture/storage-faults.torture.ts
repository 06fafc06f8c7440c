// Every system call that a run makes on the profile's files fails once, and once for good: no space, no permission, a
// bad disk, and a disk that lies. What was seen is printed.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Bench, openBench, type Plan, twoAtATime } from '../storage/bench.ts'
import { CALLS, type Call, type Fault, runWithFault, runWithLimit } from '../storage/faults.ts'

const PLANS: Record<'work' | 'birth', Plan> = {
  work: { age: 'used', pieces: ['note', 'holding', 'market', 'resting', 'status'] },
  birth: { age: 'new', pieces: ['note'] },
}

const ERRORS: Record<Call, readonly string[]> = {
  openat: ['EACCES', 'EROFS', 'ENOSPC'],
  pwrite64: ['ENOSPC', 'EIO'],
  write: ['ENOSPC', 'EIO'],
  fsync: ['EIO', 'ENOSPC'],
  ftruncate: ['EIO', 'EROFS'],
  rename: ['EIO', 'ENOSPC'],
  unlink: ['EIO', 'EROFS'],
  mkdir: ['EACCES', 'ENOSPC'],
  chmod: ['EPERM', 'EIO'],
  pread64: ['EIO'],
}

let bench: Bench

beforeAll(async () => {
  bench = await openBench()
})

afterAll(() => bench.close())

function report(name: string, runs: readonly { failed: boolean }[]): void {
  const failed = runs.filter((run) => run.failed).length
  process.stdout.write(`${name}: ${runs.length} runs, an operation failed in ${failed} of them\n`)
}

async function expectKept(name: string, plan: Plan, faults: readonly Fault[]): Promise<void> {
  const runs = await twoAtATime(faults, async (fault) => {
    const { told, broken } = await bench.judged(plan, (task) => runWithFault(task, fault))
    return { fault, broken, failed: told.some(({ ok }) => !ok) }
  })
  report(name, runs)
  expect.soft(runs.filter(({ broken }) => broken.length > 0)).toEqual([])
}

const eachOf = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

it.each(['work', 'birth'] as const)('every call of %s fails once, and from there on [R47]', async (name) => {
  const { calls } = await bench.judged(PLANS[name], (task) => runWithFault(task, null))
  expect(calls.get('pwrite64')).toBeGreaterThan(20)
  for (const call of CALLS) {
    for (const error of ERRORS[call]) {
      const what = `error=${error}`
      const faults = eachOf(calls.get(call) ?? 0).flatMap((at) =>
        ['', '+'].map((more) => ({ call, what, when: `${at}${more}` })),
      )
      if (faults.length === 0) continue
      const disk = call === 'pread64' ? 'unreadable' : 'failing'
      await expectKept(`${name} ${call} ${error}`, { ...PLANS[name], disk }, faults)
    }
  }
})

// Nothing is written, yet a number of bytes is reported: no program can notice this at once.
it.each(['retval=100', 'retval=4096', 'retval=24'])('a disk that lies, %s: nothing is ordered twice', async (what) => {
  const plan: Plan = { ...PLANS.work, disk: 'lying' }
  const { calls } = await bench.judged(plan, (task) => runWithFault(task, null))
  const faults = eachOf(calls.get('pwrite64') ?? 0).map((at) => ({ call: 'pwrite64' as const, what, when: `${at}` }))
  await expectKept(`lost write ${what}`, plan, faults)
})

it('every length at which a write can be cut short [R47]', async () => {
  const limits = eachOf(150).map((at) => at * 2_077)
  const runs = await twoAtATime(limits, async (bytes) => {
    const { told, broken } = await bench.judged(PLANS.work, (task) => runWithLimit(task, bytes))
    return { bytes, broken, failed: told.some(({ ok }) => !ok) }
  })
  report('short write', runs)
  expect(runs.filter(({ broken }) => broken.length > 0)).toEqual([])
})
