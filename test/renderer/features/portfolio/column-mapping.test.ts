// Columns of a file in nobody's form: what is guessed, what the trader is asked, and what is sent.

import { expect, test } from 'vitest'
import {
  guessedColumns,
  mappingOf,
  unknownWords,
} from '../../../../renderer/features/portfolio/imports/column-mapping.ts'

const FILE = {
  columns: ['Date', 'Operation', 'Coin', 'Quantity', 'Price', 'Currency', 'Fee', 'Other'],
  rows: [
    ['2026-01-01', 'Kauf', 'PEAQ', '5', '1', 'EUR', '0', 'x'],
    ['2026-01-02', 'sell', 'PEAQ', '5', '1', 'EUR', '0', 'x'],
    ['2026-01-03', ' Kauf ', 'PEAQ', '5', '1', 'EUR', '0', 'x'],
  ],
}

test('names that files use are guessed, each column once', () => {
  const { columns } = guessedColumns(FILE)
  expect(columns).toMatchObject({ time: 'Date', kind: 'Operation', asset: 'Coin', amount: 'Quantity', price: 'Price' })
  expect([columns.fee, columns.total, columns.note]).toEqual(['Fee', '', ''])
  const used = Object.values(columns).filter((name) => name !== '')
  expect(new Set(used).size).toBe(used.length)
})

test('words that are none of the ledger’s are asked about, each once', () => {
  expect(unknownWords(FILE, 'Operation')).toEqual(['Kauf'])
  expect(unknownWords(FILE, '')).toEqual([])
})

test('what is sent is what was chosen: columns with a name, and what each word means', () => {
  const guess = guessedColumns(FILE)
  const chosen = { ...guess, columns: { ...guess.columns, currency: '' }, words: { Kauf: 'buy' as const } }
  expect(mappingOf(chosen, FILE)).toEqual({
    mapping: {
      columns: { time: 'Date', kind: 'Operation', asset: 'Coin', amount: 'Quantity', price: 'Price', fee: 'Fee' },
      kinds: [{ word: 'Kauf', kind: 'buy' }],
    },
  })
  const typed = { ...chosen, columns: { ...chosen.columns, kind: '' }, kind: 'reward' as const }
  expect(mappingOf(typed, FILE)).toMatchObject({ mapping: { kind: 'reward' } })
})

test('without time, coin or amount nothing is sent, and those are named', () => {
  const guess = guessedColumns({ columns: ['Date', 'Something'] })
  expect(mappingOf(guess, { columns: ['Date', 'Something'], rows: [] })).toEqual({ missing: ['asset', 'amount'] })
})
