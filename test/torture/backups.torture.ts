// Backups and restores, recovery kits and exported logs that are killed before every step, and whose every call on a file fails once and from there on.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { killedWhileWriting, type Written, withOlderKit } from '../electron/app/backup/crashing-files.ts'
import { DISK_CALLS, killedAt, makeScene, onBadDisk, type Scene } from '../electron/app/backup/doomed.ts'
import { twoAtATime } from '../storage/bench.ts'

const KINDS = ['own', 'other', 'export'] as const

let scene: Scene

beforeAll(async () => {
  scene = await makeScene(mkdtempSync(path.join(tmpdir(), 'prelist-backups-')))
})

afterAll(() => rmSync(scene.folder, { recursive: true, force: true }))

const eachOf = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

it.each(KINDS)('killed before every step (%s) [R36] [R47]', async (which) => {
  const { told } = await killedAt(scene, which, null)
  const runs = await twoAtATime(eachOf(told?.steps ?? 0), (dieAt) => killedAt(scene, which, dieAt))
  process.stdout.write(`${which}: killed before ${runs.length} steps\n`)
  expect(runs.filter(({ wrong }) => wrong.length > 0)).toEqual([])
})

it.each<Written>(['vault.writeRecoveryKit', 'audit.export'])('killed before every step of %s', async (which) => {
  const older = await withOlderKit(scene)
  const { told } = await killedWhileWriting(scene, which, older, null)
  const runs = await twoAtATime(eachOf(told?.steps ?? 0), (dieAt) => killedWhileWriting(scene, which, older, dieAt))
  process.stdout.write(`${which}: killed before ${runs.length} steps\n`)
  expect(runs.filter(({ wrong }) => wrong.length > 0)).toEqual([])
})

it.each(KINDS)('every call on a file fails once, and from there on (%s) [R47]', async (which) => {
  const { counts } = await onBadDisk(scene, which, null)
  expect(counts.get('pwrite64')).toBeGreaterThan(20)
  for (const [call, errors] of Object.entries(DISK_CALLS)) {
    const faults = errors.flatMap((error) =>
      eachOf(counts.get(call) ?? 0).flatMap((at) => ['', '+'].map((more) => ({ call, error, when: `${at}${more}` }))),
    )
    const runs = await twoAtATime(faults, (fault) => onBadDisk(scene, which, fault))
    const failed = runs.filter(({ told }) => told?.code !== null).length
    process.stdout.write(`${which} ${call}: ${runs.length} runs, ${failed} of them failed\n`)
    expect.soft(runs.filter(({ wrong }) => wrong.length > 0)).toEqual([])
  }
})
