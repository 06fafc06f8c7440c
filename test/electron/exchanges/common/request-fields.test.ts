// What a field of a request must say to be the order's: value by value, with those that are nearly it.

import { expect, it } from 'vitest'
import {
  AGENT,
  bodyOf,
  type Field,
  is,
  like,
  only,
  PROOF,
  same,
} from '../../../../electron/exchanges/common/request-fields.ts'

const VALUES: unknown[] = [
  ...[null, undefined, true, false, 0, 5, {}, '', ' ', '5', '5.0', '05', '5.00000000000000000001', '50', 'five'],
  ...[[], ['5'], ['5', '5'], ['50'], [5], [null], { 0: '5', length: 1 }],
]
const held = (field: Field) => VALUES.filter((value) => field.holds(value))

it('is this text or this flag, and no number and no other spelling', () => {
  expect(held(is('market', '5'))).toEqual(['5'])
  expect(held(is('market', true))).toEqual([true])
  expect(held(is('market', ''))).toEqual([''])
})

it('is the same decimal as a text in any spelling, and never one that is not meant', () => {
  expect(held(same('amount', '5'))).toEqual(['5', '5.0'])
  expect(held(same('amount', null))).toEqual([])
})

it('is a list of this one text, and of none where there is none', () => {
  expect(held(only('id', '5'))).toEqual([['5']])
  expect(held(only('id', null))).toEqual([])
})

it('is a text of the form, from its beginning to its end', () => {
  expect(held(like('number', /^\d+$/))).toEqual(['5', '05', '50'])
  expect(PROOF.meaning).toBe('key-proof')
  const proofs = [
    'Bearer a.b.c',
    'x',
    ' x',
    'x\n',
    '\nx',
    'é',
    'xé',
    `x${'y'.repeat(4_095)}`,
    `x${'y'.repeat(4_096)}`,
    '',
  ]
  expect(proofs.filter((proof) => PROOF.holds(proof))).toEqual(['Bearer a.b.c', 'x', `x${'y'.repeat(4_095)}`])
})

it('names the program and the kind of body', () => {
  const meaningOf = (fields: object) =>
    Object.fromEntries(Object.entries(fields as Record<string, Field>).map(([name, { meaning }]) => [name, meaning]))
  expect(meaningOf(AGENT)).toEqual({ 'user-agent': 'program' })
  expect(meaningOf(bodyOf('json'))).toEqual({ 'content-type': 'body-kind' })
})
