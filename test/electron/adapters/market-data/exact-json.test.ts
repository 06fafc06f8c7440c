// Numbers come through as they were sent, to the last digit, and what is no JSON is refused as JSON itself refuses it.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pauseOf } from '../../../../electron/adapters/market-data/answers.ts'
import { parseExactly } from '../../../../electron/adapters/market-data/exact-json.ts'
import { readDecimal } from '../../../../shared/decimal.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

it.each([
  ['0.1234567890123456789', '0.123456789012345678'],
  ['123456789012345678.5', '123456789012345678.5'],
  ['1e-7', '0.0000001'],
  ['1.50E3', '1500'],
  ['-3.5', '-3.5'],
  ['0', '0'],
  ['-0.0', '0'],
  ['0.000', '0'],
  // More digits than an amount has, and what the cut would make nothing.
  ['1234567890123456789', null],
  ['1e-19', null],
  ['1e400', null],
])('%s is read as %s', (sent, read) => {
  const told = parseExactly(`{"price":${sent}}`) as { price: unknown }
  expect(told.price).toBe(sent)
  expect(readDecimal(told.price)).toBe(read)
})

it.each(['', 'NaN', 'Infinity', '1_000', '0x10', '1,5', ' 1', '.5', '5.', '１', 'null', '--1', '1e', 1, null, {}])(
  '%j is no number',
  (sent) => {
    expect(readDecimal(sent)).toBeNull()
  },
)

it('whatever JSON holds comes back the same but for its numbers, which are texts', () => {
  const seed = announcedSeed('exact json')
  const texts = (value: unknown): unknown => {
    if (typeof value === 'number') return JSON.stringify(value)
    if (Array.isArray(value)) return value.map(texts)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, texts(each)]))
  }
  const run = fc.property(fc.jsonValue(), (value) => {
    const json = JSON.stringify(value)
    expect(parseExactly(json)).toEqual(texts(JSON.parse(json)))
  })
  fc.assert(run, { seed, numRuns: 500 })
})

it.each(['{"a":01}', '[1 2]', '{"a":1.}', '{"a":-}', "{'a':1}", '[1,]', 'nul', '"open'])('%s is no JSON', (text) => {
  expect(() => parseExactly(text)).toThrow(SyntaxError)
})

it('a pause is one whatever it says; what says nothing is none', () => {
  const now = Date.UTC(2026, 10, 23)
  expect(pauseOf({ retryAfter: '0.2' }, now)).toBe(200)
  expect(pauseOf({ retryAfter: new Date(now + 5_000).toUTCString() }, now)).toBe(5_000)
  expect(pauseOf({ retryAfter: '-5' }, now)).toBeNull()
  expect(pauseOf({ retryAfter: null }, now)).toBeNull()
})
