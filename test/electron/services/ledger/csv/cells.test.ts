// Numbers as exchanges and spreadsheets spell them, and those that are none.

import { expect, it } from 'vitest'
import { amountBefore, amountOf } from '../../../../../electron/services/ledger/csv/cells.ts'

it.each([
  ['0,123', '0.123', ''],
  ['1,234', '1234', ''],
  ['12,5', '12.5', ''],
  ['1,234.5', '1234.5', ''],
  ['1.234.567,5', '1234567.5', ''],
  ['1,00,000.5', '100000.5', ''],
  ['-0,123', '-0.123', ''],
  ['1e8', '100000000', ''],
  ['1E-8', '0.00000001', ''],
  ['5ETH', '5', 'ETH'],
  ['5 E', '5', 'E'],
  ['$1,000', '1000', ''],
])('reads %j as %s %s', (cell, value, unit) => {
  expect(amountOf(cell)).toEqual({ value, unit })
})

it.each(['', 'ETH', '0,123,456', '1,2.5', '12,34.5', '1.2.3', '1,2,3.4', 'e8', '1-2', '--1'])('refuses %j', (cell) => {
  expect(() => amountOf(cell)).toThrow(
    expect.objectContaining({ reason: expect.objectContaining({ code: 'IMPORT_NUMBER' }) }),
  )
})

it('takes a ticker that begins with a digit off the end of a cell', () => {
  expect(amountBefore('100.00000000001INCH', '1INCH')).toBe('100')
  expect(amountBefore('5.00000000001000SATS', '1000SATS')).toBe('5')
  expect(amountBefore('5ETH', 'TH')).toBeNull()
  expect(amountBefore('5', '5')).toBeNull()
})
