// How far a backup has come is told while it is written, and not a word after it.

import { expect, it } from 'vitest'
import { withProgress } from '../../../../electron/services/vault/backup-progress.ts'
import type { BackupProgress } from '../../../../shared/vault.ts'
import { makeAppClock } from '../../../support/app-clock.ts'

function made() {
  const clock = makeAppClock()
  const heard: BackupProgress[] = []
  const state = { bytes: 0, total: 0 }
  const parts = {
    clock,
    folder: { written: () => state.bytes },
    told: (progress: BackupProgress) => void heard.push(progress),
  }
  const work = Promise.withResolvers<string>()
  const done = withProgress(parts, { path: 'x', before: 40, total: () => state.total }, () => work.promise)
  const turn = async () => {
    await clock.sleeping(250)
    clock.advance(250)
    await clock.sleeping(250)
  }
  return { clock, heard, state, work, done, turn }
}

it('tells what lies in the file, and never more than all of it', async () => {
  const { heard, state, work, done, turn } = made()
  await turn()
  expect(heard).toEqual([])
  state.total = 100
  await turn()
  state.bytes = 30
  await turn()
  state.bytes = 90
  await turn()
  expect(heard).toEqual([
    { done: 40, total: 100 },
    { done: 70, total: 100 },
    { done: 100, total: 100 },
  ])
  work.resolve('written')
  expect(await done).toBe('written')
})

it('ends with the work, also where it fails', async () => {
  const { clock, heard, state, work, done } = made()
  state.total = 100
  await clock.sleeping(250)
  work.reject(new RangeError('no room'))
  await expect(done).rejects.toThrow(RangeError)
  clock.advance(1_000)
  await Promise.resolve()
  expect(heard).toEqual([])
})
