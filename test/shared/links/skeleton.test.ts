// Names as the eye reads them.

import { expect, test } from 'vitest'
import { latinOf, mixesScripts, skeletonOf } from '../../../shared/links/skeleton.ts'
import { sharesEnds } from '../../../shared/markets/contracts.ts'

test.each([
  ['p\u0430rcl', 'parcl'],
  ['gr\u0475t', 'grvt'],
  ['m\u03bfvement', 'movement'],
  ['n\u0131llion', 'nillion'],
  ['n\u00edllion', 'nillion'],
  ['\uff47rvt', 'grvt'],
  ['GRVT', 'grvt'],
])('%s is read as %s', (name, latin) => {
  expect(latinOf(name)).toBe(latin)
})

test.each([
  ['parc1', 'parcl'],
  ['parcI', 'parcl'],
  ['rnetamask', 'metamask'],
  ['un1swap', 'uniswap'],
  ['movementnetvvork', 'movementnetwork'],
  ['d0lomite', 'dolomite'],
  ['clolomite', 'dolomite'],
])('%s and %s are one at a glance', (name, other) => {
  expect(skeletonOf(name)).toBe(skeletonOf(other))
})

test('letters of several scripts in one name are seen; one foreign script alone is none', () => {
  expect(mixesScripts('p\u0430rcl')).toBe(true)
  expect(mixesScripts('\u0431\u0438\u0440\u0436\u0430')).toBe(false)
  expect(mixesScripts('b\u00fccher-2')).toBe(false)
  // Without a Latin letter among them too.
  expect(mixesScripts('\u0431\u03b9\u0440\u0436\u0430')).toBe(true)
})

test('an address that only has the ends of a known one is seen', () => {
  const known = '0x1234567890abcdef1234567890abcdef12345678'
  expect(sharesEnds(known, `0x1234${'0'.repeat(32)}5678`)).toBe(true)
  expect(sharesEnds(known, known.toUpperCase().replace('0X', '0x'))).toBe(false)
  expect(sharesEnds(known, `0x1235${'0'.repeat(32)}5678`)).toBe(false)
  expect(sharesEnds(known, `0x1234${'0'.repeat(32)}5679`)).toBe(false)
  expect(sharesEnds('short', 'shoxt')).toBe(false)
})
