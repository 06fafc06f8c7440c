// Each profile that cannot be opened: the backend refuses it, the door says why, and no byte of it changes.

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createBackend } from '../../../../electron/app/backend.ts'
import { openProfile } from '../../../../electron/app/profile.ts'
import { OPERATION_NAMES } from '../../../../shared/contract/contract.ts'
import { mayStartNew } from '../../../../shared/profile.ts'
import { isReason } from '../../../../shared/reasons/reason-tables.ts'
import { okOf } from '../../../support/start-backend.ts'
import {
  DATABASE,
  filesOf,
  keepCopy,
  makeClosedProfile,
  makeKilledProfile,
  NOTE,
  openDoor,
  PROBLEM_CASES,
} from './profile-files.ts'

const CODES = {
  damaged: 'PROFILE_DAMAGED',
  'too-new': 'PROFILE_TOO_NEW',
  missing: 'PROFILE_MISSING',
  unwritable: 'STORAGE_FAILED',
}

describe.each(PROBLEM_CASES)('$name', ({ state, make }) => {
  it(`is ${state}, to the backend and at the door, and stays as it was`, async () => {
    const dataDir = await make()
    const before = filesOf(dataDir)
    await expect(createBackend({ dataDir })).rejects.toMatchObject({ code: CODES[state] })
    expect(filesOf(dataDir)).toEqual(before)

    const door = await openDoor(dataDir)
    const status = await okOf(door, 'profile.status', {})
    const why = status.reason
    expect(isReason(why)).toBe(true)
    expect(status).toEqual({ state, reason: why, folder: resolve(dataDir), kept: [] })
    expect(await okOf(door, 'profile.retry', {})).toEqual(status)
    for (const operation of OPERATION_NAMES.filter((name) => !name.startsWith('profile.'))) {
      const input = operation === 'coins.get' ? { coinId: 'peaq' } : {}
      const answer = await door.call(operation, input)
      expect(answer.ok ? 'ok' : answer.error.code).toMatch(new RegExp(`^(${CODES[state]}|BAD_INPUT)$`))
    }
    expect(await door.call('coins.list', {})).toMatchObject({ error: { code: CODES[state], reason: why } })
    if (!mayStartNew(state)) {
      expect(await door.call('profile.startNew', {})).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
    }
    await door.close()
    expect(filesOf(dataDir)).toEqual(before)
  })
})

it('leaves a profile in use to the window that has it', async () => {
  const dataDir = await makeClosedProfile()
  await openDoor(dataDir)
  await expect(openProfile({ dataDir })).rejects.toMatchObject({ code: 'PROFILE_IN_USE' })
})

it('opens what a killed process left, with all that was acknowledged', async () => {
  const door = await openDoor(makeKilledProfile())
  expect((await okOf(door, 'coins.get', { coinId: 'peaq' })).note?.text).toBe('note 4')
})

it('opens when the file is whole again, and tells those who listened from before', async () => {
  const dataDir = await makeClosedProfile()
  const putBack = keepCopy(dataDir)
  writeFileSync(join(dataDir, DATABASE), 'garbage '.repeat(1000))
  const door = await openDoor(dataDir)
  const told: unknown[] = []
  const stop = door.on('coins.changed', (payload) => told.push(payload))
  expect((await okOf(door, 'profile.retry', {})).state).toBe('damaged')
  putBack()
  expect(await okOf(door, 'profile.retry', {})).toMatchObject({ state: 'open', reason: null })
  expect((await okOf(door, 'coins.get', { coinId: 'peaq' })).note?.text).toBe(NOTE.text)
  await okOf(door, 'notes.save', { coinId: 'peaq', text: 'more' })
  expect(told).toEqual([null])
  stop()
  await okOf(door, 'notes.save', { coinId: 'peaq', text: 'and more' })
  expect(told).toEqual([null])
  await door.close()
  expect(await door.call('profile.status', {})).toMatchObject({ error: { code: 'CLOSED' } })
})

it.runIf(process.getuid?.() === 0)(
  'says unwritable where another user owns the folder, and changes nothing',
  async () => {
    const dataDir = await makeClosedProfile()
    // Readable to all, so that only the right to write is missing; the folder above is made for its owner alone.
    chmodSync(join(dataDir, '..'), 0o755)
    chmodSync(dataDir, 0o755)
    const before = filesOf(dataDir)
    const probe = fileURLToPath(new URL('./probe-profile.ts', import.meta.url))
    const home = mkdtempSync(join(tmpdir(), 'prelist-nobody-'))
    const { stdout } = spawnSync(process.execPath, [probe, dataDir], {
      uid: 65_534,
      gid: 65_534,
      cwd: home,
      encoding: 'utf8',
    })
    rmSync(home, { recursive: true })
    expect(stdout).toBe('unwritable')
    expect(filesOf(dataDir)).toEqual(before)
    expect(statSync(join(dataDir, DATABASE)).uid).toBe(0)
  },
)
