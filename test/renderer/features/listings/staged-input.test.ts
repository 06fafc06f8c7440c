// What is typed of a staged order: what is wrong with it, what is saved, and the sentence that says what will happen.

import { expect, test } from 'vitest'
import {
  sentenceOf,
  stagedFaults,
  stagedInput,
  type TypedStaged,
} from '../../../../renderer/features/listings/staged/staged-input.ts'

const NOW = Date.parse('2026-11-30T12:00:00.000Z')
const account = { accountId: 'main', venue: 'binance' }
const typed: TypedStaged = {
  ...{
    accountId: 'main',
    market: 'ola-usdt',
    side: 'buy',
    trigger: 'send',
    size: '10',
    maxPrice: '0.2',
    maxValue: '50',
  },
  ...{ day: '2026-12-01', time: '14:30', zone: 'utc', minutes: '30' },
}
const wrong = (patch: Partial<TypedStaged>) =>
  Object.entries(stagedFaults({ ...typed, ...patch }, NOW)).flatMap(([field, fault]) => (fault === null ? [] : [field]))

test('nothing is wrong with a whole one, and each field says what is', () => {
  expect(wrong({})).toEqual([])
  expect(wrong({ market: 'OLA' })).toEqual(['market'])
  expect(wrong({ size: '0' })).toEqual(['size'])
  expect(wrong({ maxPrice: 'x' })).toEqual(['maxPrice'])
  expect(wrong({ maxValue: '' })).toEqual(['maxValue'])
  expect(wrong({ day: '' })).toEqual(['time'])
  expect(wrong({ minutes: '1.5' })).toEqual(['minutes'])
  expect(wrong({ day: '2026-11-29' })).toEqual(['minutes'])
  // A word needs neither size nor price.
  expect(wrong({ trigger: 'tell', size: '', maxPrice: '', maxValue: '' })).toEqual([])
})

test('what is saved is in capitals, in UTC, and in the unit of its side', () => {
  expect(stagedInput(typed, 'ola', account)).toEqual({
    ...{ accountId: 'main', venue: 'binance', coinId: 'ola', market: 'OLA/USDT', side: 'buy', trigger: 'send' },
    ...{ from: '2026-12-01T14:30:00.000Z', until: '2026-12-01T15:00:00.000Z' },
    ...{ size: { unit: 'quote', value: '10' }, maxPrice: '0.2', maxValue: '50' },
  })
  expect(stagedInput({ ...typed, side: 'sell' }, 'ola', account)?.size).toEqual({ unit: 'base', value: '10' })
  expect(stagedInput({ ...typed, trigger: 'tell' }, 'ola', account)).toMatchObject({ maxPrice: null, maxValue: null })
  expect(stagedInput({ ...typed, size: '' }, 'ola', account)).toBeNull()
})

test('one sentence says what will happen', () => {
  const say = (patch: Partial<TypedStaged>, needsVault = true) =>
    sentenceOf(stagedInput({ ...typed, ...patch }, 'ola', account), 'Binance', needsVault)
  expect(say({})).toBe(
    'Between Dec 1, 14:30 UTC and Dec 1, 15:00 UTC, once OLA/USDT opens on Binance, Prelist sends a limit order to buy OLA for 10 USDT at 0.2 USDT or better (max 50 USDT). Nothing is sent while the vault is locked.',
  )
  expect(say({}, false)).not.toContain('vault')
  expect(say({ trigger: 'ask', side: 'sell' })).toContain(
    'a ticket to sell 10 OLA is ready. Nothing is sent until you place it.',
  )
  expect(say({ trigger: 'tell' })).toContain('You’re told when OLA/USDT opens on Binance')
  expect(say({ size: '' })).toBeNull()
})
