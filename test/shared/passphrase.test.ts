// What a passphrase of a file that leaves the machine is worth.

import { expect, test } from 'vitest'
import { normalizedPassphrase, passphraseStrength } from '../../shared/passphrase.ts'

test.each([
  ['', 'too-weak'],
  ['x', 'too-weak'],
  ['1234567', 'too-weak'],
  ['aaaaaaaaaaaaaaaaaaaa', 'too-weak'],
  ['abababababab', 'too-weak'],
  ['password', 'fair'],
  ['12345678', 'fair'],
  ['Tr0ub4dor&3', 'strong'],
  ['correct horse battery staple', 'strong'],
  ['пароль-длинный', 'strong'],
])('%j is %s', (passphrase, strength) => {
  expect(passphraseStrength(passphrase)).toBe(strength)
})

test('two ways to type the same words are one passphrase', () => {
  expect(normalizedPassphrase('e\u0301clair')).toBe(normalizedPassphrase('\u00e9clair'))
})
