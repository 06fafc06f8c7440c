// A folder that never held a profile just works; one from before the mark gets it; a cut first start is no loss.

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { markProfile } from '../../../../electron/adapters/profile-mark.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { openBackend } from '../../../support/start-backend.ts'
import { DATABASE, makeClosedProfile, openDoor } from './profile-files.ts'

const FOLDERS: [name: string, fill: (dataDir: string) => void][] = [
  ['no folder', (dataDir) => rmSync(dataDir, { recursive: true })],
  ['an empty folder', () => {}],
  ['preferences alone', (dataDir) => writeFileSync(join(dataDir, 'config.json'), '{}')],
  ['the files of Electron alone', (dataDir) => mkdirSync(join(dataDir, 'electron', 'Cache'), { recursive: true })],
  ['the lock alone', (dataDir) => writeFileSync(join(dataDir, 'prelist.lock'), '')],
  ['a first start cut short: an empty file', (dataDir) => writeFileSync(join(dataDir, DATABASE), '')],
  ['a mark cut short', (dataDir) => writeFileSync(join(dataDir, 'profile.json.new'), '{"pro')],
]

it.each(FOLDERS)('begins a profile in %s, and marks it', async (_name, fill) => {
  const dataDir = makeProfile()
  mkdirSync(dataDir)
  fill(dataDir)
  const backend = await openBackend({ dataDir })
  expect((await backend.call('coins.list', {})).ok).toBe(true)
  const mark: unknown = JSON.parse(readFileSync(join(dataDir, 'profile.json'), 'utf8'))
  expect(mark).toEqual({
    profileId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  })
  expect(existsSync(join(dataDir, 'profile.json.new'))).toBe(false)
})

it('marks a profile from before the mark, and leaves a mark as it is', async () => {
  const dataDir = await makeClosedProfile()
  const path = join(dataDir, 'profile.json')
  rmSync(path)
  await (await openBackend({ dataDir })).close()
  const mark = readFileSync(path, 'utf8')
  await (await openBackend({ dataDir })).close()
  expect(readFileSync(path, 'utf8')).toBe(mark)
})

it('opens a profile that cannot be marked, and says so in the log', async () => {
  const dataDir = await makeClosedProfile()
  rmSync(join(dataDir, 'profile.json'))
  mkdirSync(join(dataDir, 'profile.json.new'))
  const backend = await openBackend({ dataDir })
  expect((await backend.call('coins.list', {})).ok).toBe(true)
  expect(readFileSync(join(dataDir, 'prelist.log'), 'utf8')).toContain('start-step-failed')
  expect(() => markProfile(dataDir, '')).toThrow()
})

it('leaves no log where the very first start fails: it would look like a lost profile', async () => {
  const dataDir = makeProfile()
  mkdirSync(dataDir)
  mkdirSync(join(dataDir, DATABASE))
  const door = await openDoor(dataDir)
  expect(await door.call('profile.status', {})).toMatchObject({ value: { state: 'unwritable' } })
  rmSync(join(dataDir, DATABASE), { recursive: true })
  expect(await door.call('profile.retry', {})).toMatchObject({ value: { state: 'open' } })
  expect(statSync(join(dataDir, DATABASE)).isFile()).toBe(true)
})
