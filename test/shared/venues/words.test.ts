// The exchange's own words are shown as plain text: nothing in them turns or hides letters, or belongs to a key.

import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeAndWords, plainWords } from '../../../shared/venues/words.ts'
import { announcedSeed } from '../../support/hostile/seed.ts'

it.each<[text: string, plain: string]>([
  ['Order failed. Insufficient USDT balance.', 'Order failed. Insufficient USDT balance.'],
  ['  two\r\n lines\tand\u0000 a null\u001b[31m ', 'two lines and a null[31m'],
  ['left\u202Etfel\u202C \u2066x\u2069', 'lefttfel x'],
  ['zero\u200Bwidth\uFEFF\u00AD', 'zerowidth'],
  ['line\u2028para\u2029graph', 'line para graph'],
  ['half \uD83D letter', 'half letter'],
  ['余额不足 Недостаточно', '余额不足 Недостаточно'],
  ['a\u0301\u0302\u0303\u0304\u0305', 'a\u0301\u0302\u0303'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  [
    'PREVIEW_INVALID_ATTACHED_TAKE_PROFIT_PRICE_OUT_OF_BOUNDS_ON_AGGRESSIVE_ORDER',
    'PREVIEW_INVALID_ATTACHED_TAKE_PROFIT_PRICE_OUT_OF_BOUNDS_ON_AGGRESSIVE_ORDER',
  ],
  [
    'MAX_NOTIONAL_PER_ORDER_BREACHED_15C35_CHECK_ON_SOMETHING',
    'MAX_NOTIONAL_PER_ORDER_BREACHED_15C35_CHECK_ON_SOMETHING',
  ],
  ['Your IP 203.0.113.7 is not in the whitelist', 'Your IP 203.0.113.7 is not in the whitelist'],
])('%j is shown as %j', (text, plain) => {
  expect(plainWords(text)).toBe(plain)
})

it('ends long words at 300 letters, and cuts none in half', () => {
  expect(plainWords('x '.repeat(150))).toBe('x '.repeat(150).trim())
  expect(plainWords('word '.repeat(60))).toBe('word '.repeat(60).trim())
  expect([...plainWords('word '.repeat(61))]).toHaveLength(300)
  const long = plainWords('😀 '.repeat(400))
  expect([...long]).toHaveLength(300)
  expect(long).toMatch(/^(😀 )+😀?…$/u)
})

it('blots out what it knows of the key, but no ordinary word', () => {
  const secrets = ['kQ8-key', 'sEcret', null, 'short', '']
  expect(plainWords('key kQ8-key with sEcret is short', secrets)).toBe('key … with … is short')
  expect(plainWords('sEcretsEcret', secrets)).toBe('……')
})

it('blots out whatever looks like a key, a signature or a token', () => {
  const seed = announcedSeed('words')
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.constantFrom('hex', 'base64', 'base64url'), (text, form) => {
      const signature = createHmac('sha256', 'k')
        .update(text)
        .digest(form as 'hex')
      expect(plainWords(`signature ${signature} is not valid`)).toBe('signature … is not valid')
      expect(plainWords(`{"sign":"${signature}"}`)).not.toContain(signature.slice(0, 20))
    }),
    { seed },
  )
  // As it is drawn now and then: without a single digit.
  expect(plainWords(`signature ${'aBcDe'.repeat(9)} is not valid`)).toBe('signature … is not valid')
  const token = `eyJhbGciOiJFUzI1NiJ9.${'eyJpc3MiOiJjZHAifQ'.repeat(3)}.a1`
  expect(plainWords(`Bearer ${token}`)).toBe('Bearer …')
})

it('whatever comes is one line of text within bounds', () => {
  const seed = announcedSeed('plain')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const plain = plainWords(text)
      expect([...plain].length).toBeLessThanOrEqual(300)
      expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      expect(plainWords(plain)).toBe(plain)
    }),
    { seed },
  )
})

it.each<[code: string | null, message: string, words: string]>([
  ['51008', 'Order failed. Insufficient USDT balance.', '51008: Order failed. Insufficient USDT balance.'],
  ['-1013', '', '-1013'],
  [null, 'words', 'words'],
  [null, '', ''],
  ['A', 'A', 'A'],
  [
    'EAccount:Invalid permissions',
    'EAccount:Invalid permissions:USDT trading restricted for DE.',
    'EAccount:Invalid permissions:USDT trading restricted for DE.',
  ],
  ['EOrder:Odd', '', 'EOrder:Odd'],
])('%j with %j is told as %j', (code, message, words) => {
  expect(codeAndWords(code, message)).toBe(words)
})
