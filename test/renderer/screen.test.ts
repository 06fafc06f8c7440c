// The published selection rule against the whole catalogue.

import { expect, test } from 'vitest'
import { PUBLISHED_TECH_SCORE_AT_LEAST } from '../../shared/catalog/publication.ts'
import { screenByTechScore } from '../../shared/screen.ts'
import { catalogueDetails } from './fakes/fake-coins.ts'

test('tech 75 or more passes 11, fails none and leaves 3 unknown', () => {
  const { passes, fails, unknown } = screenByTechScore(catalogueDetails(), PUBLISHED_TECH_SCORE_AT_LEAST)
  expect([passes.length, fails.length]).toEqual([11, 0])
  expect(unknown.map(({ id }) => id)).toEqual(['gravity', 'my-pet-hooligan', 'parcl'])
})

test('a score at the limit passes, one below fails, another kind is neither', () => {
  const coins = [
    { id: 'at', score: { kind: 'tech', value: 80 } },
    { id: 'below', score: { kind: 'tech', value: 79 } },
    { id: 'other kind', score: { kind: 'fundamental', value: 99 } },
    { id: 'none', score: null },
  ] as const
  const { passes, fails, unknown } = screenByTechScore(coins, 80)
  expect([passes, fails, unknown].map((group) => group.map(({ id }) => id))).toEqual([
    ['at'],
    ['below'],
    ['other kind', 'none'],
  ])
})
