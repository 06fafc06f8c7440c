// Numbers and ages as text.

import { describe, expect, test } from 'vitest'
import {
  ageOf,
  formatChange,
  formatDecimal,
  formatLimit,
  formatMoney,
  formatPrice,
  formatShare,
  toRatio,
  untilOf,
} from '../../renderer/format.ts'
import { text } from '../../renderer/messages/en.ts'

describe('decimals', () => {
  test('keep every digit that a float would lose', () => {
    const exact = '123456789012345678.12345678'
    expect(formatDecimal(exact, { min: 0, max: 8 }, 'en-US')).toBe('123,456,789,012,345,678.12345678')
  })

  test('follow the locale', () => {
    expect(formatMoney('1234.5', 'de-DE')).toBe('1.234,50')
    expect(formatShare('0.0512', 'en-US')).toBe('5.12%')
    expect(formatLimit('0.05', 'en-US')).toBe('5%')
    expect(formatLimit('0.0125', 'en-US')).toBe('1.25%')
    // One after the other in any order: what was made for one locale, or for one kind of number, is not used for another.
    expect(formatMoney('1234.5', 'en-US')).toBe('1,234.50')
    expect(formatMoney('1234.5', 'de-DE')).toBe('1.234,50')
    expect([formatShare('0.0512', 'en-US'), formatChange('0.0512', 'en-US')]).toEqual(['5.12%', '+5.12%'])
  })

  test.each([
    ['9600', '9,600'],
    ['0.0052', '0.0052'],
    ['0.123456789012', '0.12345679'],
    ['0.000000001235', '0.000000001235'],
    ['0.000000000000000001', '0.000000000000000001'],
    ['0.0000000012345678', '0.00000000123457'],
    ['0', '0'],
  ])('have the places that they need, and none to line up: %s is %s', (value, shown) => {
    expect(formatDecimal(value, undefined, 'en-US')).toBe(shown)
  })

  test.each([
    ['0.000000001235', '0.0000000000001', '0.0000000012350'],
    ['2', '0.0001', '2.0000'],
    ['97123.5', '0.1', '97,123.5'],
    ['97123.456', '0.1', '97,123.456'],
    ['0.50333333', '0.001', '0.503333'],
    ['1500', '10', '1,500'],
    ['0.000000001235', null, '0.000000001235'],
    ['0.000000001234567891', null, '0.0000000012345679'],
    ['9600', null, '9,600'],
    ['97123.456789', null, '97,123.457'],
    ['123456789.129', null, '123,456,789.13'],
  ])('are a price by the tick: %s at %s is %s', (price, tick, shown) => {
    expect(formatPrice(price, tick, 'en-US')).toBe(shown)
  })

  test('are money with two places, and never nothing where there is something', () => {
    expect(
      ['0.005', '0.0004', '0.00000012', '0', '0.01', '-0.0004'].map((value) => formatMoney(value, 'en-US')),
    ).toEqual(['0.005', '0.0004', '0.00000012', '0.00', '0.01', '-0.0004'])
  })

  test('become a ratio only between 0 and 1', () => {
    expect([toRatio('0.25'), toRatio('7'), toRatio('x')]).toEqual([0.25, 1, 0])
  })
})

describe('time until a moment', () => {
  const until = (at: string) => untilOf(at, Date.parse('2026-11-29T14:14:00.000Z'))
  test.each([
    ['2026-11-30T14:13:18.877Z', 'Nov 30 (in 23 h 59 min)'],
    ['2026-12-02T14:14:00.000Z', 'Nov 30 (in 3 d)'],
    ['2026-12-02T16:20:00.000Z', 'Nov 30 (in 3 d 2 h)'],
    ['2026-11-29T14:20:00.000Z', 'Nov 30 (in 6 min)'],
    ['2026-11-29T14:14:30.000Z', 'Nov 30 (in 1 min)'],
  ])('%s: %s', (at, words) => {
    const time = (until(at) ?? []).map(({ count, unit }) => text.common.duration(count, unit)).join(' ')
    expect(text.common.until('Nov 30', time)).toBe(words)
  })
  test('is none for one that is past or no moment', () => {
    expect([until('2026-11-29T14:13:59.000Z'), until('soon')]).toEqual([null, null])
  })
})

describe('ages', () => {
  const age = (seconds: number) => {
    const { count, unit } = ageOf(seconds * 1000)
    return text.common.age(count, unit)
  }

  test.each([
    [0, 'just now'],
    [12, '12 s ago'],
    [59, '59 s ago'],
    [60, '1 min ago'],
    [3599, '59 min ago'],
    [7200, '2 h ago'],
    [86_400 * 3, '3 d ago'],
    [-5, 'just now'],
  ])('%i s is "%s"', (seconds, words) => {
    expect(age(seconds)).toBe(words)
  })
})
