// Every code has its words, with whatever it is given; an exchange's words stand in them as they are.

import { expect, test } from 'vitest'
import { text } from '../../../renderer/messages/late/en.ts'
import { pluralOf } from '../../../renderer/messages/plural.ts'
import { sayReason } from '../../../renderer/messages/reasons/en.ts'
import { ORDER_STATUSES } from '../../../shared/order.ts'
import type { Kind } from '../../../shared/reasons/kinds.ts'
import { asText, nothingSent, type Reason, reason } from '../../../shared/reasons/reason.ts'
import { REASONS } from '../../../shared/reasons/reason-tables.ts'

/** Values of a kind that no words could come upon by themselves; each parameter of a code has its own. */
const samplesFor = (at: number): Readonly<Record<string, unknown>> => ({
  text: `k${at}nary`,
  texts: [`k${at}nary`, `l${at}nary`],
  decimal: `0.4${at}17`,
  time: '2026-11-30T14:13:18.877Z',
  count: 4170 + at,
  flag: true,
  status: 'canceled',
  reason: asText(`m${at}nary.`),
  reasons: [asText(`m${at}nary.`), asText(`n${at}nary.`)],
})

function samplesOf(kind: Kind, at: number): unknown[] {
  if (typeof kind === 'object') return 'each' in kind ? [[], kind.each] : [...kind]
  const sample = samplesFor(at)[kind.replace('?', '')]
  return kind.endsWith('?') ? [sample, null] : [sample]
}

/** Every mixture of the samples of each parameter. */
const all = Object.entries(REASONS).flatMap(([code, kinds]) => {
  const mixed = Object.entries<Kind>(kinds).reduce<object[]>(
    (some, [name, kind], at) =>
      some.flatMap((params) => samplesOf(kind, at).map((value) => ({ ...params, [name]: value }))),
    [{}],
  )
  return mixed.map((params) => ({ code, params }) as Reason)
})

/** Kinds whose values stand in the words as they are; of the others, as times and statuses, other tests say how they are said. */
const AS_THEY_ARE = /^(text|texts|decimal|count|reason|reasons)\??$/

/** Decimals that are shares: the words say them in percent. */
const SHARES = [
  ...['LIMITS.early', 'LIMITS.project', 'LIMIT_BROKEN.limit', 'LIMIT_BROKEN.share'],
  ...['GROUP_LIMIT_BROKEN.share', 'GROUP_LIMIT_BROKEN.limit', 'RESERVE_SHORT.share', 'RESERVE_SHORT.limit'],
  ...['PREFLIGHT_ROOM.share', 'PREFLIGHT_ROOM.limit', 'PREFLIGHT_NO_ROOM.share', 'PREFLIGHT_NO_ROOM.limit'],
  'PRICE_MOVED_WITHIN.change',
]

/** What no words hold: the account is said by its label, and its id is for the page to find it by. */
const NEVER_SAID = ['BALANCES_UNREAD.accountId', 'KEY_OF_ACCOUNT_HERE.accountId', 'LOOKS_LIKE_ACCOUNT.accountId']

/** What is left out where another parameter makes it needless, and why. */
const AT_TIMES_UNSAID: Readonly<Record<string, string>> = {
  'KEY_FAULT.venue': 'only some faults are against the form that an exchange gives out',
  'KEY_FAULT.position': 'only a character has a place',
  'BALANCES_UNREAD.words': 'only an account that is not read now has words of somebody',
  'FUNDS_SHORT.needed': 'who sells is told of what there is',
  'MARKET_NOT_OPEN.market': 'the screen names the market where it is said when it opens',
  'PRICE_BOUNDS.asset': 'without bounds there is nothing in a currency',
  'PRICE_BOUNDS_OLD.asset': 'without bounds there is nothing in a currency',
  'PRICE_BOUNDS_RECKONED.asset': 'without bounds there is nothing in a currency',
}

/** Each of them with what its words should hold of it. */
const saidOf = (one: Reason) =>
  Object.entries<Kind>(REASONS[one.code]).flatMap(([name, kind]) => {
    const value = (one.params as Readonly<Record<string, unknown>>)[name]
    if (value === null || typeof kind === 'object' || !AS_THEY_ARE.test(kind)) return []
    const place = `${one.code}.${name}`
    const texts = [value].flat().map((inner) => {
      if (SHARES.includes(place)) return `${Number((Number(inner) * 100).toFixed(4))}%`
      return typeof inner === 'object' && inner !== null ? sayReason(inner as Reason) : String(inner)
    })
    return [{ place, texts }]
  })

test.each(all)('has words: %j', (one) => {
  const words = sayReason(one)
  expect(words).not.toMatch(/undefined|null|NaN|\[object|[A-Z]_[A-Z]/)
  expect(words.trim()).toBe(words)
  expect(words.length).toBeGreaterThan(3)
})

test.each(all)('says what it is given: %j', (one) => {
  // Whether a word begins a sentence, or is an abbreviation, is its words' own matter.
  const words = sayReason(one).toLowerCase()
  const unsaid = saidOf(one).filter(({ texts }) => texts.some((part) => !words.includes(part.toLowerCase())))
  const meant = [...NEVER_SAID, ...Object.keys(AT_TIMES_UNSAID)]
  expect(unsaid.filter(({ place }) => !meant.includes(place))).toEqual([])
})

/** Whether the words hold it, in each of the mixtures. */
const isSaid = (place: string) =>
  all.flatMap((one) => {
    const words = sayReason(one).toLowerCase()
    const here = saidOf(one).filter((said) => said.place === place)
    return here.map(({ texts }) => texts.every((part) => words.includes(part.toLowerCase())))
  })

test.each(Object.entries(AT_TIMES_UNSAID))('%s is said at times, and left out at times: %s', (place) => {
  expect(new Set(isSaid(place))).toEqual(new Set([true, false]))
})

test.each(NEVER_SAID)('%s is never said', (place) => {
  expect(new Set(isSaid(place))).toEqual(new Set([false]))
})

test('says what somebody else has said as it is, and nothing twice', () => {
  expect(sayReason(reason('EXCHANGE_SAID', { words: '<b>No.</b> -2010' }))).toBe('<b>No.</b> -2010')
  expect(sayReason(asText('An order of 2025 was lost.'))).toBe('An order of 2025 was lost.')
  expect(sayReason(nothingSent(reason('WORTH_MIN', { min: '5', asset: 'USDT' })))).toBe(
    'Min order value is 5 USDT. Nothing was sent.',
  )
  expect(sayReason(nothingSent(reason('CLICK_OFF')))).toBe(sayReason(reason('CLICK_OFF')))
})

test('says statuses, places and terms of an order as the screens do, not as they are stored', () => {
  for (const status of ORDER_STATUSES) {
    const word = text.orders.status[status].word.toLowerCase()
    expect(sayReason(reason('ORDER_OVER', { status }))).toContain(`is ${word};`)
    expect(sayReason(reason('LATE_ORDER', { market: 'TEN/USDT', status }))).toContain(`called ${word} exists`)
    expect(sayReason(reason('ORDER_STEP_REFUSED', { from: status, to: status }))).toBe(
      `An order that is ${word} can’t become ${word}.`,
    )
  }
  expect(sayReason(reason('PLACE_NOT_ASKED', { leg: 'open' }))).toMatch(/open orders\.$/)
  expect(sayReason(reason('PLACE_NOT_ASKED', { leg: 'id' }))).not.toMatch(/\bid\b/)
  expect(sayReason(reason('NOT_PLACED_HERE', { what: 'ioc' }))).toContain('IOC orders')
  expect(sayReason(reason('OTHER_TERMS', { fields: ['price', 'time-in-force'] }))).toContain('price and time in force')
})

test('a number comes with the word that belongs to it', () => {
  const days = { one: 'day', other: 'days' }
  expect([0, 1, 2, 21].map((count) => pluralOf('en')(count, days))).toEqual(['0 days', '1 day', '2 days', '21 days'])
  const polish = { one: 'dzień', other: 'dni' }
  expect([1, 5].map((count) => pluralOf('pl')(count, polish))).toEqual(['1 dzień', '5 dni'])
})

test.each([
  ['NOT_OF_THIS_VERSION', {}],
  ['constructor', {}],
  ['LIMITS', null],
  ['SEVERAL_MARKETS', { markets: 3 }],
])('what another version may have written is named, and ends nothing: %s %j', (code, params) => {
  expect(sayReason({ code, params } as unknown as Reason)).toBe(
    `This version of Prelist can’t show the details (${code}).`,
  )
})
