// What changed since the app was last used, and nothing else.

import { expect, it, test } from 'vitest'
import { createSinceLast } from '../../../../electron/services/list/since-last.ts'
import type { ListingEvent } from '../../../../shared/markets/listing.ts'
import type { Quote } from '../../../../shared/sources/quotes.ts'
import { startDesk } from '../../../support/start-backend.ts'

const SINCE = '2026-11-29T18:00:00.000Z'
const quote = (coinId: string, price: string, of: Partial<Quote> = {}) =>
  ({ coinId, price, currency: 'USD', simulated: false, ...of }) as Quote
const event = (eventId: number, seenAt: string, from: ListingEvent['from']) =>
  ({ eventId, seenAt, from }) as ListingEvent
const none = { items: [], next: null }

function sinceOf(then: Quote[], now: Quote[], events: ListingEvent[] = []) {
  let quotes = then
  const service = createSinceLast(
    SINCE,
    () => quotes,
    { events: () => ({ items: events, next: null }) },
    { page: () => none },
  )
  service.begin()
  quotes = now
  return service.get()
}

it('names prices that moved by a percent or more, the largest first, and never one that compares two things', () => {
  const { prices } = sinceOf(
    [quote('a', '100'), quote('b', '100'), quote('c', '1'), quote('d', '1'), quote('e', '0'), quote('g', '1')],
    [
      ...[quote('a', '101'), quote('b', '80'), quote('c', '1.0099'), quote('d', '2', { currency: 'EUR' })],
      ...[quote('e', '5'), quote('f', '5'), quote('g', '2', { simulated: true })],
    ],
  )
  expect(prices).toEqual([
    { coinId: 'b', from: '100', to: '80', currency: 'USD', change: '-0.2' },
    { coinId: 'a', from: '100', to: '101', currency: 'USD', change: '0.01' },
  ])
})

it('names stages that changed since, and not what was found for the first time', () => {
  const { stages } = sinceOf(
    [],
    [],
    [
      event(3, '2026-11-30T09:00:00.000Z', 'trading'),
      event(2, '2026-11-30T08:00:00.000Z', null),
      event(1, '2026-11-29T17:00:00.000Z', 'announced'),
    ],
  )
  expect(stages.map(({ eventId }) => eventId)).toEqual([3])
})

test('a new profile has no last time; later the time of the last act before this start counts', async () => {
  const desk = await startDesk()
  expect(await desk.ok('since.get', {})).toEqual({ since: null, prices: [], stages: [], orders: [] })
  const draft = await desk.ok('orders.draft', { accountId: 'practice', coinId: 'peaq', side: 'buy' })
  await desk.ok('orders.submit', { intentId: draft.intentId, type: 'market', size: { unit: 'quote', value: '50' } })
  await desk.restart()
  const first = await desk.ok('since.get', {})
  expect(first.since).not.toBeNull()
  // It ended before the app was closed.
  expect(first.orders).toEqual([])
})
