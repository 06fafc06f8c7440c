// The book of a market as it is told: what the ticket shows, its age, and what is asked for beside it.

import { expect, test } from 'vitest'
import type { Fake } from '../../../exchanges/all.ts'
import type { VenueDesk } from '../../../faults/venue-desk.ts'
import { until } from '../../../support/until.ts'
import { TELLING_BOOKS, watchingDesk } from './stream-kit.ts'

const MARKET = 'PEAQ/USDT'
const DEPTH = /depth|book/i
const PRICES = /ticker|best_bid_ask/i

const preview = (desk: VenueDesk) =>
  desk.ok('portfolio.preview', {
    accountId: desk.accountId,
    coinId: 'peaq',
    side: 'buy',
    size: { unit: 'base', value: '5' },
  })
const market = async (desk: VenueDesk) =>
  (await desk.ok('markets.list', { accountId: desk.accountId })).find((one) => one.market === MARKET)

/** A desk whose ticket for the market is open, and that reads its book. */
async function readingDesk(fake: Fake): Promise<VenueDesk> {
  const desk = await watchingDesk(fake)
  desk.venue.streams.isOn = true
  await preview(desk)
  const { streams } = desk.venue
  await until(() => streams.readers(MARKET).length > 0)
  return desk
}

/** Tells of this book until it is taken in; time goes on a little so that it may be told. */
async function told(desk: VenueDesk, bid: string, ask: string): Promise<void> {
  desk.venue.streams.book(MARKET, bid, ask)
  for (;;) {
    desk.clock.advance(50)
    await until(() => true)
    const price = (await market(desk))?.price
    if (price?.bid === bid && price.ask === ask) return
  }
}

test.each(TELLING_BOOKS)('$venue: is told as it changes, with its age, and is not asked for', async (fake) => {
  const desk = await readingDesk(fake)
  await told(desk, '1.9', '2.1')
  const at = desk.clock.now()
  const asked = desk.venue.asked.length
  const shown = await preview(desk)
  expect(shown.estimate).toMatchObject({ price: '2.1', isWhole: true, at: expect.any(String) })
  expect(desk.venue.asked.slice(asked).filter((call) => DEPTH.test(call))).toEqual([])
  expect((await market(desk))?.price).toMatchObject({ bid: '1.9', ask: '2.1', last: '2' })
  await told(desk, '1.95', '2.05')
  expect(Date.parse((await market(desk))?.price?.at ?? '')).toBeGreaterThanOrEqual(at)
})

test.each(TELLING_BOOKS)('$venue: when it is told no more, it is asked for as ever', async (fake) => {
  const desk = await readingDesk(fake)
  await told(desk, '1.9', '2.1')
  for (const peer of desk.venue.streams.readers(MARKET)) peer.drop()
  desk.venue.streams.isOn = false
  desk.clock.advance(2_000)
  const asked = desk.venue.asked.length
  await preview(desk)
  expect(desk.venue.asked.slice(asked).filter((call) => PRICES.test(call))).not.toEqual([])
  expect((await market(desk))?.price).toMatchObject({ bid: '2', ask: '2' })
})

test.each(TELLING_BOOKS)('$venue: is listened to for half a minute after the ticket asked last', async (fake) => {
  const desk = await readingDesk(fake)
  const { streams } = desk.venue
  await told(desk, '1.9', '2.1')
  desk.clock.advance(20_000)
  await preview(desk)
  desk.clock.advance(20_000)
  await until(() => true)
  expect(streams.readers(MARKET)).toHaveLength(1)
  await desk.clock.sleeping(30_000)
  desk.clock.advance(30_000)
  await until(() => streams.readers(MARKET).length === 0)
})

test.each(TELLING_BOOKS)('$venue: one that crosses itself is believed no longer, and read anew', async (fake) => {
  const desk = await readingDesk(fake)
  await told(desk, '1.9', '2.1')
  const [old] = desk.venue.streams.readers(MARKET)
  desk.venue.streams.book(MARKET, '2.5', '2.6')
  await until(() => old === undefined || !desk.venue.streams.peers.has(old))
  expect((await market(desk))?.price?.bid).not.toBe('2.5')
})
