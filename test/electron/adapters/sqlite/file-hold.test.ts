// The profile's file is held still while another thread reads it: what is written meanwhile is in the log, and is not lost.

import { execFile } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { findingOf, openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { createWholeFile } from '../../../../electron/adapters/sqlite/whole-file.ts'
import { firstPageOf, spoilPage } from '../../../support/hostile/spoil-table.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const WORKER = new URL('../../../../electron/adapters/sqlite/file-worker.ts', import.meta.url)
const OPENER = fileURLToPath(new URL('../../../support/profile/open-profile.ts', import.meta.url))
/** More than the pages after which the log is moved to the file by itself. */
const LOG_BYTES = 2_000_000

function made() {
  const dataDir = makeProfile()
  openDatabase(dataDir).close()
  const position = firstPageOf(dataDir, 'holdings')
  const db = openDatabase(dataDir)
  onTestFinished(() => {
    if (db.isFull() !== null) db.close()
  })
  const file = path.join(dataDir, 'prelist.sqlite')
  let number = 0
  const write = (bytes: number) => {
    number += 1
    db.run('INSERT INTO meta (key, value) VALUES (?, ?)', `k${number}`, 'v'.repeat(bytes))
  }
  return { dataDir, db, file, write, position, logBytes: () => statSync(`${file}-wal`).size }
}

it('has everything in the file that was committed before, and nothing that comes after', () => {
  const { db, file, write, logBytes } = made()
  write(50_000)
  const before = readFileSync(file)
  const hold = db.hold(LOG_BYTES)
  const held = readFileSync(file)
  expect(held.length).toBeGreaterThan(before.length)
  expect(logBytes()).toBe(0)
  write(500_000)
  write(500_000)
  write(10)
  expect(readFileSync(file).equals(held)).toBe(true)
  expect(hold.isHeld()).toBe(true)
  expect(findingOf(hold.path)).toBeNull()
  hold.release()
  write(1_000_000)
  expect(readFileSync(file).length).toBeGreaterThan(1_000_000)
})

it('leaves no large log behind for a start after a crash to read', () => {
  const { db, write, logBytes } = made()
  const hold = db.hold(10_000_000)
  write(8_000_000)
  expect(logBytes()).toBeGreaterThan(8_000_000)
  hold.release()
  for (let again = 0; again < 2; again += 1) write(10)
  expect(logBytes()).toBeLessThanOrEqual(1024 * 1024)
})

it('ends by itself where the log grows too large, in a transaction or without one', () => {
  const { db, file, write } = made()
  for (const writing of [() => write(3_000_000), () => db.transaction(() => write(3_000_000))]) {
    const hold = db.hold(LOG_BYTES)
    writing()
    expect(hold.isHeld()).toBe(false)
    const size = statSync(file).size
    write(1_000_000)
    expect(statSync(file).size).toBeGreaterThan(size)
    // It has nothing to give back any more.
    hold.release()
  }
})

it('ends the hold before it, and gives back its own alone', () => {
  const { db, file, write } = made()
  const first = db.hold(LOG_BYTES)
  const second = db.hold(LOG_BYTES)
  expect([first.isHeld(), second.isHeld()]).toEqual([false, true])
  first.release()
  const held = readFileSync(file)
  write(100_000)
  expect([second.isHeld(), readFileSync(file).equals(held)]).toEqual([true, true])
  second.release()
})

it('holds nothing inside a transaction, whose work would be in no copy', () => {
  const { db, write } = made()
  const inside = () =>
    db.transaction(() => {
      write(10)
      return db.hold(LOG_BYTES)
    })
  expect(inside).toThrow(expect.objectContaining({ code: 'STORAGE_FAILED' }))
  expect(db.all('SELECT * FROM meta')).toEqual([])
})

it('keeps other processes out while the file is read in this one, and afterwards', async () => {
  const { db, dataDir } = made()
  const file = createWholeFile(db, WORKER)
  const elsewhere = async () => (await promisify(execFile)(process.execPath, [OPENER, dataDir])).stdout
  const [found, during] = await Promise.all([file.check(), elsewhere()])
  expect([found, during, await elsewhere()]).toEqual(['sound', 'PROFILE_IN_USE', 'PROFILE_IN_USE'])
})

it('tells of damage that no statement has met, and ends all writing', async () => {
  const { db, dataDir, write, position } = made()
  const file = createWholeFile(db, WORKER)
  spoilPage(dataDir, position)
  expect(await file.check()).toBe('damaged')
  expect(db.damage()).toMatchObject({ code: 'PROFILE_DAMAGED' })
  expect(() => write(1)).toThrow(expect.objectContaining({ code: 'PROFILE_DAMAGED' }))
})

it('says nothing of a file that was written to meanwhile', async () => {
  const { db, dataDir, write, position } = made()
  spoilPage(dataDir, position)
  const hold = (logBytes: number) => {
    const held = db.hold(logBytes)
    write(5_000_000)
    return held
  }
  expect(await createWholeFile({ ...db, hold }, WORKER).check()).toBe('overtaken')
  expect(db.damage()).toBeNull()
})

it('copies the profile as it was when it was held, and counts what is in the copy', async () => {
  const { db, dataDir, write } = made()
  const file = createWholeFile(db, WORKER)
  write(10)
  const to = path.join(dataDir, 'copy.sqlite')
  const sizes: number[] = []
  const still = <T>(work: () => Promise<T>) => work().finally(() => write(10))
  const copying = file.copy(to, ['meta', 'orders'], still, (bytes) => sizes.push(bytes))
  expect(await copying).toEqual({ meta: 1, orders: 0 })
  expect(sizes).toEqual([expect.any(Number)])
  const raw = new DatabaseSync(to)
  onTestFinished(() => raw.close())
  expect(raw.prepare('SELECT key FROM meta').all()).toEqual([{ key: 'k1' }])
  expect(db.all('SELECT key FROM meta')).toHaveLength(2)
})

it('keeps no copy during which too much was written, and says so of a damaged profile as of any other', async () => {
  const { db, dataDir, write, position } = made()
  const file = createWholeFile(db, WORKER)
  const copy = (name: string, more: () => void) =>
    file.copy(
      path.join(dataDir, name),
      [],
      (work) => work().finally(more),
      () => {},
    )
  await expect(copy('a', () => write(65 * 1024 * 1024))).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
  await expect(copy('b', () => spoilPage(dataDir, position))).rejects.toMatchObject({ code: 'PROFILE_DAMAGED' })
  expect(db.damage()).toMatchObject({ code: 'PROFILE_DAMAGED' })
  await expect(copy('c', () => {})).rejects.toMatchObject({ code: 'PROFILE_DAMAGED' })
})

it('looks and copies one after the other, and gives up looks alone', async () => {
  const { db, dataDir } = made()
  const file = createWholeFile(db, WORKER)
  const begun = Promise.withResolvers<number>()
  const to = path.join(dataDir, 'copy.sqlite')
  const copying = file.copy(to, ['meta'], (work) => work(), begun.resolve)
  const looks = [file.check(), file.check()]
  await begun.promise
  file.stop()
  expect(await copying).toEqual({ meta: 0 })
  expect(await Promise.all(looks)).toEqual(['overtaken', 'overtaken'])
})

it('gives up a look without waiting for its end, and holds nothing any more', async () => {
  const { db, file, write } = made()
  // One that says nothing and never ends by itself.
  const silent = createWholeFile(db, new URL('data:text/javascript,setInterval(() => {}, 1000)'))
  const looking = silent.check()
  await Promise.resolve()
  silent.stop()
  await expect(looking).rejects.toThrow('given up')
  const size = statSync(file).size
  write(1_000_000)
  expect(statSync(file).size).toBeGreaterThan(size)
  expect(await silent.check()).toBe('overtaken')
})

it('fails where its thread cannot be started, and holds nothing any more', async () => {
  const { db, file, write } = made()
  const broken = createWholeFile(db, new URL('file:///nowhere/worker.ts'))
  await expect(broken.check()).rejects.toThrow()
  const size = statSync(file).size
  write(1_000_000)
  expect(statSync(file).size).toBeGreaterThan(size)
})
