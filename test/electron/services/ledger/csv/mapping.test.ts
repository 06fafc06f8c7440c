// A file in nobody's form, whose columns the trader names.

import { expect, it } from 'vitest'
import { readImport } from '../../../../../electron/services/ledger/csv/read-import.ts'
import { columnsOf } from '../../../../../electron/services/ledger/csv/recognise.ts'
import type { ColumnMapping } from '../../../../../shared/ledger/imports.ts'

const read = (text: string, mapping?: ColumnMapping, format?: string) =>
  readImport(text, {
    ...{ environment: 'live', source: 'import:x', accountOf: () => null, coinsOf: () => new Map(), mapping, format },
  })
const told = (text: string, mapping: ColumnMapping) => {
  const { movements, bad, format } = read(text, mapping)
  const short = movements.map(({ movement: { at, kind, amount, asset, price, total, currency, fee, to, note } }) => ({
    ...{ at: at.slice(0, 10), kind, of: `${amount} ${asset}`, price, total, currency, note },
    fee: fee === null ? null : `${fee.amount} ${fee.asset}`,
    to: to === null ? null : `${to.amount} ${to.asset}`,
  }))
  return { short, bad: bad.map(({ line, why }) => `${line} ${why.code}`), format }
}

const FILE = [
  'Exported by somebody',
  'When;What;Coin;How many;Paid;In;Cost;Cost in;Remark',
  '02.01.2026 10:00;BOUGHT;peaq;1,5;3;usdt;0,1;peaq;first',
  '03.01.2026 10:00;GOT;peaq;2;;;;;',
  '04.01.2026 10:00;GOT;peaq;-2;;;;;',
  '05.01.2026 10:00;Sell;peaq;1;4;usdt;;;',
  '06.01.2026 10:00;LENT;peaq;1;;;;;',
].join('\n')
const MAPPING: ColumnMapping = {
  columns: {
    ...{ time: 'When', kind: 'what', asset: 'Coin', amount: 'How many', total: 'Paid', currency: 'In' },
    ...{ fee: 'Cost', feeAsset: 'Cost in', note: 'Remark' },
  },
  kinds: [
    { word: 'Bought', kind: 'buy' },
    { word: 'got', kind: 'deposit' },
  ],
}

it('reads each row by the columns that the trader names, and by what their words mean', () => {
  const { short, bad, format } = told(FILE, MAPPING)
  expect(format).toBe('generic')
  expect(short).toMatchObject([
    { at: '2026-01-02', kind: 'buy', of: '1.5 PEAQ', total: '3', currency: 'USDT', fee: '0.1 PEAQ', note: 'first' },
    { at: '2026-01-03', kind: 'deposit', of: '2 PEAQ', fee: null, price: null },
    // What is taken back of a deposit left.
    { at: '2026-01-04', kind: 'withdrawal', of: '2 PEAQ' },
    // A word that is the ledger's own needs no other.
    { at: '2026-01-05', kind: 'sell', of: '1 PEAQ', total: '4' },
  ])
  expect(bad).toEqual(['7 IMPORT_OPERATION'])
})

it('takes every row for one kind where no column tells it, and goes by the sign', () => {
  const text = 'Date,Symbol,Quantity\n2026-01-01,PEAQ,3\n2026-01-02,PEAQ,-1'
  const columns = { time: 'Date', asset: 'Symbol', amount: 'Quantity' }
  expect(told(text, { columns, kind: 'buy' }).short).toMatchObject([
    { kind: 'buy', of: '3 PEAQ' },
    { kind: 'sell', of: '1 PEAQ' },
  ])
  expect(told(text, { columns, kind: 'reward' }).short).toMatchObject([
    { kind: 'reward', of: '3 PEAQ' },
    { kind: 'adjustment', of: '-1 PEAQ' },
  ])
})

it('gives the same rows the same ids, whatever the columns were taken for', () => {
  const ids = (mapping: ColumnMapping) => read(FILE, mapping).movements.map(({ movement }) => movement.entryId)
  const { total: _, ...fewer } = MAPPING.columns
  expect(ids({ ...MAPPING, columns: fewer })).toEqual(ids(MAPPING))
})

it('reads a file of a known form by the mapping too, where there is one', () => {
  const text = 'Time,Kind,Asset,Amount,Price,Worth\n2026-01-01,deposit,PEAQ,2,9,3'
  expect(read(text).movements[0]?.movement.price).toBe('9')
  const columns = { time: 'Time', kind: 'Kind', asset: 'Asset', amount: 'Amount', price: 'Worth' }
  expect(read(text, { columns }).movements[0]?.movement.price).toBe('3')
})

it.each([
  ['a column that is not there', { columns: { ...MAPPING.columns, price: 'Worth' } }],
  ['no kind at all', { columns: { time: 'When', asset: 'Coin', amount: 'How many' } }],
])('refuses %s', (_, mapping) => {
  expect(() => read(FILE, mapping)).toThrow(expect.objectContaining({ reason: { code: 'IMPORT_MAPPING', params: {} } }))
})

it('shows the columns and the first rows of a file, so that they can be named', () => {
  expect(columnsOf(FILE)).toEqual({
    columns: ['When', 'What', 'Coin', 'How many', 'Paid', 'In', 'Cost', 'Cost in', 'Remark'],
    rows: [
      ['02.01.2026 10:00', 'BOUGHT', 'peaq', '1,5', '3', 'usdt', '0,1', 'peaq', 'first'],
      ['03.01.2026 10:00', 'GOT', 'peaq', '2', '', '', '', '', ''],
      ['04.01.2026 10:00', 'GOT', 'peaq', '-2', '', '', '', '', ''],
      ['05.01.2026 10:00', 'Sell', 'peaq', '1', '4', 'usdt', '', '', ''],
      ['06.01.2026 10:00', 'LENT', 'peaq', '1', '', '', '', '', ''],
    ],
  })
  expect(() => columnsOf('')).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
})
