// What may be stored about a coin of one's own: the same as the desk takes.

import { describe, expect, test } from 'vitest'
import {
  type CoinForm,
  checkCoin,
  EMPTY_FORM,
  formOf,
  tickerOf,
} from '../../../../../renderer/features/watchlist/coin/own-coin-input.ts'
import { text } from '../../../../../renderer/messages/late/en.ts'
import { catalogueDetails } from '../../../fakes/fake-coins.ts'

const { invalid } = text.ownCoins
const check = (patch: Partial<CoinForm>, before = EMPTY_FORM) =>
  checkCoin({ ...EMPTY_FORM, name: 'A', ...patch }, before)

describe('the form of an own coin', () => {
  test('needs a name and nothing else; an empty name is not called a fault', () => {
    expect(check({ name: '  ' })).toMatchObject({ fields: null, faults: { name: null } })
    expect(check({ name: ' Quiet Harbour ' }).fields).toEqual({ name: 'Quiet Harbour', ticker: null, narratives: [] })
  })

  test('keeps the ticker as an exchange writes it, and takes one in small letters for capitals', () => {
    expect(tickerOf(' qhb1 ')).toBe('QHB1')
    expect(check({ ticker: 'qhb1' }).fields?.ticker).toBe('QHB1')
    for (const ticker of ['kPEPE', '$MICHI', '币安人生', '1000SATS'])
      expect(check({ ticker }).fields?.ticker).toBe(ticker)
  })

  test('splits narratives at commas, without empty ones and doubles', () => {
    expect(check({ narratives: ' DePIN,, AI ,DePIN, ' }).fields?.narratives).toEqual(['DePIN', 'AI'])
  })

  test('shows what is stored, and changes nothing by being opened', () => {
    for (const coin of catalogueDetails()) {
      const form = formOf(coin)
      const { name, ticker, what, narratives } = coin
      expect(checkCoin(form, form).fields).toEqual({ name, ticker, what, narratives })
    }
  })

  test('says that a text can be changed but not emptied', () => {
    const before = { ...EMPTY_FORM, name: 'A', what: 'Boats' }
    expect(check({ what: ' ' }, before)).toMatchObject({ fields: null, faults: { what: invalid.whatEmptied } })
    expect(check({ what: '' }).fields).not.toHaveProperty('what')
  })
})

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index).join()

const ACCEPTED: [string, Partial<CoinForm>][] = [
  ['a name of 80 characters', { name: 'x'.repeat(80) }],
  ['a name of 80 with blanks around it', { name: ` ${'x'.repeat(80)} ` }],
  ['80 characters that take two units each', { name: '\u{1F6A2}'.repeat(80) }],
  ['a name in another script', { name: 'Тихая гавань' }],
  ['a ticker of 20', { ticker: 'a'.repeat(20) }],
  ['a text of 400', { what: 'x'.repeat(400) }],
  ['a narrative of 40', { narratives: 'x'.repeat(40) }],
  ['12 narratives', { narratives: numbers(12) }],
  ['13 narratives, two of them the same', { narratives: `${numbers(12)},0` }],
]

test.each(ACCEPTED)('takes %s', (_what, patch) => {
  const { fields, faults } = check(patch)
  expect(fields).not.toBeNull()
  expect(Object.values(faults)).toEqual([null, null, null, null])
})

const REFUSED: [string, Partial<CoinForm>, string][] = [
  ['a name of 81', { name: 'x'.repeat(81) }, invalid.length(80, 81)],
  ['81 characters that take two units each', { name: '\u{1F6A2}'.repeat(81) }, invalid.length(80, 81)],
  ['a line break in a name', { name: 'a\nb' }, invalid.characters],
  ['a turned name', { name: 'a\u202eb' }, invalid.characters],
  ['half a character', { name: 'a\ud800' }, invalid.characters],
  ['a ticker of 21', { ticker: 'a'.repeat(21) }, invalid.ticker],
  ['a ticker with a blank', { ticker: 'A B' }, invalid.ticker],
  ['a ticker with an unseen character', { ticker: 'A\u200bB' }, invalid.ticker],
  ['a market in place of a ticker', { ticker: 'A/B' }, invalid.ticker],
  ['a text of 401', { what: 'x'.repeat(401) }, invalid.length(400, 401)],
  ['a text with a line separator', { what: 'a\u2028b' }, invalid.characters],
  ['a narrative of 41', { narratives: 'x'.repeat(41) }, invalid.narrativeLength(40)],
  ['13 narratives', { narratives: numbers(13) }, invalid.narrativeCount(12)],
  ['an invisible character in a narrative', { narratives: 'a\u200bb' }, invalid.characters],
]

test.each(REFUSED)('says what is wrong with %s', (_what, patch, words) => {
  const { fields, faults } = check(patch)
  expect(fields).toBeNull()
  expect(Object.values(faults).filter((fault) => fault !== null)).toEqual([words])
})
