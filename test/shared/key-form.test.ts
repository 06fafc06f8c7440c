// Keys as people paste them: what is put right, what is refused, at which character, and that nothing of them is repeated.

import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sayReason } from '../../renderer/messages/reasons/en.ts'
import { checkKeyForm, type TypedKey } from '../../shared/key-form.ts'
import { reason } from '../../shared/reasons/reason.ts'

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const SEC1 = ec.export({ type: 'sec1', format: 'pem' }).toString().trim()
const PKCS8 = ec.export({ type: 'pkcs8', format: 'pem' }).toString().trim()
const ED25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim()
const NAME = 'organizations/0a-1b/apiKeys/2c-3d'
const PLAIN = 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zv'.repeat(2)
const BASE64 = Buffer.from('a private key of sixty-four bytes, as this exchange gives it out').toString('base64')
const PLUS = 'qkV3+mZ1'

const secretOf = (venue: string, apiSecret: string, apiKey = PLAIN): string | object => {
  const checked = checkKeyForm(venue, { apiKey, apiSecret, passphrase: venue === 'okx' ? 'words' : undefined })
  return 'fault' in checked ? checked.fault : checked.key.apiSecret
}
const keyOf = (apiKey: string, venue = 'binance') => {
  const checked = checkKeyForm(venue, { apiKey, apiSecret: BASE64, passphrase: 'words' })
  return 'fault' in checked ? checked.fault : checked.key.apiKey
}

describe('a plain key', () => {
  test.each([
    ['as it is', PLAIN],
    ['a space before', ` ${PLAIN}`],
    ['a space behind', `${PLAIN} `],
    ['a zero-width space behind', `${PLAIN}\u200b`],
    ['a mark of the byte order before', `\ufeff${PLAIN}`],
    ['a hard space behind', `${PLAIN}\u00a0`],
    ['a line break behind', `${PLAIN}\r\n`],
    ['a word joiner and a soft hyphen behind', `${PLAIN}\u2060\u00ad`],
    ['in quotes', `"${PLAIN}"`],
    ['in single quotes with spaces around', ` '${PLAIN}' `],
    ['in quotes of a word processor', `\u201c${PLAIN}\u201d`],
    ['a line of a settings file', `"${PLAIN}",`],
  ])('%s', (_, typed) => {
    for (const venue of ['binance', 'kraken', 'bybit', 'okx', 'gate', 'mexc']) {
      if (venue !== 'kraken') expect(secretOf(venue, typed)).toBe(PLAIN)
      expect(keyOf(typed, venue)).toBe(PLAIN)
    }
  })

  test.each([
    ['abc\u200bdef', 4],
    ['  abc\u200bdef', 6],
    ['abc def', 4],
    ['"abc def"', 5],
    ['ab\u0000', 3],
    ['\u{1f511}abc', 1],
    ['a\u{1f511}bc', 2],
    ['абв', 1],
    ['ab\ncd', 3],
    ['ab\u00adcd', 3],
    ['ab\u007f', 3],
  ])('%j is refused at character %i', (typed, position) => {
    expect(keyOf(typed)).toEqual({ field: 'apiKey', reason: 'character', position })
    expect(secretOf('okx', typed)).toEqual({ field: 'apiSecret', reason: 'character', position })
  })

  test('is not longer than any is, and is there', () => {
    expect(keyOf('k'.repeat(1_025))).toMatchObject({ reason: 'form' })
    expect(keyOf(' \u200b ')).toEqual({ field: 'apiKey', reason: 'missing', position: null })
    expect(checkKeyForm('okx', { apiKey: PLAIN, apiSecret: PLAIN })).toEqual({
      fault: { field: 'passphrase', reason: 'missing', position: null },
    })
    expect(keyOf(SEC1)).toMatchObject({ reason: 'swapped' })
  })
})

test('a passphrase keeps its quotes and its inner spaces, and loses what a header cannot carry at its ends', () => {
  const passphraseOf = (passphrase: string) => {
    const checked = checkKeyForm('okx', { apiKey: PLAIN, apiSecret: PLAIN, passphrase })
    return 'fault' in checked ? checked.fault : checked.key.passphrase
  }
  expect(passphraseOf('"two words"\u200b\n')).toBe('"two words"')
  expect(passphraseOf('pass\u200bword')).toEqual({ field: 'passphrase', reason: 'character', position: 5 })
  expect(passphraseOf('Stra\u00dfe')).toMatchObject({ reason: 'character', position: 5 })
})

describe('a private key in a file', () => {
  const spellings: [string, (pem: string) => string][] = [
    ['as it is', (pem) => pem],
    ['with a line break at the end', (pem) => `${pem}\n`],
    ['with CRLF', (pem) => `${pem.replaceAll('\n', '\r\n')}\r\n`],
    ['with CR alone', (pem) => pem.replaceAll('\n', '\r')],
    ['with literal \\n', (pem) => pem.replaceAll('\n', '\\n')],
    ['with literal \\n, escaped twice', (pem) => pem.replaceAll('\n', '\\\\n')],
    ['with literal \\r\\n', (pem) => pem.replaceAll('\n', '\\r\\n')],
    ['in quotes, with literal \\n', (pem) => JSON.stringify(`${pem}\n`)],
    ['in quotes, with a comma behind', (pem) => `${JSON.stringify(`${pem}\n`)},`],
    ['in single quotes', (pem) => `'${pem}'`],
    ['with a leading space', (pem) => ` ${pem}`],
    ['with a mark of the byte order', (pem) => `\ufeff${pem}`],
    ['with spaces before each line', (pem) => pem.replaceAll('\n', '\n    ')],
    ['without its line breaks, as a field of one line takes it', (pem) => pem.replaceAll('\n', '')],
    ['with spaces in place of its line breaks', (pem) => pem.replaceAll('\n', ' ')],
    ['in lines of 40', (pem) => pem.replace(/(.{40})/g, '$1\n')],
  ]
  const wrapped = spellings.filter(([name]) => name !== 'in lines of 40')

  test.each(wrapped)('%s', (_, spell) => {
    expect(secretOf('coinbase', spell(SEC1), NAME)).toBe(SEC1)
    expect(secretOf('coinbase', spell(PKCS8), NAME)).toBe(PKCS8)
    for (const venue of ['binance', 'bybit']) expect(secretOf(venue, spell(ED25519))).toBe(ED25519)
  })

  test('after the parameters that some tools write before it', () => {
    const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n'
    expect(secretOf('coinbase', `${parameters}${SEC1}\n`, NAME)).toBe(SEC1)
  })

  test('the whole file that Coinbase gives out, in each field', () => {
    const file = JSON.stringify({ name: NAME, privateKey: `${SEC1}\n` }, null, 2)
    expect(checkKeyForm('coinbase', { apiKey: file, apiSecret: file })).toEqual({
      key: { apiKey: NAME, apiSecret: SEC1, passphrase: null },
      mended: [
        { field: 'apiKey', steps: ['file'] },
        { field: 'apiSecret', steps: ['file', 'ends'] },
      ],
    })
    for (const broken of ['{', '{}', '{"name":1}', `${file.slice(0, -1)},}`, '{"name":""}']) {
      expect(checkKeyForm('coinbase', { apiKey: broken, apiSecret: SEC1 })).toMatchObject({ fault: { reason: 'form' } })
    }
    expect(secretOf('binance', file)).toMatchObject({ reason: 'form' })
  })

  test('an Ed25519 key in base64, as Coinbase gives it out', () => {
    const edwards = Buffer.alloc(64, 7).toString('base64')
    expect(secretOf('coinbase', ` "${edwards}" `, NAME)).toBe(edwards)
    expect(secretOf('coinbase', Buffer.alloc(32, 7).toString('base64'), NAME)).toMatchObject({ reason: 'form' })
    expect(secretOf('coinbase', PLAIN, NAME)).toMatchObject({ reason: 'form' })
  })

  test.each([
    ['locked', SEC1.replaceAll('EC PRIVATE', 'ENCRYPTED PRIVATE'), 'encrypted'],
    ['locked in the older way', SEC1.replace('\n', '\nProc-Type: 4,ENCRYPTED\n\n'), 'encrypted'],
    ['public', SEC1.replaceAll('EC PRIVATE', 'PUBLIC'), 'form'],
    ['without its end', SEC1.slice(0, -20), 'form'],
    ['without its beginning', SEC1.slice(20), 'form'],
    ['with a letter too few', SEC1.replace('\nM', '\n'), 'form'],
    ['of another kind', SEC1.replaceAll('EC PRIVATE', 'OPENSSH PRIVATE'), 'form'],
    ['two of them', `${SEC1}\n${SEC1}`, 'form'],
    ['with other text around', `my key: ${SEC1}`, 'form'],
    ['with a letter that is none of base64', SEC1.replace('\nM', '\nÄ'), 'form'],
  ])('%s is refused', (_, typed, reason) => {
    const expected = typed.includes('PUBLIC') ? 'public' : reason
    expect(secretOf('coinbase', typed, NAME)).toMatchObject({ field: 'apiSecret', reason: expected })
  })
})

describe('a secret in base64', () => {
  test.each([
    ['as it is', BASE64, BASE64],
    ['in lines', BASE64.replace(/(.{20})/g, '$1\r\n'), BASE64],
    ['with one space too many', `${BASE64.slice(0, 30)} ${BASE64.slice(30)}`, BASE64],
    ['with a space for its plus', PLUS.replace('+', ' '), PLUS],
    ['in quotes', `'${BASE64}'`, BASE64],
  ])('%s', (_, typed, right) => {
    expect(secretOf('kraken', typed)).toBe(right)
  })

  test.each([
    ['four spaces, which could be either', `ab cd ef gh ij${'A'.repeat(6)}`, { reason: 'character', position: 3 }],
    ['of the other alphabet', `ab-_${BASE64}`, { reason: 'character', position: 3 }],
    ['cut', BASE64.slice(0, -3), { reason: 'form', position: null }],
    ['hexadecimal of odd length', 'abcde', { reason: 'form', position: null }],
    ['not in its one spelling', 'AB==', { reason: 'form', position: null }],
    ['an unseen character within', `abcd\u200b${BASE64}`, { reason: 'character', position: 5 }],
  ])('%s is refused', (_, typed, fault) => {
    expect(secretOf('kraken', typed)).toEqual({ field: 'apiSecret', ...fault })
  })
})

test('what was put right is told by its kind', () => {
  const told = (typed: TypedKey, venue = 'binance') => {
    const checked = checkKeyForm(venue, typed)
    return 'mended' in checked ? checked.mended : checked
  }
  expect(told({ apiKey: PLAIN, apiSecret: PLAIN })).toEqual([])
  expect(told({ apiKey: `${PLAIN} `, apiSecret: `"${PLAIN}"` })).toEqual([
    { field: 'apiKey', steps: ['ends'] },
    { field: 'apiSecret', steps: ['quotes'] },
  ])
  expect(told({ apiKey: PLAIN, apiSecret: ED25519.replaceAll('\n', '\r\n') })).toEqual([
    { field: 'apiSecret', steps: ['line-breaks'] },
  ])
})

test('the words name the field as the exchange does, the place, and nothing of the key', () => {
  const words = (venue: string, typed: TypedKey) => {
    const checked = checkKeyForm(venue, typed)
    return 'fault' in checked ? sayReason(reason('KEY_FAULT', { venue, ...checked.fault })) : 'taken'
  }
  expect(words('binance', { apiKey: 'canary\u200bkey', apiSecret: 'x' })).toBe(
    'Character 7 of the API Key isn’t allowed in a key.',
  )
  expect(words('kraken', { apiKey: 'k', apiSecret: 'canary' })).toBe(
    'The Private Key doesn’t look like one from Kraken. Copy the whole key again.',
  )
})
