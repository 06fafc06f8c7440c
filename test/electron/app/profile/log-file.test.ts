// Which losses in SQLite's log count: only of what was committed. The end that a crash cuts off is none.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { lostCommits } from '../../../../electron/adapters/sqlite/wal-file.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const FRAME = 24 + 4096

/** A log of commits, read while the database is open, since closing it takes the log away. */
function logOf(commits: number, reused = false): Buffer {
  const dataDir = makeProfile()
  const db = openDatabase(dataDir)
  onTestFinished(() => db.close())
  for (let at = 0; at < commits; at++)
    db.run('INSERT INTO meta (key, value) VALUES (?, ?)', `k${at}`, 'v'.repeat(6_000))
  if (reused) {
    db.get('PRAGMA wal_checkpoint(RESTART)')
    db.run("INSERT INTO meta (key, value) VALUES ('after', 'reuse')")
  }
  return readFileSync(join(dataDir, 'prelist.sqlite-wal'))
}

function commitsIn(log: Buffer): number[] {
  const frames = Array.from({ length: Math.floor((log.length - 32) / FRAME) }, (_, at) => at)
  return frames.filter((at) => log.readUInt32BE(32 + at * FRAME + 4) !== 0)
}

const flipped = (log: Buffer, at: number) => {
  const bytes = Buffer.from(log)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return bytes
}

it('finds a whole log whole, and so is each that was cut at any frame or within one', () => {
  const log = logOf(4)
  expect([commitsIn(log).length > 3, lostCommits(log)]).toEqual([true, false])
  for (let at = 32; at <= log.length; at += FRAME) {
    expect(lostCommits(log.subarray(0, at))).toBe(false)
    expect(lostCommits(log.subarray(0, at + 1_000))).toBe(false)
  }
  expect(lostCommits(Buffer.alloc(0))).toBe(false)
})

it('misses what stood in a spoilt frame with later transactions behind it, and not what stood in the last', () => {
  const whole = logOf(4)
  const commits = commitsIn(whole)
  const last = commits.at(-1) ?? 0
  const before = commits.at(-2) ?? 0
  let flips = 0
  for (let frame = 0; frame <= last; frame++) {
    for (const offset of [16, 20, 24, 24 + 2_000, FRAME - 1]) {
      const spoilt = flipped(whole, 32 + frame * FRAME + offset)
      expect(lostCommits(spoilt), `frame ${frame} byte ${offset}`).toBe(frame <= before)
      flips += 1
    }
  }
  process.stdout.write(`flipped bits in ${flips} places of ${last + 1} frames\n`)
})

it.each([0, 3, 4, 8, 12, 16, 20, 24, 31])('misses the log behind a spoilt header: byte %i', (at) => {
  expect(lostCommits(flipped(logOf(1), at))).toBe(true)
})

it('takes frames of an earlier use of the file for what they are', () => {
  const reused = logOf(4, true)
  expect([reused.readUInt32BE(12), lostCommits(reused)]).toEqual([1, false])
})
