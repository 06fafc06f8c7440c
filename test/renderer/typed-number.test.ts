// What is typed means what the page would show for it, in every notation, or nothing.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDecimal } from '../../renderer/format.ts'
import { numberOf, readNumber, writeNumber } from '../../renderer/typed-number.ts'
import { normalize } from '../../shared/decimal.ts'
import { announcedSeed } from '../support/hostile/seed.ts'

const seed = announcedSeed('typed numbers')

const LOCALES = [
  'en-US',
  'de',
  'de-AT',
  'de-CH',
  'fr',
  'es',
  'it',
  'pl',
  'ru',
  'sv',
  'pt-BR',
  'tr',
  'en-IN',
  'hi',
  'ja',
].concat([
  'hi-IN-u-nu-deva',
  'ar-EG',
  'ar-MA',
  'fa',
  'bn',
  'mr',
  'my',
  'ne',
  'ckb',
  'th-TH-u-nu-thai',
  'zh-CN',
  'vi',
  'et',
])

describe('a number', () => {
  test.each([
    ['en-US', '1234.5', '1234.5'],
    ['en-US', '1,234.5', '1234.5'],
    ['en-US', '1,234,567', '1234567'],
    ['en-US', '0.500', '0.5'],
    ['en-US', '.5', '0.5'],
    ['en-US', '1 234.5', '1234.5'],
    ['en-US', ' $1,234.50 ', '1234.5'],
    ['en-US', '１２.５', '12.5'],
    ['de', '1234,5', '1234.5'],
    ['de', '1.234,5000', '1234.5'],
    ['de', '1.234.567', '1234567'],
    ['de', '1,300', '1.3'],
    ['de', '0,5', '0.5'],
    ['de', ',5', '0.5'],
    ['de', '1 300', '1300'],
    ['de', '1.234,50 €', '1234.5'],
    ['de-CH', "1'234.5", '1234.5'],
    ['de-CH', '1’300', '1300'],
    ['fr', '1\u202f234,5', '1234.5'],
    ['fr', '1 300', '1300'],
    ['fr', '1\u00a0234\u202f567,5', '1234567.5'],
    ['en-IN', '12,34,567.5', '1234567.5'],
    ['en-IN', '1,234,567', '1234567'],
    ['ar-EG', '١٢٣٤٫٥', '1234.5'],
    ['ar-EG', '١٬٢٣٤٫٥', '1234.5'],
    ['ar-EG', '1234.5', '1234.5'],
    ['ar-EG', '\u200f١٢٫٥', '12.5'],
    ['fa', '۱۲۳۴٫۵', '1234.5'],
    ['fa', '۱٬۳۰۰', '1300'],
    ['hi-IN-u-nu-deva', '१२,३४,५६७.५', '1234567.5'],
    ['hi-IN', '1234.5', '1234.5'],
  ])('in %s: %j is %s', (locale, typed, value) => {
    expect(readNumber(typed, locale)).toEqual({ kind: 'number', value })
  })

  test.each([
    ['en-US', '1,300', '1300', '1.300'],
    ['en-US', '12,345', '12345', '12.345'],
    ['en-US', '$1,300', '1300', '1.300'],
    ['de', '1.300', '1300', '1,300'],
    ['de', '999.999', '999999', '999,999'],
    ['es', '1.300', '1300', '1,300'],
    ['en-IN', '1,300', '1300', '1.300'],
    ['ar-EG', '1.300', '١٣٠٠', '١٫٣٠٠'],
    ['ar-EG', '١.٣٠٠', '١٣٠٠', '١٫٣٠٠'],
  ])('that could be two is refused with both, in %s: %j', (locale, typed, whole, fraction) => {
    expect(readNumber(typed, locale)).toEqual({ kind: 'ambiguous', whole, fraction })
    // What is offered in its place is not ambiguous itself.
    expect(numberOf(whole, locale)).not.toBeNull()
    expect(numberOf(fraction, locale)).not.toBeNull()
  })

  test.each([
    ['en-US', '1,5'],
    ['en-US', '0,500'],
    ['en-US', '1,2345'],
    ['en-US', '1.234,5'],
    ['en-US', '1,234,56'],
    ['en-US', '1.2.3'],
    ['en-US', '1,23,456'],
    ['en-US', '1.'],
    ['en-US', '050'],
    ['en-US', '-5'],
    ['en-US', '+5'],
    ['en-US', '1e3'],
    ['en-US', '0x10'],
    ['en-US', '5 USDT'],
    ['en-US', '5%'],
    ['en-US', '∞'],
    ['en-US', '$'],
    ['en-US', '½'],
    ['en-US', '1٢'],
    ['en-US', '1 23'],
    ['en-US', "1'234 567"],
    ['en-US', `0.${'1'.repeat(19)}`],
    ['en-US', '1'.repeat(19)],
    ['de', '1.5'],
    ['de', '1.2345'],
    ['de', '0.500'],
    ['de', '1,234.5'],
    ['de', '12.34.567'],
    ['de-AT', '1.300'],
    ['fr', '1.5'],
    ['fr', '1,5,6'],
    ['ar-EG', '1,5'],
  ])('in %s: %j is none', (locale, typed) => {
    expect(readNumber(typed, locale)).toEqual({ kind: 'invalid' })
  })

  test('of nothing is none, and no fault', () => {
    expect(['', '  ', '\u00a0'].map((typed) => readNumber(typed, 'en-US').kind)).toEqual(['empty', 'empty', 'empty'])
  })
})

describe('what the page shows', () => {
  const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`))

  test('is read back as the same number, or asked about, in every locale', () => {
    fc.assert(
      fc.property(digits(12), digits(16), fc.constantFrom(...LOCALES), (whole, fraction, locale) => {
        const value = normalize(`${BigInt(whole)}.${fraction}`)
        expect(numberOf(writeNumber(value, locale), locale)).toBe(value)
        const shown = formatDecimal(value, { min: 0, max: 18 }, locale)
        const read = readNumber(shown, locale)
        expect(read.kind === 'ambiguous' ? numberOf(read.whole, locale) : read).toEqual(
          read.kind === 'ambiguous' ? value : { kind: 'number', value },
        )
      }),
      { seed, numRuns: 3000 },
    )
  })
})
