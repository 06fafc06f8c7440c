// A new profile in place of one that is damaged or missing: only when asked, and what was there is put aside whole.

import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { keepAside, listKeptAside } from '../../../../electron/adapters/kept-aside.ts'
import { mayStartNew } from '../../../../shared/profile.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf } from '../../../support/start-backend.ts'
import { DATABASE, filesOf, keepCopy, makeClosedProfile, NOTE, openDoor, PROBLEM_CASES } from './profile-files.ts'

const MOVED = /^(prelist\.sqlite(-wal|-journal)?|profile\.json)$/
const NOW = '2026-11-23T12:00:00.000Z'
const garbage = (dataDir: string, what = 'garbage ') => writeFileSync(join(dataDir, DATABASE), what.repeat(1000))
const noteOf = async (door: Awaited<ReturnType<typeof openDoor>>) =>
  (await okOf(door, 'coins.get', { coinId: 'peaq' })).note?.text ?? null

/** The files that are to be put aside, of a folder or of what was put aside. */
function movedOf(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(filesOf(folder)).filter(([name]) => MOVED.test(name)))
}

it.each(PROBLEM_CASES.filter(({ state }) => mayStartNew(state)))(
  'puts aside $name, every byte of it, and begins anew',
  async ({ make }) => {
    const dataDir = await make()
    const before = movedOf(dataDir)
    const door = await openDoor(dataDir)
    const { state, kept } = await okOf(door, 'profile.startNew', {})
    expect([state, kept.length]).toEqual(['open', Object.keys(before).length > 0 ? 1 : 0])
    expect(kept[0] === undefined ? {} : movedOf(kept[0])).toEqual(before)
    expect(await noteOf(door)).toBeNull()
    await okOf(door, 'notes.save', NOTE)
    await door.close()
    const again = await openDoor(dataDir)
    expect(await noteOf(again)).toBe(NOTE.text)
    expect((await okOf(again, 'profile.status', {})).kept).toEqual(kept)
  },
)

it('refuses while the profile is open, and moves nothing', async () => {
  const dataDir = await makeClosedProfile()
  const door = await openDoor(dataDir)
  expect(await door.call('profile.startNew', {})).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
  expect([await noteOf(door), listKeptAside(dataDir)]).toEqual([NOTE.text, []])
})

it('opens the old profile instead when it is whole by then', async () => {
  const dataDir = await makeClosedProfile()
  const putBack = keepCopy(dataDir)
  garbage(dataDir)
  const door = await openDoor(dataDir)
  putBack()
  expect(await okOf(door, 'profile.startNew', {})).toMatchObject({ state: 'open', kept: [] })
  expect(await noteOf(door)).toBe(NOTE.text)
})

it('is done once for two presses, and not at all over the new profile of another window', async () => {
  const dataDir = await makeClosedProfile()
  garbage(dataDir)
  const [door, other] = [await openDoor(dataDir), await openDoor(dataDir)]
  const both = await Promise.all([okOf(door, 'profile.startNew', {}), okOf(door, 'profile.startNew', {})])
  expect(both.map(({ state, kept }) => [state, kept.length])).toEqual([
    ['open', 1],
    ['open', 1],
  ])
  await okOf(door, 'notes.save', NOTE)
  expect(await other.call('profile.startNew', {})).toMatchObject({ error: { code: 'PROFILE_IN_USE' } })
  expect(listKeptAside(dataDir)).toHaveLength(1)
  await door.close()
  expect(await okOf(other, 'profile.startNew', {})).toMatchObject({ state: 'open' })
  expect([await noteOf(other), listKeptAside(dataDir).length]).toEqual([NOTE.text, 1])
})

it('gives each profile that is put aside a folder of its own, also at the same moment', async () => {
  const dataDir = makeProfile()
  mkdirSync(dataDir)
  const contents = ['first ', 'second ', 'third ']
  for (const content of contents) {
    garbage(dataDir, content)
    keepAside(dataDir, NOW, () => {})
  }
  expect(listKeptAside(dataDir).map((folder) => basename(folder))).toEqual([
    '2026-11-23T12-00-00.000Z-3',
    '2026-11-23T12-00-00.000Z-2',
    '2026-11-23T12-00-00.000Z',
  ])
  expect(new Set(listKeptAside(dataDir).map((folder) => movedOf(folder)[DATABASE])).size).toBe(3)
})

it('never lays a file over one that was put aside, when a try was cut short and a file came back', () => {
  const dataDir = makeProfile()
  mkdirSync(dataDir)
  garbage(dataDir, 'first ')
  const cut = () =>
    keepAside(dataDir, NOW, (step) => {
      if (step === DATABASE) throw new Error('cut')
    })
  expect(cut).toThrow(expect.objectContaining({ code: 'STORAGE_FAILED' }))
  garbage(dataDir, 'second ')
  keepAside(dataDir, NOW, () => {})
  const digests = listKeptAside(dataDir).map((folder) => movedOf(folder)[DATABASE])
  expect(new Set(digests)).toEqual(new Set(digests.filter((digest) => digest !== undefined)))
  expect(new Set(digests).size).toBe(2)
})

it('keeps what is put aside to its owner, whatever the mask [R19]', async () => {
  const before = process.umask(0)
  try {
    const dataDir = await makeClosedProfile()
    garbage(dataDir)
    const door = await openDoor(dataDir)
    const { kept } = await okOf(door, 'profile.startNew', {})
    const modes = [join(dataDir, 'kept-aside'), kept[0] ?? '', join(dataDir, 'profile.json'), join(dataDir, DATABASE)]
    expect(modes.map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual(['700', '700', '600', '600'])
  } finally {
    process.umask(before)
  }
})

it('says so when there is no room to put anything aside, and leaves all in its place', async () => {
  const dataDir = await makeClosedProfile()
  garbage(dataDir)
  // A file where the folder would have to be: the folder cannot be made.
  writeFileSync(join(dataDir, 'kept-aside'), 'in the way')
  const before = filesOf(dataDir)
  const door = await openDoor(dataDir)
  expect(await door.call('profile.startNew', {})).toMatchObject({ error: { code: 'STORAGE_FAILED' } })
  expect(filesOf(dataDir)).toEqual(before)
})
