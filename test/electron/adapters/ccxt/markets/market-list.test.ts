// When the list of markets is read again: what opens, halts or is taken off is known soon, and one dead market costs only
// itself.

import { describe, expect, test } from 'vitest'
import { FAKES, type Fake } from '../../../../exchanges/all.ts'
import type { Manners } from '../../../../exchanges/engine.ts'
import { startVenueDesk, type VenueDesk } from '../../../../faults/venue-desk.ts'

const [PEAQ, MOVE] = ['PEAQ/USDT', 'MOVE/USDT'] as const
const at = (venue: string) => FAKES.find((each) => each.venue === venue) as Fake

const become = (desk: VenueDesk, manners: Partial<Manners>) => {
  desk.engine.manners = { ...desk.engine.manners, ...manners }
}
const ticket = ({ accountId }: VenueDesk) => ({ accountId, coinId: 'peaq', side: 'buy' })
const stageOf = async (desk: VenueDesk) => {
  const markets = await desk.ok('markets.list', { accountId: desk.accountId })
  return markets.find(({ market }) => market === PEAQ)?.stage ?? null
}
/** How often the list was asked for. */
const lists = ({ venue }: VenueDesk) =>
  venue.asked.filter((path) => /exchangeInfo|AssetPairs|market\/products|instruments|spot\/currency_pairs/.test(path))
    .length

describe.each(FAKES)('$venue', (fake) => {
  test('a market that opens is there within a minute, and one that halts is known within one', async () => {
    const desk = await startVenueDesk(fake, { unlisted: [PEAQ] })
    expect(await desk.code('orders.draft', ticket(desk))).toBe('NO_MARKET')
    become(desk, { unlisted: [] })
    await desk.pass(60_000)
    expect(await stageOf(desk)).toBe('trading')
    become(desk, { words: { [PEAQ]: fake.standIn.halted } })
    await desk.pass(60_000)
    expect(await stageOf(desk)).not.toBe('trading')
    expect(await desk.submit()).toBe('MARKET_CLOSED')
  })

  test('one market that the exchange knows no more costs only itself', async () => {
    const desk = await startVenueDesk(fake)
    await desk.ok('orders.draft', ticket(desk))
    become(desk, { unlisted: [MOVE], price: 3 })
    desk.clock.advance(2_000)
    const [peaq, move] = await Promise.all(
      [PEAQ, MOVE].map(async (name) => {
        const markets = await desk.ok('markets.list', { accountId: desk.accountId })
        return markets.find(({ market }) => market === name)
      }),
    )
    expect(peaq?.price).toMatchObject({ ask: '3', asOfMs: desk.clock.monotonic() })
    expect(move?.price?.asOfMs ?? 0).toBeLessThan(desk.clock.monotonic())
    expect(await desk.submit()).toMatchObject({ side: 'buy' })
  })

  test('after a refusal the list is read at once', async () => {
    const desk = await startVenueDesk(fake)
    await stageOf(desk)
    become(desk, { words: { [PEAQ]: fake.standIn.halted } })
    const body = JSON.stringify({ code: -1013, msg: 'Market is closed.' })
    desk.venue.faults.push({ kind: 'reply', when: 'before', status: 400, body })
    await desk.submit()
    desk.clock.advance(2_000)
    expect(await stageOf(desk)).not.toBe('trading')
  })

  test('otherwise it is read once a minute, and an order does not wait for it', async () => {
    const desk = await startVenueDesk(fake)
    await stageOf(desk)
    const before = lists(desk)
    for (let seconds = 2; seconds < 60; seconds += 2) {
      desk.clock.advance(2_000)
      await stageOf(desk)
    }
    expect(lists(desk)).toBe(before)
  })
})

test('Binance and Kraken: the dead market is left out of what is asked from then on', async () => {
  for (const venue of ['binance', 'kraken']) {
    const desk = await startVenueDesk(at(venue))
    await stageOf(desk)
    become(desk, { unlisted: [MOVE] })
    desk.clock.advance(2_000)
    await stageOf(desk)
    desk.clock.advance(2_000)
    const before = desk.venue.asked.length
    await stageOf(desk)
    const tickers = desk.venue.asked.slice(before).filter((path) => /[Tt]icker/.test(path))
    expect(tickers).toHaveLength(1)
  }
})

test('around an opening that is told the list is read every five seconds', async () => {
  const start = Date.UTC(2026, 10, 23, 12)
  const listTime = String(start + 90_000)
  const desk = await startVenueDesk(at('okx'), { words: { [PEAQ]: { state: 'preopen', listTime } } })
  expect(await stageOf(desk)).toBe('pre-launch')
  const before = lists(desk)
  for (let seconds = 0; seconds < 90; seconds += 5) {
    desk.clock.advance(5_000)
    expect(await stageOf(desk)).toBe('pre-launch')
  }
  expect(lists(desk) - before).toBe(18)
  become(desk, { words: { [PEAQ]: { state: 'live', listTime } } })
  desk.clock.advance(5_000)
  expect(await stageOf(desk)).toBe('trading')
})
