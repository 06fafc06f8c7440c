// The shapes of input: what passes, what it becomes, and what is refused at the edge.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import * as airdrops from '../../../../electron/ipc/schemas/airdrops.ts'
import * as coins from '../../../../electron/ipc/schemas/coins.ts'
import * as common from '../../../../electron/ipc/schemas/common.ts'
import * as orders from '../../../../electron/ipc/schemas/orders.ts'
import * as portfolio from '../../../../electron/ipc/schemas/portfolio.ts'
import { decimalArb } from '../../../support/hostile/decimals.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

const seed = announcedSeed('shapes of input')

const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success
const ID = '123e4567-e89b-42d3-a456-426614174000'
const market = { intentId: ID, type: 'market', size: { unit: 'quote', value: '50' } }
const limit = { ...market, type: 'limit', price: '0.1' }
const stop = { ...limit, type: 'stop-limit', stopPrice: '0.2' }

it.each<[unknown, boolean]>([
  [market, true],
  [{ ...market, timeInForce: 'gtc' }, true],
  [{ ...market, timeInForce: 'ioc' }, true],
  [{ ...market, timeInForce: 'post-only' }, false],
  [{ ...market, price: '1' }, false],
  [{ ...market, price: undefined }, true],
  [limit, true],
  [{ ...limit, timeInForce: 'post-only' }, true],
  [{ ...limit, price: undefined }, false],
  [{ ...limit, price: '0' }, false],
  [{ ...limit, size: { unit: 'base', value: '0.000000000000000000' } }, false],
  [{ ...limit, intentId: 'not-a-uuid' }, false],
  [stop, true],
  [{ ...stop, timeInForce: 'gtc' }, true],
  [{ ...stop, timeInForce: 'ioc' }, false],
  [{ ...stop, timeInForce: 'post-only' }, false],
  [{ ...stop, price: undefined }, false],
  [{ ...stop, stopPrice: undefined }, false],
  [{ ...stop, stopPrice: '0' }, false],
  [{ ...limit, stopPrice: '0.2' }, false],
  [{ ...market, stopPrice: '0.2' }, false],
])('takes the order %j: %s', (input, expected) => {
  expect(takes(orders.orderInput, input)).toBe(expected)
})

it('takes every decimal above zero for a size, and never throws at any text', () => {
  fc.assert(
    fc.property(decimalArb(), (value) => {
      expect(takes(common.positive, value)).toBe(/[1-9]/.test(value))
    }),
    { seed },
  )
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('1e5', '-1', 'NaN')), (text) => {
      takes(common.positive, text)
      takes(portfolio.rules, { project: { limit: text, level: 'block' } })
    }),
    { seed },
  )
})

it.each([
  ['0.05', true],
  ['1', true],
  ['1.0', true],
  ['0.000000000000000001', true],
  ['0', false],
  ['1.000000000000000001', false],
  ['5', false],
])('takes %s as a limit: %s', (value, expected) => {
  const rules = {
    project: { limit: value, level: 'block' },
    earlyStage: { limit: '0.01', level: 'warn', basis: 'together' },
  }
  expect(takes(portfolio.rules, rules)).toBe(expected)
})

it.each([
  ['a name', 'a name'],
  ['  trimmed  ', 'trimmed'],
  ['\u05e9\u05dc\u05d5\u05dd', '\u05e9\u05dc\u05d5\u05dd'],
  ['caf\u00e9 \u{1f600}', 'caf\u00e9 \u{1f600}'],
  ['x'.repeat(80), 'x'.repeat(80)],
  ['x'.repeat(81), null],
  ['', null],
  ['   ', null],
  ['two\nlines', null],
  ['tab\there', null],
  ['nul\u0000', null],
  ['\u202eevil', null],
  ['zero\u200bwidth', null],
  ['line\u2028separator', null],
  ['half \ud83d', null],
])('takes the name %j as %j', (value, expected) => {
  const parsed = coins.coinFields.safeParse({ name: value })
  expect(parsed.success ? parsed.data.name : null).toBe(expected)
})

it.each([
  ['', true],
  ['many\nlines\r\nand\ttabs', true],
  ['family \u{1f468}\u200d\u{1f469}\u200d\u{1f467}', true],
  ['\u05e9\u05dc\u05d5\u05dd \u200f1', true],
  ['x'.repeat(20_000), true],
  ['x'.repeat(20_001), false],
  ['nul\u0000', false],
  ['escape\u001b[31m', false],
  ['\u202eturned', false],
  ['\u2066isolated', false],
  ['half \udc00', false],
])('takes the note %j: %s', (value, expected) => {
  expect(takes(common.note, value)).toBe(expected)
})

it.each([
  ['2026-12-01', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['2026-12-01T00:00:00Z', false],
  ['', false],
])('takes the day %j: %s', (value, expected) => {
  expect(takes(airdrops.day, value)).toBe(expected)
})

it('bounds lists and tickers', () => {
  expect(takes(coins.tags, Array(20).fill('t'))).toBe(true)
  expect(takes(coins.tags, Array(21).fill('t'))).toBe(false)
  expect(takes(coins.tags, ['x'.repeat(41)])).toBe(false)
  const listed = [
    'A',
    'A1',
    'A'.repeat(20),
    '币安人生',
    'kPEPE',
    '$MICHI',
    '1000SATS',
    'a',
    'USD.B',
    '🦊',
    'ТОН',
    'A-1',
  ]
  for (const ticker of listed) {
    expect(takes(coins.coinFields, { ticker }), ticker).toBe(true)
    expect(takes(common.market, `${ticker}/USDT`), ticker).toBe(true)
  }
  const refused = [
    '',
    'A'.repeat(21),
    'A B',
    'A/B',
    'A:B',
    'A,B',
    'A\u200bB',
    'A\u202eB',
    'A\nB',
    '\ud800',
    '\u3164',
    '\u00a0',
  ]
  for (const ticker of refused) {
    expect(takes(coins.coinFields, { ticker }), ticker).toBe(false)
    expect(takes(common.market, `${ticker}/USDT`), ticker).toBe(false)
  }
  expect(['A', 'A/B/C', '/A', 'A/', 'A/B:B'].some((market) => takes(common.market, market))).toBe(false)
  expect(takes(coins.coinFields, { ticker: null })).toBe(true)
})

it('takes nothing for nothing', () => {
  expect([{}, { a: 1 }, null, undefined, [], ''].map((value) => takes(common.nothing, value))).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
