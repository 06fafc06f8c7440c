// A process that dies while it writes a recovery kit or an audit log: the file is whole or absent, a kit that has
// its name opens the vault, else the older one still does, and the next start finds nothing half-done. `npm run torture` dies before every step.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { twoAtATime } from '../../../storage/bench.ts'
import { killedWhileWriting, withOlderKit } from './crashing-files.ts'
import { makeScene, type Scene } from './doomed.ts'

let scene: Scene
let older = ''

beforeAll(async () => {
  scene = await makeScene(mkdtempSync(path.join(tmpdir(), 'prelist-kill-')))
  older = await withOlderKit(scene)
}, 60_000)

afterAll(() => rmSync(scene.folder, { recursive: true, force: true }))

test.each([
  ['vault.writeRecoveryKit', 9],
  ['audit.export', 7],
] as const)(
  'killed at the steps of %s',
  async (which, many) => {
    const whole = await killedWhileWriting(scene, which, older, null)
    expect(whole).toMatchObject({ told: { code: null }, isThere: true, wrong: [] })
    const steps = whole.told?.steps ?? 0
    const some = Array.from({ length: many }, (_, at) => 1 + Math.round((at * (steps - 1)) / (many - 1)))
    const runs = await twoAtATime(some, (dieAt) => killedWhileWriting(scene, which, older, dieAt))
    process.stdout.write(`${which}: killed before ${runs.length} of ${steps} steps\n`)
    expect(runs.filter(({ wrong }) => wrong.length > 0)).toEqual([])
    // Killed on both sides of the moment in which the file has its name.
    expect(new Set(runs.map(({ isThere }) => isThere))).toEqual(new Set([false, true]))
  },
  120_000,
)
