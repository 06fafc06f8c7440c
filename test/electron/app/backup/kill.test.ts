// A process that dies while it makes or restores a backup: the old state or the new one, never neither, the vault opens, and
// a file has its name only when it is whole. `npm run torture` dies before every step.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { twoAtATime } from '../../../storage/bench.ts'
import { killedAt, makeScene, type Scene } from './doomed.ts'

let scene: Scene

beforeAll(async () => {
  scene = await makeScene(mkdtempSync(path.join(tmpdir(), 'prelist-kill-')))
}, 60_000)

afterAll(() => rmSync(scene.folder, { recursive: true, force: true }))

/** Numbers from 1 to `last`, the first and the last of them included. */
const spread = (last: number, many: number) =>
  Array.from({ length: many }, (_, at) => 1 + Math.round((at * (last - 1)) / (many - 1)))

/** The steps around the transaction's end, where old and new meet. */
const lastOf = (steps: number, many: number) => Array.from({ length: many }, (_, at) => steps - at)

test.each([
  ['own', 5, 6],
  ['other', 4, 2],
  ['export', 4, 1],
] as const)(
  'killed at its steps (%s) [R36] [R47]',
  async (which, many, last) => {
    const whole = await killedAt(scene, which, null)
    expect(whole).toMatchObject({ told: { code: null }, wrong: [] })
    const steps = whole.told?.steps ?? 0
    const runs = await twoAtATime([...new Set([...spread(steps, many), ...lastOf(steps, last)])], (dieAt) =>
      killedAt(scene, which, dieAt),
    )
    expect(runs.filter(({ wrong }) => wrong.length > 0)).toEqual([])
    process.stdout.write(`${which}: killed before ${runs.length} of ${steps} steps\n`)
  },
  120_000,
)
