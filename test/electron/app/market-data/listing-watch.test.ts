// The listing watch over real HTTP: an exchange is asked for its list once its source is on, a change in its words is told once, over a
// restart too, and nothing is asked of it any more once it is off.

import { expect, it } from 'vitest'
import type { ListingEvent } from '../../../../shared/markets/listing.ts'
import { VENUE_HANDLES, venueState } from '../../../sources/venues.ts'
import { until } from '../../../support/until.ts'
import { type SourceDesk, startSourceDesk } from './source-desk.ts'

const MINUTE = 60_000
const LIST = '/api/v3/exchangeInfo'

const binance = VENUE_HANDLES['binance'] ?? expect.unreachable('there is no stand-in')

const listReads = (desk: SourceDesk) => desk.servers.binance.requests.filter(({ path }) => path === LIST).length

/** What is under way is over: a clock that is moved on while a request is would be a source that stalls. */
const quiet = (desk: SourceDesk) => desk.ok('sources.refresh', { source: 'binance' })

it('tells a change of a public list once, and asks an exchange that is off nothing', { timeout: 60_000 }, async () => {
  const desk = await startSourceDesk()
  const heard: ListingEvent[] = []
  desk.backend.on('listings.changed', (event) => void heard.push(event as ListingEvent))
  await desk.ok('listings.plan', {
    ...{ coinId: 'ola', venue: 'binance', market: 'OLA/USDT' },
    opensAt: new Date(desk.clock.now() + 300 * MINUTE).toISOString(),
  })
  desk.clock.advance(5 * MINUTE)
  await new Promise((resolve) => setImmediate(resolve))
  expect(desk.asked()).toEqual({})

  let changes = 0
  desk.backend.on('coins.changed', () => void changes++)
  await desk.ok('sources.save', { source: 'binance', enabled: true })
  await until(() => changes > 0)
  expect(await desk.ok('listings.list', { coinId: 'peaq' })).toContainEqual(
    expect.objectContaining({ venue: 'binance', market: 'PEAQ/USDT', stage: 'trading', source: 'list', since: null }),
  )
  const seenOf = async () => (await desk.ok('coins.list')).find(({ id }) => id === 'peaq')?.seen
  expect(await seenOf()).toMatchObject([{ venue: 'binance', market: 'PEAQ/USDT', stage: 'trading' }])
  expect((await desk.ok('coins.get', { coinId: 'peaq' })).seen).toEqual(await seenOf())
  expect((await desk.ok('watchlist.set', { coinId: 'peaq', watched: true })).seen).toEqual(await seenOf())
  expect(heard).toEqual([])
  await quiet(desk)
  desk.servers.binance.handle = binance({ ...venueState(), status: 'HALT' })
  desk.clock.advance(MINUTE)
  await until(() => heard.length > 0)
  expect(heard).toMatchObject([
    { venue: 'binance', market: 'PEAQ/USDT', coinIds: ['peaq'], from: 'trading', to: 'halted', at: expect.any(String) },
  ])
  expect(await desk.ok('listings.events', {})).toEqual(heard)
  expect(await desk.ok('notifications.list', {})).toMatchObject([{ kind: 'listing', coinId: 'peaq', venue: 'binance' }])
  // An answer that is cut off says nothing of what is missing.
  await quiet(desk)
  desk.servers.binance.always = { kind: 'truncated' }
  const cut = listReads(desk)
  desk.clock.advance(MINUTE)
  await until(() => listReads(desk) > cut)
  await quiet(desk)
  desk.servers.binance.always = null
  const reads = listReads(desk)
  // It rests after that, and so does whatever asks it.
  desk.clock.advance(2 * MINUTE)
  await desk.restart()
  desk.backend.on('listings.changed', (event) => void heard.push(event as ListingEvent))
  await until(() => listReads(desk) > reads)
  expect(await desk.ok('listings.list', { coinId: 'peaq' })).toMatchObject([{ stage: 'halted' }])
  expect(heard).toHaveLength(1)

  await desk.ok('sources.save', { source: 'binance', enabled: false })
  expect((await desk.ok('coins.list')).flatMap(({ seen }) => seen ?? [])).toEqual([])
  const before = listReads(desk)
  for (let turn = 0; turn < 60; turn += 1) {
    desk.clock.advance(15_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(listReads(desk)).toBe(before)
})
