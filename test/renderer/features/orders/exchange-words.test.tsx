// The exchange's own words stand in an order's details as they came, as text, and once only.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OrderDetails } from '../../../../renderer/features/orders/OrderDetails.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import type { Attempt } from '../../../../shared/order.ts'
import { asText, reason } from '../../../../shared/reasons/reason.ts'
import { anOrder } from '../../fakes/fake-orders.ts'

const FIRST: Attempt = {
  number: 1,
  startedAt: '2026-11-23T10:00:00.000Z',
  outcome: 'unknown',
  sent: 'whole',
  detail: null,
  words: '50013: Systems are <b>busy</b>.',
  validUntil: null,
}
const details = (changes: Parameters<typeof anOrder>[0]) =>
  renderToStaticMarkup(<OrderDetails order={anOrder(changes)} />)
const times = (markup: string, words: string) => markup.split(words).length - 1

test('the words of each answer are shown under their own name, as text', () => {
  const second = { ...FIRST, number: 2, words: '51054: Request timed out.' }
  const markup = details({ status: 'unknown', reason: asText('Being looked for.'), attempts: [FIRST, second] })
  expect(times(markup, text.orders.facts.words)).toBe(2)
  expect(markup).toContain('50013: Systems are &lt;b&gt;busy&lt;/b&gt;.')
  expect(markup).toContain('51054: Request timed out.')
})

test('words that are the reason already, or that nobody said, are not shown again', () => {
  const words = '51008: Order failed.'
  const refused = details({
    status: 'rejected',
    reason: reason('EXCHANGE_SAID', { words }),
    attempts: [{ ...FIRST, outcome: 'refused', words }],
  })
  expect([times(refused, words), times(refused, text.orders.facts.words)]).toEqual([1, 0])
  const lost = details({ status: 'unknown', reason: asText('Lost.'), attempts: [{ ...FIRST, words: null }] })
  expect(times(lost, text.orders.facts.words)).toBe(0)
})
