// The ledger's promises that no request can show: durable commits, whole transactions, no newer version.

import { expect, it, onTestFinished } from 'vitest'
import { openLedger, remember, transaction } from '../../../electron/practice-exchange/ledger.ts'
import { changeBalance, listBalances } from '../../../electron/practice-exchange/trading/balances.ts'
import { makeFolder } from './fixture.ts'

function open(folder = makeFolder()) {
  const db = openLedger(folder)
  onTestFinished(() => db.close())
  return db
}

it('waits for the disk at every commit', () => {
  // 2 is FULL.
  expect(open().prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
})

it('keeps nothing of a transaction that threw', () => {
  const db = open()
  const failing = () =>
    transaction(db, () => {
      remember(db, 'half', () => 'done')
      throw new Error('stopped')
    })
  expect(failing).toThrow('stopped')
  expect(db.prepare('SELECT * FROM meta').all()).toEqual([])
  transaction(db, () => remember(db, 'whole', () => 'done'))
  expect(db.prepare('SELECT * FROM meta').all()).toEqual([{ name: 'whole', value: 'done' }])
})

it('leaves the ledger of a newer version alone', () => {
  const folder = makeFolder()
  open(folder).exec('PRAGMA user_version = 99')
  expect(() => openLedger(folder)).toThrow('version 99')
})

it('refuses balances that do not add up', () => {
  const db = open()
  db.prepare('INSERT INTO accounts (account_id, created_at) VALUES (?, ?)').run('a', 0)
  changeBalance(db, 'a', 'USDT', '10', '4')
  for (const [total, held] of [
    ['-7', '0'],
    ['0', '7'],
    ['0', '-5'],
  ] as const) {
    expect(() => changeBalance(db, 'a', 'USDT', total, held)).toThrow(RangeError)
  }
  expect(listBalances(db, 'a')).toEqual([{ asset: 'USDT', total: '10', free: '6' }])
})
