// Whose a row in an exchange's list is: told by its ids alone, whatever else of it can be read.

import { expect, test } from 'vitest'
import { ownerOf } from '../../../electron/exchanges/common/order-rows.ts'

const KEY = 'pl-0011'

test.each([
  // Known by the key that was sent, also before the exchange's own number is.
  { row: { key: KEY, orderId: null }, known: null, owner: 'ours' },
  { row: { key: KEY, orderId: '9' }, known: '7', owner: 'ours' },
  // Known by the number, where a list leaves the key out.
  { row: { key: undefined, orderId: '7' }, known: '7', owner: 'ours' },
  { row: { key: '', orderId: 7 }, known: '7', owner: 'ours' },
  // Another number than ours is another order, whether its key can be read or not.
  { row: { key: undefined, orderId: '8' }, known: '7', owner: 'other' },
  { row: { key: { of: 'no' }, orderId: '8' }, known: '7', owner: 'other' },
  { row: { key: 'theirs', orderId: '8' }, known: null, owner: 'other' },
  { row: { key: null, orderId: '8' }, known: null, owner: 'other' },
  { row: { key: '', orderId: '8' }, known: null, owner: 'other' },
  // A row without a word about its key may be ours as long as our number is not known.
  { row: { key: undefined, orderId: '8' }, known: null, owner: 'unknown' },
  { row: { key: { of: 'no' }, orderId: '8' }, known: null, owner: 'unknown' },
  { row: { key: 'theirs', orderId: null }, known: null, owner: 'unknown' },
  { row: { key: 'theirs', orderId: {} }, known: '7', owner: 'unknown' },
  { row: { key: undefined, orderId: undefined }, known: '7', owner: 'unknown' },
])('key $row.key, number $row.orderId, ours is $known: $owner', ({ row, known, owner }) => {
  expect(ownerOf(row, { key: KEY, orderId: known })).toBe(owner)
})
