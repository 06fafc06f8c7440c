// How well a name fits what was typed.

import { expect, test } from 'vitest'
import { matchScore, plainWords } from '../../../shared/search/fuzzy.ts'

const score = (name: string, typed: string) => matchScore(plainWords(name), plainWords(typed))

test('the same comes before a beginning, a word, a part, and a typing error', () => {
  const scores = [
    score('Ola', 'ola'),
    score('Olaf', 'ola'),
    score('The Ola', 'ola'),
    score('Koala', 'ala'),
    score('Nillion', 'nilion'),
  ]
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(scores.every((one) => one > 0)).toBe(true)
})

test.each([
  ['Dolomite', 'dolmite'],
  ['Dolomite', 'dolomote'],
  ['Dolomite', 'odlomite'],
  ['Movement Labs', 'movemnet'],
  ['My Pet Hooligan', 'hooligna'],
  ['Café Token', 'cafe'],
  ['Gravity', 'GRVAITY'],
])('%s is found by %s', (name, typed) => expect(score(name, typed)).toBeGreaterThan(0))

test.each([
  ['Dolomite', 'peaq'],
  ['Ola', 'olx'],
  ['TEN', 'tan'],
  ['Nillion', 'million dollars'],
  ['Nibiru', ''],
])('%s is not found by %s', (name, typed) => expect(score(name, typed)).toBe(0))

test('a long text takes no time', () => {
  const began = performance.now()
  for (let at = 0; at < 100; at += 1) matchScore('a'.repeat(80), 'b'.repeat(20_000))
  expect(performance.now() - began).toBeLessThan(20_000)
})
