// A row that somebody else wrote ends no start, and no restore lets one in: a part of every column and value in each run,
// by a printed seed; `npm run torture -- hostile-backups` tries them all, and pairs of them.

import { expect, test } from 'vitest'
import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { ROW_KEYS, ROW_SHAPES } from '../../../../electron/adapters/sqlite/row-shapes.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { openProfileOf } from './copies-kit.ts'
import { everySpoilt, hasRun, judge, spoiltCopy, start } from './hostile-rows.ts'

test('every column of every table has a shape, and nothing else has', () => {
  const db = openDatabase(makeProfile())
  const tables = db.all(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'note_search%'`,
  )
  const columns = tables.map(({ name }): [string, string[]] => [
    String(name),
    db
      .all(`SELECT name FROM pragma_table_info('${String(name)}')`)
      .map((column) => String(column['name']))
      .sort(),
  ])
  db.close()
  const shaped = Object.entries(ROW_SHAPES).map(([table, shapes]): [string, string[]] => [
    table,
    Object.keys(shapes).sort(),
  ])
  expect(Object.fromEntries(shaped)).toEqual(Object.fromEntries(columns))
  expect(Object.keys(ROW_KEYS).sort()).toEqual(Object.keys(ROW_SHAPES).sort())
})

test('a sound copy passes, and starts', async () => {
  const [here, there] = [openProfileOf('here'), openProfileOf('there')]
  const copy = there.copy()
  expect(judge(here, copy)).toBe('restorable')
  expect(await start(copy)).toEqual([])
})

test('no single bad field is restored without its row being named, ends a start, or runs anything', async () => {
  const seed = announcedSeed('hostile rows')
  const [here, there] = [openProfileOf('here'), openProfileOf('there')]
  const all = everySpoilt(there)
  let refused = 0
  for (let at = seed % 60; at < all.length; at += 60) {
    const one = all[at]
    const copy = one === undefined ? null : spoiltCopy(there, [one])
    if (one === undefined || copy === null) continue
    const verdict = judge(here, copy)
    const name = `${one.table}.${one.column} = ${String(one.value).slice(0, 60)}`
    if (verdict !== 'restorable') {
      refused += 1
      expect(verdict, name).toMatch(/^BACKUP_INVALID/)
    }
    expect(await start(copy), name).toEqual([])
    expect(hasRun(there), name).toBe(false)
  }
  expect(refused).toBeGreaterThan(12)
}, 60_000)
