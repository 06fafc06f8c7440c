// What was read of a table is old after any write to it, whoever wrote, and after a rollback.

import { expect, it } from 'vitest'
import { createProfileCopies } from '../../../../electron/adapters/sqlite/restore.ts'
import { createTableChanges, whileUnchanged } from '../../../../electron/adapters/sqlite/table-changes.ts'
import { AT, openTestDatabase } from '../../../support/profile/journal.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const WRITES = [
  'INSERT INTO rules (id) VALUES (1)',
  'INSERT OR REPLACE INTO rules (id) VALUES (1)',
  '\n  insert or ignore into rules (id) values (1)',
  'UPDATE rules SET id = 1',
  'UPDATE OR IGNORE rules SET id = 1',
  'DELETE FROM rules',
]

it.each(WRITES)('counts for its table alone: %s', (sql) => {
  const changes = createTableChanges()
  const [before, other] = [changes.of(['halts', 'rules']), changes.of(['halts'])]
  changes.ran(sql)
  expect(changes.of(['halts', 'rules'])).toBeGreaterThan(before)
  expect(changes.of(['halts'])).toBe(other)
})

/** Written so that nobody here knows where: everything counts as written to. */
const ANYWHERE = [
  'DELETE FROM main.rules',
  'INSERT INTO main.rules SELECT * FROM restored.rules',
  'WITH one AS (SELECT 1) INSERT INTO rules SELECT * FROM one',
  'REPLACE INTO rules (id) VALUES (1)',
  'ALTER TABLE rules ADD COLUMN x',
]

it.each(ANYWHERE)('counts for every table: %s', (sql) => {
  const changes = createTableChanges()
  const before = changes.of(['halts'])
  changes.ran(sql)
  expect(changes.of(['halts'])).toBeGreaterThan(before)
})

it('reads again after a write, a failed write, a rollback and a restore, and not otherwise', () => {
  const [db, source] = [openTestDatabase(), openTestDatabase()]
  let reads = 0
  const amounts = whileUnchanged(db, ['holdings'], () => {
    reads += 1
    return db.all('SELECT amount FROM holdings').map((row) => row['amount'])
  })
  const put = (to: typeof db, amount: string) =>
    to.run("INSERT OR REPLACE INTO holdings VALUES ('live', 'peaq', ?, ?)", amount, AT)
  expect([amounts(), amounts(), reads]).toEqual([[], [], 1])
  put(db, '1')
  db.run("INSERT INTO halts (account_id) VALUES ('one')")
  expect([amounts(), amounts(), reads]).toEqual([['1'], ['1'], 2])
  expect(() => db.run("INSERT INTO holdings VALUES ('live', 'peaq', '2', ?)", AT)).toThrow()
  expect(amounts()).toEqual(['1'])
  expect(() =>
    db.transaction(() => {
      put(db, '3')
      expect(amounts()).toEqual(['3'])
      throw new Error('rolled back')
    }),
  ).toThrow('rolled back')
  expect(amounts()).toEqual(['1'])
  put(source, '7')
  const copy = makeProfile()
  createProfileCopies(source).write(copy)
  const copies = createProfileCopies(db)
  copies.prepare(copy)
  copies.replace(copy, false, () => {})
  expect(amounts()).toEqual(['7'])
})
