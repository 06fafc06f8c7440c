// Prices and candles that need no key, from each exchange's own documented answers and by contract address, to the page.

import { expect, it } from 'vitest'
import { PUBLIC_VENUES } from '../../../../shared/sources/sources.ts'
import { AT_MS, VENUE_HANDLES } from '../../../sources/venues.ts'
import { startSourceDesk } from './source-desk.ts'

const AT = new Date(AT_MS).toISOString()
/** These tell no time of a ticker, and Kraken no change of a day. */
const NO_TIME: readonly string[] = ['kraken', 'coinbase', 'gate']

it('plays every exchange whose public data is read', () => {
  expect(Object.keys(VENUE_HANDLES)).toEqual([...PUBLIC_VENUES])
})

it.each(PUBLIC_VENUES)(
  '%s: the last price as it was sent, with bid, ask, change and volume of a day',
  async (venue) => {
    const desk = await startSourceDesk()
    await desk.on(venue)
    const [quote] = await desk.ok('quotes.list', { coinIds: ['peaq'] })
    const currency = venue === 'kraken' || venue === 'coinbase' ? 'USD' : 'USDT'
    expect(quote).toMatchObject({ coinId: 'peaq', price: '0.2005', source: venue, venue, market: `PEAQ/${currency}` })
    expect(quote).toMatchObject({ currency, basis: 'market', simulated: false, marketCap: null })
    expect(quote?.bid).toBe(venue === 'coinbase' ? null : '0.2004')
    expect(quote?.ask).toBe(venue === 'coinbase' ? null : '0.2006')
    expect(quote?.change24h).toBe(venue === 'kraken' ? null : '0.0025')
    expect(Number(quote?.volume24h)).toBeGreaterThan(0)
    expect(quote?.at).toBe(NO_TIME.includes(venue) ? null : AT)

    const history = await desk.ok('history.get', { coinId: 'peaq', range: '7d' })
    const [candle] = history.candles
    expect(history).toMatchObject({ source: venue, venue, market: `PEAQ/${currency}`, currency, problem: null })
    expect(candle).toMatchObject({ open: '0.1', high: '0.3', low: '0.09', close: '0.2005', volume: '12.5' })
    expect(candle?.at).toBe(new Date(AT_MS - 60_000).toISOString())
    // The same again comes from what is kept.
    const before = desk.asked()
    await desk.ok('history.get', { coinId: 'peaq', range: '7d' })
    expect(desk.asked()).toEqual(before)
  },
)

it('DefiLlama: a price by contract address alone, to its last digit, with how sure it is', async () => {
  const desk = await startSourceDesk()
  await desk.on('defillama')
  // The contracts that the catalogue names are asked for at once, in one request.
  expect(desk.asked()).toEqual({ defillama: 1 })
  const [quote, ...others] = await desk.ok('quotes.list', { coinIds: ['dolomite', 'movement', 'ola'] })
  expect(others).toEqual([])
  expect(quote).toMatchObject({
    price: '0.123456789012345678',
    currency: 'USD',
    source: 'defillama',
    basis: 'contract',
  })
  expect(quote).toMatchObject({ venue: null, confidence: '0.99', at: AT })
  const { candles, source } = await desk.ok('history.get', { coinId: 'dolomite', range: '30d' })
  expect(source).toBe('defillama')
  expect(candles).toEqual([
    {
      at: new Date(AT_MS - 60_000).toISOString(),
      open: null,
      high: null,
      low: null,
      close: '0.123456789012345678',
      volume: null,
    },
  ])
})

it('what is kept is shown after a start without any network, with its age, and nothing is zero', async () => {
  const desk = await startSourceDesk()
  await desk.on('binance')
  const before = await desk.ok('quotes.list', { coinIds: ['peaq'] })
  await Promise.all(Object.values(desk.servers).map((server) => server.close()))
  await desk.restart()
  expect(await desk.ok('quotes.list', { coinIds: ['peaq'] })).toEqual(before)
  desk.clock.jump(3_600_000)
  await desk.ok('sources.refresh', { source: 'binance' })
  const [source] = (await desk.ok('sources.list', {})).filter((each) => each.source === 'binance')
  expect(source?.lastError?.code).toBe('SOURCE_UNREACHED')
  expect(source?.lastAnswerAt).toBe('2026-11-23T12:00:00.000Z')
  expect(await desk.ok('quotes.list', { coinIds: ['peaq'] })).toEqual(before)
})
