// Prices by the exchange's own time, where it tells one; and balances of several accounts, each with its own age.

import { expect, test } from 'vitest'
import { FAKES, type Fake } from '../../exchanges/all.ts'
import { COINBASE_KEY } from '../../exchanges/coinbase/api.ts'
import { Engine } from '../../exchanges/engine.ts'
import { startVenue } from '../../exchanges/start-venue.ts'
import { startVenueDesk, type VenueDesk } from '../../faults/venue-desk.ts'

const PEAQ = 'PEAQ/USDT'
const HOURS_6 = 6 * 3_600_000
/** Kraken's and Gate's tickers carry no time; Bybit's one is that of its answer. */
const DATED = FAKES.filter(({ standIn }) => standIn.datesPrices)
const ticketOf = ({ accountId }: VenueDesk) => ({ accountId, coinId: 'peaq', side: 'buy' })

test.each(DATED)('$venue: a price of six hours ago is told as that, and no market order goes by it', async (fake) => {
  const desk = await startVenueDesk(fake, { tickerAge: { [PEAQ]: HOURS_6 } })
  const { quote } = await desk.ok('orders.draft', ticketOf(desk))
  const now = desk.clock.now()
  expect(quote).toMatchObject({ at: new Date(now - HOURS_6).toISOString(), receivedAt: new Date(now).toISOString() })
  const { monotonicMs } = await desk.ok('app.status')
  expect(monotonicMs - (quote?.asOfMs ?? 0)).toBe(HOURS_6)
  expect(await desk.submit()).toBe('PRICE_UNKNOWN')
  expect(desk.venue.sent).toEqual([])
})

test.each(DATED)('$venue: a price that is dated ahead of the exchange’s own clock is of no known age', async (fake) => {
  const desk = await startVenueDesk(fake, { tickerAge: { [PEAQ]: -60_000 } })
  const { quote } = await desk.ok('orders.draft', ticketOf(desk))
  expect(quote).toMatchObject({ ask: '2', asOfMs: null })
  expect(await desk.submit()).toBe('PRICE_UNKNOWN')
})

test.each(DATED)('$venue: its time is held against its own clock, not against this machine’s', async (fake) => {
  const desk = await startVenueDesk(fake, {}, {}, -HOURS_6)
  expect(await desk.submit()).toMatchObject({ side: 'buy' })
})

test.each(FAKES.filter((fake) => !DATED.includes(fake)))(
  '$venue: without a time it is of when it came in',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    const { quote } = await desk.ok('orders.draft', ticketOf(desk))
    expect(quote?.at).toBe(quote?.receivedAt)
    expect(quote?.asOfMs).toBe((await desk.ok('app.status')).monotonicMs)
  },
)

test('balances of two accounts are as old as the older ones, and each has its age', async () => {
  const [binance, coinbase] = ['binance', 'coinbase'].map((name) => FAKES.find(({ venue }) => venue === name) as Fake)
  if (binance === undefined || coinbase === undefined) throw new Error('no fake exchange')
  const second = await startVenue(coinbase.dialect, new Engine(() => clock(), { keyRule: coinbase.record.keyRule }))
  let clock = () => Date.now()
  const desk = await startVenueDesk(binance, {}, { 'coinbase:test': second.url })
  clock = desk.clock.monotonic
  await desk.ok('accounts.add', { venue: 'coinbase', environment: 'test', label: 'Other', ...COINBASE_KEY })
  const first = await desk.ok('portfolio.get', { environment: 'test' })
  expect(first).toMatchObject({ asOf: new Date(desk.clock.now()).toISOString(), asOfMs: desk.clock.monotonic() })

  second.closed = { status: 503, body: {} }
  await desk.pass(360_000)
  const later = await desk.ok('portfolio.get', { environment: 'test' })
  const now = desk.clock.monotonic()
  expect(later.asOfMs).toBe(now - 360_000)
  expect(later.accounts.map(({ asOfMs }) => now - (asOfMs ?? 0))).toEqual([0, 360_000])
})
