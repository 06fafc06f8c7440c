// Every code has its words, with whatever it is given; an exchange's words stand in them as they are.

import { expect, test } from 'vitest'
import { text } from '../../../renderer/messages/en.ts'
import { pluralOf } from '../../../renderer/messages/plural.ts'
import { sayReason } from '../../../renderer/messages/reasons/en.ts'
import { ORDER_STATUSES } from '../../../shared/order.ts'
import type { Kind } from '../../../shared/reasons/kinds.ts'
import { asText, nothingSent, REASONS, type Reason, reason } from '../../../shared/reasons/reason.ts'

/** Values of a kind that no words could come upon by themselves. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  text: 'k4nary',
  texts: ['k4nary', 'k5nary'],
  decimal: '0.4217',
  time: '2026-11-30T14:13:18.877Z',
  count: 417,
  flag: true,
  status: 'canceled',
  reason: asText('k6nary.'),
  reasons: [asText('k6nary.'), asText('k7nary.')],
}

function samplesOf(kind: Kind): unknown[] {
  if (typeof kind === 'object') return 'each' in kind ? [[], kind.each] : [...kind]
  const base = kind.endsWith('?') ? kind.slice(0, -1) : kind
  return kind.endsWith('?') ? [SAMPLES[base], null] : [SAMPLES[base]]
}

const all = Object.entries(REASONS).flatMap(([code, kinds]) => {
  const samples = Object.entries<Kind>(kinds).map(([name, kind]) => ({ name, values: samplesOf(kind) }))
  const most = Math.max(1, ...samples.map(({ values }) => values.length))
  return Array.from({ length: most }, (_, at): Reason => {
    const params = samples.map(({ name, values }) => [name, values[at % values.length]])
    return { code, params: Object.fromEntries(params) } as Reason
  })
})

test.each(all)('has words: %j', (one) => {
  const words = sayReason(one)
  expect(words).not.toMatch(/undefined|null|NaN|\[object|[A-Z]_[A-Z]/)
  expect(words.trim()).toBe(words)
  expect(words.length).toBeGreaterThan(3)
})

test('says what somebody else has said as it is, and nothing twice', () => {
  expect(sayReason(reason('EXCHANGE_SAID', { words: '<b>No.</b> -2010' }))).toBe('<b>No.</b> -2010')
  expect(sayReason(asText('An order of 2025 was lost.'))).toBe('An order of 2025 was lost.')
  expect(sayReason(nothingSent(reason('WORTH_MIN', { min: '5', asset: 'USDT' })))).toBe(
    'The order must be worth at least 5 USDT. Nothing was sent.',
  )
  expect(sayReason(nothingSent(reason('CLICK_OFF')))).toBe(sayReason(reason('CLICK_OFF')))
})

test('says statuses, places and terms of an order as the screens do, not as they are stored', () => {
  for (const status of ORDER_STATUSES) {
    const word = text.orders.status[status].word.toLowerCase()
    expect(sayReason(reason('ORDER_OVER', { status }))).toContain(`is ${word};`)
    expect(sayReason(reason('LATE_ORDER', { market: 'TEN/USDT', status }))).toContain(`called ${word} stands`)
    expect(sayReason(reason('ORDER_STEP_REFUSED', { from: status, to: status }))).toBe(
      `An order that is ${word} cannot become ${word}.`,
    )
  }
  expect(sayReason(reason('PLACE_NOT_ASKED', { leg: 'open' }))).toMatch(/open orders\.$/)
  expect(sayReason(reason('PLACE_NOT_ASKED', { leg: 'id' }))).not.toMatch(/\bid\b/)
  expect(sayReason(reason('NOT_PLACED_HERE', { what: 'ioc' }))).toContain('IOC orders')
  expect(sayReason(reason('OTHER_TERMS', { fields: ['price', 'time-in-force'] }))).toContain('price and time in force')
})

test('says a code of a later version by its name', () => {
  expect(sayReason({ code: 'OF_A_LATER_VERSION', params: {} } as unknown as Reason)).toBe('OF_A_LATER_VERSION')
})

test('a number comes with the word that belongs to it', () => {
  const days = { one: 'day', other: 'days' }
  expect([0, 1, 2, 21].map((count) => pluralOf('en')(count, days))).toEqual(['0 days', '1 day', '2 days', '21 days'])
  const polish = { one: 'dzień', other: 'dni' }
  expect([1, 5].map((count) => pluralOf('pl')(count, polish))).toEqual(['1 dzień', '5 dni'])
})
