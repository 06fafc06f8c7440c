// 10,000 backups that somebody changed: every column of every table with every value of its type, one at a time and then
// in pairs, each restored and each opened as a profile. PRELIST_SEED chooses the pairs.

import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openProfileOf } from '../electron/app/backup/copies-kit.ts'
import { everySpoilt, hasRun, judge, type Spoilt, spoiltCopy, start } from '../electron/app/backup/hostile-rows.ts'
import { announcedSeed } from '../support/hostile/seed.ts'

const ALL = Number(process.env['PRELIST_BACKUPS'] ?? 10_000)
/** Of the copies that a restore refuses one in so many is opened as a profile as well; of the others every one is. */
const OPENED = 4

test('no changed backup runs anything, is half restored, or keeps the next start from coming up', async () => {
  const seed = announcedSeed('hostile backups')
  const [here, there] = [openProfileOf('here'), openProfileOf('there')]
  const before = here.db.all('SELECT * FROM account_keys')
  const single = everySpoilt(there)
  const pairs = fc.sample(fc.tuple(fc.constantFrom(...single), fc.constantFrom(...single)), { seed, numRuns: ALL })
  const cases: Spoilt[][] = [...single.map((one) => [one]), ...pairs].slice(0, ALL)
  const counts = { refused: 0, restorable: 0, refusedBySqlite: 0, opened: 0 }
  for (const [at, spoilt] of cases.entries()) {
    const name = JSON.stringify({
      seed,
      spoilt: spoilt.map((one) => [one.table, one.column, String(one.value).slice(0, 80)]),
    })
    const copy = spoiltCopy(there, spoilt)
    if (copy === null) {
      counts.refusedBySqlite += 1
      continue
    }
    const verdict = judge(here, copy)
    if (verdict === 'restorable') counts.restorable += 1
    else {
      counts.refused += 1
      expect(verdict, name).toMatch(
        /^BACKUP_INVALID (BACKUP_UNSOUND$|BACKUP_PROFILE_UNSOUND$|BACKUP_ROW_REFUSED \{"table":"\w+","row":)/,
      )
    }
    if (verdict === 'restorable' || at % OPENED === 0) {
      counts.opened += 1
      expect(await start(copy), name).toEqual([])
    }
    expect(hasRun(there), name).toBe(false)
    for (const left of [copy, `${copy}-profile`]) rmSync(left, { recursive: true, force: true })
  }
  expect(here.db.all('SELECT * FROM account_keys')).toEqual(before)
  process.stdout.write(`hostile backups, PRELIST_SEED=${seed}: ${JSON.stringify(counts)}\n`)
}, 3_600_000)
