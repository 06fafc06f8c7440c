// A disk that fills up or fails while a backup is made or restored: a clear error and nothing half done, or a true success.
// `npm run torture` fails every call.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { twoAtATime } from '../../../storage/bench.ts'
import { requirePrograms } from '../../../storage/faults.ts'
import { type DiskFault, makeScene, onBadDisk, type Scene } from './doomed.ts'

let scene: Scene

beforeAll(async () => {
  requirePrograms()
  scene = await makeScene(mkdtempSync(path.join(tmpdir(), 'prelist-disk-')))
}, 60_000)

afterAll(() => rmSync(scene.folder, { recursive: true, force: true }))

test.each([
  ['the file', 'out/made.age.part'],
  ['its folder', 'out'],
])(
  'a backup whose %s cannot be synced is no backup [R47]',
  async (_name, only) => {
    const { told, wrong } = await onBadDisk(scene, 'export', { call: 'fsync', error: 'EIO', when: '1', only })
    expect([told?.code, wrong]).toEqual(['FILE_NOT_USABLE', []])
  },
  60_000,
)

test('a restore that is done is told as done, though its folder cannot be cleared', async () => {
  const fault = { call: 'openat', error: 'EACCES', when: '1+', only: 'profile/backup-work' }
  const { told, wrong } = await onBadDisk(scene, 'own', fault)
  expect([told?.code, wrong]).toEqual([null, []])
}, 60_000)

test('a disk that knows no links takes a backup all the same', async () => {
  const { told, wrong } = await onBadDisk(scene, 'export', { call: 'link', error: 'EPERM', when: '1+' })
  expect([told?.code, wrong]).toEqual([null, []])
}, 60_000)

test('a restore whose way back cannot be synced is not done [R47]', async () => {
  const only = 'profile/backup-work/kept/prelist.sqlite'
  // SQLite syncs the copy once and promises nothing of the sort; the second time is ours.
  for (const when of ['1', '2']) {
    const { told, wrong } = await onBadDisk(scene, 'own', { call: 'fsync', error: 'EIO', when, only })
    expect([told?.code, wrong]).toEqual(['STORAGE_FAILED', []])
  }
}, 60_000)

test.each(['own', 'export'] as const)(
  'a full disk at the writes of a backup (%s) [R47]',
  async (which) => {
    const whole = await onBadDisk(scene, which, null)
    expect(whole).toMatchObject({ told: { code: null }, wrong: [] })
    const count = (call: string) => whole.counts.get(call) ?? 0
    const part = (call: string, share: number) => Math.max(1, Math.round(count(call) * share))
    const faults: DiskFault[] = [
      // What strace counts, it counts by thread; the copy of a backup is written in one of its own.
      ...[0.2, 0.4, 0.7, 0.85].map((share) => ({
        call: 'pwrite64',
        error: 'ENOSPC',
        when: `${part('pwrite64', share)}+`,
      })),
      { call: 'pwrite64', error: 'ENOSPC', when: '3+', only: 'profile/backup-work/profile.sqlite' },
      { call: 'write', error: 'ENOSPC', when: '1+' },
      { call: 'fsync', error: 'EIO', when: `${part('fsync', 0.7)}+` },
      which === 'own' ? { call: 'rename', error: 'EIO', when: '1' } : { call: 'link', error: 'EPERM', when: '1' },
    ]
    const runs = await twoAtATime(faults, (fault) => onBadDisk(scene, which, fault))
    expect(
      runs.filter(({ wrong }) => wrong.length > 0).map(({ fault, told, wrong }) => ({ fault, told, wrong })),
    ).toEqual([])
    const refused = runs.filter(({ told }) => told?.code !== null).length
    process.stdout.write(`${which}: ${runs.length} bad disks, ${refused} of them told\n`)
    expect(refused).toBeGreaterThan(2)
  },
  120_000,
)
