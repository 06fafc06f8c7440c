// The trader's criteria: the publication's four stand, a tech score answers its own until the trader does, and free ones come and go
// with their marks.

import { expect, test } from 'vitest'
import { PUBLISHED_CRITERIA } from '../../../../shared/research/criteria.ts'
import { openBooks } from '../../../support/services.ts'

const failed = (code: string) => expect.objectContaining({ code })

test('a tech score of 75 or more meets the first one, dated by the publication, and no other score says anything', () => {
  const { coins } = openBooks()
  const by = { criterionId: 'tech-score', by: 'score', at: '2024' }
  expect(coins.get('nillion').criteria).toEqual([{ ...by, verdict: 'met' }])
  expect(coins.get('parcl').criteria).toEqual([])
  expect(coins.get('gravity').criteria).toEqual([])
  const { id } = coins.save({ name: 'Mine' })
  coins.facts.save({ coinId: id, value: { kind: 'score', name: 'tech', value: '74.9', outOf: '100' } })
  expect(coins.get(id).criteria).toEqual([{ ...by, verdict: 'not-met', at: null }])
})

test('the trader\u2019s word stands before the score, dated, until he takes it back', () => {
  const { coins, clock } = openBooks()
  const at = new Date(clock.now()).toISOString()
  const mark = (verdict: 'met' | 'not-met' | 'unknown' | null) =>
    coins.criteria.mark({ coinId: 'nillion', criterionId: 'tech-score', verdict })
  mark('unknown')
  const mine = { criterionId: 'tech-score', verdict: 'unknown', by: 'trader', at }
  expect(coins.get('nillion').criteria).toEqual([mine])
  expect(coins.list().find(({ id }) => id === 'nillion')?.criteria).toEqual([mine])
  expect(coins.some(['nillion'])[0]?.criteria).toEqual([mine])
  mark(null)
  expect(coins.get('nillion').criteria).toMatchObject([{ verdict: 'met', by: 'score' }])
})

test('free ones are named, renamed, marked and removed with their marks; the publication\u2019s stay', () => {
  const { coins } = openBooks()
  const { criterionId } = coins.criteria.save({ name: 'Audited' })
  coins.criteria.save({ criterionId, name: 'Audited twice' })
  expect(coins.criteria.list()).toEqual([
    ...PUBLISHED_CRITERIA.map((id) => ({ criterionId: id, name: null })),
    { criterionId, name: 'Audited twice' },
  ])
  coins.criteria.mark({ coinId: 'ola', criterionId, verdict: 'met' })
  coins.criteria.mark({ coinId: 'ola', criterionId: 'top-100', verdict: 'not-met' })
  coins.criteria.remove(criterionId)
  expect(coins.get('ola').criteria.map((mark) => mark.criterionId)).not.toContain(criterionId)
  expect(coins.get('ola').criteria).toContainEqual(expect.objectContaining({ criterionId: 'top-100' }))
  expect(() => coins.criteria.remove(criterionId)).toThrow(failed('NOT_FOUND'))
  expect(() => coins.criteria.remove('top-100')).toThrow(failed('NOT_FOUND'))
  expect(() => coins.criteria.save({ criterionId: 'top-100', name: 'x' })).toThrow(failed('NOT_FOUND'))
  expect(() => coins.criteria.mark({ coinId: 'ola', criterionId, verdict: 'met' })).toThrow(failed('NOT_FOUND'))
  expect(() => coins.criteria.mark({ coinId: 'none', criterionId: 'top-100', verdict: 'met' })).toThrow(
    failed('NOT_FOUND'),
  )
})

test('there are not two of a name, nor more than one can look over', () => {
  const { coins } = openBooks()
  for (let at = 0; at < 20; at += 1) coins.criteria.save({ name: `${at}` })
  expect(() => coins.criteria.save({ name: 'one more' })).toThrow(failed('BAD_INPUT'))
  const other = coins.criteria.list().at(-1)?.criterionId
  expect(() => coins.criteria.save({ criterionId: other, name: '3' })).toThrow(failed('BAD_INPUT'))
})
