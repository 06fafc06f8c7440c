// SIGKILL after each step of putting a profile aside: each file is in its place or put aside, whole, never twice and
// never nowhere; the next start says so, and finishes in the same folder.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { listKeptAside } from '../../../../electron/adapters/kept-aside.ts'
import { okOf } from '../../../support/start-backend.ts'
import { DATABASE, filesOf, makeKilledProfile, openDoor, patch } from './profile-files.ts'

const DOOMED_START = fileURLToPath(new URL('./doomed-start.ts', import.meta.url))
const FILES = [DATABASE, `${DATABASE}-wal`, 'profile.json']
const seen: string[] = []

afterAll(() => void process.stdout.write(`\nkilled after, in place, put aside, state then\n${seen.join('\n')}\n`))

const STEPS: [step: string, aside: string[], state: string][] = [
  ['root', [], 'damaged'],
  ['folder', [], 'damaged'],
  [DATABASE, FILES.slice(0, 1), 'missing'],
  [`${DATABASE}-wal`, FILES.slice(0, 2), 'missing'],
  ['profile.json', FILES, 'missing'],
  ['finished', FILES, 'missing'],
]

it.each(STEPS)('killed after %s [R48]', async (step, aside, state) => {
  const dataDir = makeKilledProfile()
  patch(join(dataDir, `${DATABASE}-wal`), (bytes) => Buffer.from(bytes).fill(0, 0, 32))
  const before = filesOf(dataDir)
  expect(spawnSync(process.execPath, [DOOMED_START, dataDir, step]).signal).toBe('SIGKILL')

  const [folder] = listKeptAside(dataDir)
  const inPlace = filesOf(dataDir)
  const put = folder === undefined ? {} : filesOf(folder)
  for (const name of FILES) {
    expect(put[name], `${name} put aside`).toBe(aside.includes(name) ? before[name] : undefined)
    expect(inPlace[name], `${name} in its place`).toBe(aside.includes(name) ? undefined : before[name])
  }

  const door = await openDoor(dataDir)
  const status = await okOf(door, 'profile.status', {})
  expect([status.state, status.kept.length]).toEqual([state, step === 'root' ? 0 : 1])
  const anew = await okOf(door, 'profile.startNew', {})
  expect([anew.state, anew.kept.length]).toEqual(['open', 1])
  const kept = filesOf(anew.kept[0] ?? '')
  expect(FILES.map((name) => kept[name])).toEqual(FILES.map((name) => before[name]))
  await door.close()
  const raw = new DatabaseSync(join(dataDir, DATABASE))
  expect(raw.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  raw.close()
  seen.push(`${step}: ${FILES.length - aside.length} in place, ${aside.length} put aside, ${state}`)
})
