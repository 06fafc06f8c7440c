// Numbers and ages as text.

import { describe, expect, test } from 'vitest'
import {
  ageOf,
  columnPlaces,
  formatDecimal,
  formatLimit,
  formatMoney,
  formatShare,
  tickPlaces,
  toRatio,
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
  })

  test('line up in a column: as many places as the finest value needs', () => {
    expect(columnPlaces(['0.0052', null, '2'])).toEqual({ min: 4, max: 4 })
    expect(columnPlaces([])).toEqual({ min: 0, max: 0 })
    expect(columnPlaces(['0.123456789012'])).toEqual({ min: 8, max: 8 })
    expect(formatDecimal('2', tickPlaces('0.0001'), 'en-US')).toBe('2.0000')
  })

  test('become a ratio only between 0 and 1', () => {
    expect([toRatio('0.25'), toRatio('7'), toRatio('x')]).toEqual([0.25, 1, 0])
  })
})

describe('ages', () => {
  const now = Date.parse('2026-11-23T12:00:00.000Z')
  const age = (seconds: number) => {
    const { count, unit } = ageOf(new Date(now - seconds * 1000).toISOString(), now)
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
