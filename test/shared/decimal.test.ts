// Exact decimals against whole-number arithmetic, and the one spelling that is accepted.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as d from '../../shared/decimal.ts'
import { decimalArb, fromScaled, ONE, toScaled } from '../support/hostile/decimals.ts'
import { announcedSeed } from '../support/hostile/seed.ts'

const seed = announcedSeed('decimals')

const any = decimalArb()
const step = decimalArb({ digits: 6 }).filter((value) => toScaled(value) > 0n)
const check = (property: fc.IProperty<[string, string]>) => fc.assert(property, { seed, numRuns: 1_000 })

it('adds, subtracts, compares and normalizes exactly', () => {
  check(
    fc.property(any, any, (a, b) => {
      const [x, y] = [toScaled(a), toScaled(b)]
      expect(d.add(a, b)).toBe(fromScaled(x + y))
      expect(d.subtract(a, b)).toBe(fromScaled(x - y))
      expect(d.compare(a, b)).toBe(x < y ? -1 : x > y ? 1 : 0)
      expect(toScaled(d.min(a, b))).toBe(x < y ? x : y)
      expect(d.normalize(a)).toBe(fromScaled(x))
      expect(d.isZero(a)).toBe(x === 0n)
      expect(d.sum([a, b, a])).toBe(fromScaled(x + y + x))
    }),
  )
})

it('cuts products and quotients after 18 decimals, never rounds', () => {
  check(
    fc.property(any, step, (a, b) => {
      const [x, y] = [toScaled(a), toScaled(b)]
      expect(d.multiply(a, b)).toBe(fromScaled((x * y) / ONE))
      expect(d.divide(a, b)).toBe(fromScaled((x * ONE) / y))
    }),
  )
})

it('takes a part of a value exactly and cuts once; products for comparing are not cut', () => {
  check(
    fc.property(any, step, (a, b) => {
      const [x, y] = [toScaled(a), toScaled(b)]
      expect(d.proportion(a, '1', b)).toBe(fromScaled((x * ONE) / y))
      expect(d.proportion(a, b, '3')).toBe(fromScaled((x * y) / (3n * ONE)))
      expect(d.compare(d.product(a, b), d.product(b, a))).toBe(0)
    }),
  )
  // Cut in between, two thirds of 3 would be a hair less than 2.
  expect(d.proportion('3', '2', '3')).toBe('2')
  expect(d.product('0.000000000000000001', '0.1')).toBe('0.0000000000000000001')
  expect(() => d.proportion('1', '1', '0')).toThrow(RangeError)
})

it('cuts and raises to whole steps', () => {
  check(
    fc.property(any, step, (a, b) => {
      const [x, y] = [toScaled(a), toScaled(b)]
      const floor = (x / y) * y
      expect(d.floorTo(a, b)).toBe(fromScaled(floor))
      expect(d.ceilTo(a, b) === a || toScaled(d.ceilTo(a, b)) === (floor === x ? x : floor + y)).toBe(true)
      expect(d.isMultipleOf(a, b)).toBe(floor === x)
    }),
  )
})

it('rounds half up for display, with exactly the places asked for', () => {
  const places = fc.integer({ min: 0, max: 17 })
  fc.assert(
    fc.property(any, places, (a, count) => {
      const unit = 10n ** BigInt(18 - count)
      const shown = d.toPlaces(a, count)
      expect(toScaled(shown)).toBe(((toScaled(a) + unit / 2n) / unit) * unit)
      expect(shown.split('.')[1]?.length ?? 0).toBe(count)
    }),
    { seed },
  )
})

it('counts the places of a step', () => {
  expect(['1', '10', '0.1', '0.001', '0.0010', '0.000000000000000001'].map(d.placesOf)).toEqual([0, 0, 1, 3, 3, 18])
})

it('does not divide by zero', () => {
  for (const zero of ['0', '0.0', '0.000']) expect(() => d.divide('1', zero)).toThrow(RangeError)
  expect(() => d.compare('x', '1')).toThrow()
})

it('accepts every decimal in its spelling', () => {
  fc.assert(
    fc.property(any, (a) => d.isDecimal(a)),
    { seed },
  )
  for (const text of ['0', '0.0', '1', '10', '999999999999999999.999999999999999999', '0.000000000000000001']) {
    expect(d.isDecimal(text)).toBe(true)
  }
})

it.each([
  '',
  ' ',
  '.',
  '-',
  '+',
  'e',
  '-0',
  '-1',
  '+1',
  '00',
  '01',
  '00.1',
  '1.',
  '.1',
  '1..2',
  '1.2.3',
  ' 1',
  '1 ',
  '1\n',
  '\n1',
  '1\u0000',
  '1e3',
  '1E3',
  '1e-3',
  '1e+3',
  '0x1',
  '0b1',
  '0o7',
  '1n',
  '1_000',
  '1,000',
  '1,5',
  '1 000',
  'NaN',
  'Infinity',
  '-Infinity',
  '1000000000000000000',
  '1.0000000000000000001',
  '\u0661',
  '\uff11',
  '1\u0660',
  '\u00bd',
  '1\u200b',
  '\u2212 1',
  '$1',
  '1%',
  'null',
  'true',
])('does not accept %j', (text) => {
  expect(d.isDecimal(text)).toBe(false)
})

it.each([[null], [undefined], [1], [1n], [true], [['1']], [{}], [Object('1')], [Number.NaN]])(
  'does not accept %s, which is no text',
  (value) => {
    expect(d.isDecimal(value)).toBe(false)
  },
)

it('accepts nothing that its own arithmetic would not give back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.float().map(String), fc.stringMatching(/^[-+0-9.eE]{1,12}$/)), (text) => {
      if (d.isDecimal(text)) expect(toScaled(d.normalize(text))).toBe(toScaled(text))
    }),
    { seed, numRuns: 2_000 },
  )
})
