// What is a reason, and what is none: a code that is known, with exactly the parameters that belong to it.

import { expect, test } from 'vitest'
import { asText, describeReason, nothingSent, type Reason, reason } from '../../shared/reasons/reason.ts'
import { isReason, REASON_TABLES, REASONS } from '../../shared/reasons/reason-tables.ts'

test('no code stands in two tables', () => {
  const codes = REASON_TABLES.flatMap((table) => Object.keys(table))
  expect(codes.toSorted()).toEqual(Object.keys(REASONS).toSorted())
})

const DEEP: Reason = nothingSent(nothingSent(nothingSent(asText('x'))))
test.each<Reason>([
  asText(''),
  reason('NO_PRICE'),
  reason('PRICE_MOVED_SINCE', { seen: '1.5', now: '-2' }),
  reason('MARKET_NOT_OPEN', { market: 'PEAQ/USDT', opensAt: null }),
  reason('MARKET_NOT_OPEN', { market: 'PEAQ/USDT', opensAt: '2026-11-30T14:13:18.877Z' }),
  reason('OTHER_TERMS', { fields: ['price', 'stop-price'] }),
  reason('ANSWER_LATE', { why: null }),
  reason('KEY_OLD', { keys: [reason('KEY_AGE', { account: 'Mine', days: 90 })] }),
  DEEP,
])('a reason: %j', (value) => {
  expect(isReason(value)).toBe(true)
  expect(isReason(JSON.parse(JSON.stringify(value)))).toBe(true)
})

test.each([
  null,
  'NO_PRICE',
  {},
  { code: 'NO_PRICE' },
  { code: 'NO_PRICE', params: null },
  { code: 'NO_PRICE', params: [] },
  { code: 'NO_PRICE', params: { more: 1 } },
  { code: 'NO_PRICE', params: {}, more: 1 },
  { code: 'OF_ANOTHER_VERSION', params: {} },
  { code: 'toString', params: {} },
  { code: 'TEXT', params: { text: 1 } },
  { code: 'TEXT', params: { text: 'x'.repeat(20_001) } },
  { code: 'PRICE_MOVED_SINCE', params: { seen: '1' } },
  { code: 'PRICE_MOVED_SINCE', params: { seen: '1', now: 'much' } },
  { code: 'PRICE_MOVED_SINCE', params: { seen: '1', now: null } },
  { code: 'PRICE_OLD', params: { at: 'tomorrow' } },
  { code: 'ORDER_OVER', params: { status: 'gone' } },
  { code: 'STOP_AT_ONCE', params: { side: 'hold', last: '1', asset: 'USDT' } },
  { code: 'OTHER_TERMS', params: { fields: ['price', 'colour'] } },
  { code: 'OTHER_TERMS', params: { fields: 'price' } },
  { code: 'KEY_AGE', params: { account: 'Mine', days: Number.NaN } },
  { code: 'NOTHING_SENT', params: { why: { code: 'NO_PRICE' } } },
  nothingSent(DEEP),
])('none: %j', (value) => {
  expect(isReason(value)).toBe(false)
})

test('a log is told code and parameters, and a text as it is', () => {
  expect(describeReason(asText('As it was.'))).toBe('As it was.')
  expect(describeReason(reason('NO_PRICE'))).toBe('NO_PRICE')
  expect(describeReason(reason('WORTH_MIN', { min: '5', asset: 'USDT' }))).toBe('WORTH_MIN {"min":"5","asset":"USDT"}')
})
