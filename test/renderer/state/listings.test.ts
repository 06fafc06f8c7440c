// Listings on the page: events once and in order, plans, and the answer to the question whose coin it is.

import { beforeEach, expect, test } from 'vitest'
import {
  confirmListing,
  loadEarlierEvents,
  loadEvents,
  loadMeanings,
  loadPreflight,
  noteEvent,
  savePlan,
  showListings,
} from '../../../renderer/state/listings/listings-actions.ts'
import { plansOf, useListings } from '../../../renderer/state/listings/listings-store.ts'
import type { Listing, ListingEvent, Preflight } from '../../../shared/markets/listing.ts'
import { refuse } from '../fakes/fake-contract.ts'
import type { FakeDesktop } from '../fakes/fake-desktop.ts'
import { setUpPage } from '../fakes/setup-page.ts'

let desktop: FakeDesktop

beforeEach(() => {
  desktop = setUpPage()
})

const event = (eventId: number, patch: Partial<ListingEvent> = {}): ListingEvent => ({
  ...{ eventId, venue: 'kraken', market: 'PEAQ/USD', coinIds: ['peaq'], match: 'ticker', from: null, to: 'announced' },
  ...{ at: null, seenAt: '2026-11-30T12:00:00.000Z', opensAt: null, closesAt: null, ...patch },
})
const ids = () => useListings.getState().events.value?.map(({ eventId }) => eventId)
const asked = (name: string) => desktop.calls.filter((call) => call.name === name).length

test('an event stands once in the list, and the newest first', async () => {
  desktop.state.listings.events = [event(2), event(1)]
  await loadEvents()
  noteEvent(event(3))
  noteEvent(event(3))
  expect(ids()).toEqual([3, 2, 1])
})

test('one event alone is no list before the list was read', () => {
  noteEvent(event(3))
  expect(ids()).toBeUndefined()
})

test('earlier events are read a page at a time', async () => {
  desktop.answer('listings.eventsPage', ({ before }) =>
    before === undefined ? { items: [event(9)], next: 9 } : { items: [event(before - 1)], next: null },
  )
  await loadEvents()
  await loadEarlierEvents()
  await loadEarlierEvents()
  expect(ids()).toEqual([9, 8])
  expect(asked('listings.eventsPage')).toBe(2)
})

test('an event of the open coin brings its listings and plans anew, one of another coin does not', async () => {
  await showListings('peaq')
  noteEvent(event(1, { coinIds: ['ten'] }))
  expect(asked('listings.list')).toBe(1)
  noteEvent(event(2))
  expect([asked('listings.list'), asked('listings.plans')]).toEqual([2, 2])
})

test('a plan is kept with its coin, the next opening first, and taken away', async () => {
  await showListings('peaq')
  const plan = { coinId: 'peaq', venue: 'okx', market: 'PEAQ/USDT' }
  await savePlan({ ...plan, opensAt: '2026-12-02T12:00:00.000Z' })
  await savePlan({ ...plan, venue: 'kraken', opensAt: '2026-12-01T12:00:00.000Z' })
  const venues = () => plansOf(useListings.getState().plans.value, 'peaq').map(({ venue }) => venue)
  expect(venues()).toEqual(['kraken', 'okx'])
  await savePlan({ ...plan, opensAt: null })
  expect(venues()).toEqual(['kraken'])
})

test('a plan that is refused is not shown', async () => {
  await showListings('peaq')
  desktop.answer('listings.plan', () => refuse('BAD_INPUT', 'That time has passed.'))
  const plan = { coinId: 'peaq', venue: 'okx', market: 'PEAQ/USDT', opensAt: '2020-01-01T00:00:00.000Z' }
  expect(await savePlan(plan)).toBe(false)
  expect(useListings.getState().plans.value).toEqual([])
})

test('of another coin nothing is shown under the name of this one', async () => {
  desktop.state.listings.listings = [{ coinId: 'peaq', venue: 'kraken', market: 'PEAQ/USD' } as Listing]
  await showListings('peaq')
  await loadPreflight('peaq')
  const late: ((preflight: Preflight) => void)[] = []
  desktop.answer('listings.preflight', () => new Promise<Preflight>((resolve) => late.push(resolve)) as never)
  const checking = loadPreflight('peaq')
  await showListings('ten')
  late[0]?.({ coinId: 'peaq', checkedAt: '', targets: [] })
  await checking
  const { listings, preflight } = useListings.getState()
  expect([listings.value, preflight.value]).toEqual([[], null])
})

test('an answer is for the whole exchange, and the listings are read anew', async () => {
  await showListings('peaq')
  await confirmListing({ venue: 'kraken', market: 'PEAQ/USD', coinId: 'peaq', same: false })
  expect(desktop.calls.find(({ name }) => name === 'listings.confirm')?.input).not.toHaveProperty('accountId')
  expect(asked('listings.list')).toBe(2)
})

test('what a coin without a market can mean is asked of that coin', async () => {
  await loadMeanings('lurk')
  expect(useListings.getState().meanings.value?.map(({ meaning }) => meaning)).toContain('staged')
})

test('a ticket that asks about one coin leaves the listings of the other, which is open beside it, as they are', async () => {
  desktop.state.listings.listings = [
    { coinId: 'peaq', venue: 'kraken', market: 'PEAQ/USD' } as Listing,
    { coinId: 'lurk', venue: 'okx', market: 'LURK/USDT' } as Listing,
  ]
  await showListings('peaq')
  await loadMeanings('lurk')
  noteEvent(event(1))
  await Promise.resolve()
  const { coinId, listings, meaningsOf, meanings } = useListings.getState()
  expect([coinId, listings.value?.map((row) => row.coinId)]).toEqual(['peaq', ['peaq']])
  expect([meaningsOf, meanings.value === null]).toEqual(['lurk', false])
  const again = loadMeanings('parcl')
  await showListings('ten')
  await again
  expect(useListings.getState().meanings).toMatchObject({ loading: false, error: null })
})

test('what one coin can mean never stands under the name of the next', async () => {
  await loadMeanings('lurk')
  const late = loadMeanings('lurk')
  desktop.answer('listings.notTradingYet', () => refuse('STORAGE_FAILED', 'The disk is full.'))
  await loadMeanings('parcl')
  await late
  const { meaningsOf, meanings } = useListings.getState()
  expect([meaningsOf, meanings.value]).toEqual(['parcl', null])
})
