// A process that dies while it makes or restores a backup: the old state or the new one, never neither, and the vault
// opens. `npm run torture` dies before every step.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { twoAtATime } from '../../storage/bench.ts'
import { copyOf, drop, filesIn, findings, makeScene, run, type Scene } from './doomed.ts'

let scene: Scene

beforeAll(async () => {
  scene = await makeScene(mkdtempSync(path.join(tmpdir(), 'prelist-kill-')))
}, 60_000)

afterAll(() => rmSync(scene.folder, { recursive: true, force: true }))

/** Numbers from 1 to `last`, the first and the last of them included. */
const spread = (last: number, many: number) => [
  ...new Set(Array.from({ length: many }, (_, at) => 1 + Math.round((at * (last - 1)) / (many - 1)))),
]

test.each(['own', 'other'] as const)(
  'killed while it restores a backup (%s) [R36] [R47]',
  async (which) => {
    const restore = async (dieAt: number | null) => {
      const copy = copyOf(scene)
      const input = { path: scene.backups[which], identity: scene.identity }
      const { told, signal } = await run({ ...copy, operation: 'backup.import', input, dieAt })
      const wrong = await findings(copy, ['new', which === 'own' ? 'old' : 'other'])
      drop(copy)
      return { dieAt, told, signal, wrong }
    }
    const whole = await restore(null)
    expect(whole).toMatchObject({ told: { code: null }, wrong: [] })
    const steps = whole.told?.steps ?? 0
    const runs = await twoAtATime(spread(steps, 10), restore)
    expect(runs.filter(({ signal, wrong }) => signal !== 'SIGKILL' || wrong.length > 0)).toEqual([])
    process.stdout.write(`restores (${which}) killed at ${runs.length} of ${steps} steps\n`)
  },
  120_000,
)

test('killed while it makes a backup: the file has its name only when it is whole [R47]', async () => {
  const make = async (dieAt: number | null) => {
    const copy = copyOf(scene)
    const file = path.join(copy.out, 'made.age')
    const input = { path: file, recipient: scene.recipient }
    const { told, signal } = await run({ ...copy, operation: 'backup.export', input, dieAt })
    const wrong = await findings(copy, ['new'])
    if (filesIn(copy.out).includes('made.age')) {
      const fresh = copyOf(scene)
      const read = { path: file, identity: scene.identity }
      const restored = await run({ ...fresh, operation: 'backup.import', input: read, dieAt: null })
      if (restored.told?.code !== null) wrong.push(`a broken backup: ${restored.told?.code}`)
      drop(fresh)
    }
    drop(copy)
    return { dieAt, told, signal, wrong }
  }
  const whole = await make(null)
  expect(whole).toMatchObject({ told: { code: null }, wrong: [] })
  const steps = whole.told?.steps ?? 0
  const runs = await twoAtATime(spread(steps, 6), make)
  expect(runs.filter(({ signal, wrong }) => signal !== 'SIGKILL' || wrong.length > 0)).toEqual([])
  process.stdout.write(`backups killed at ${runs.length} of ${steps} steps\n`)
}, 120_000)
