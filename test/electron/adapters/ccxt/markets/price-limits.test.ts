// The exchange's own bounds of a limit price, from what it tells to what the ticket refuses: only what is fresh and its own
// refuses, and no request for it stands between the click and the order.

import { describe, expect, test } from 'vitest'
import { createBudget } from '../../../../../electron/adapters/ccxt/budget.ts'
import { openClient } from '../../../../../electron/adapters/ccxt/client.ts'
import { readPriceLimits } from '../../../../../electron/adapters/ccxt/markets/price-limits.ts'
import type { Transport } from '../../../../../electron/adapters/ccxt/transport.ts'
import { sayReason } from '../../../../../renderer/messages/reasons/en.ts'
import type { Preview } from '../../../../../shared/order.ts'
import { recordOf } from '../../../../../shared/venues/records.ts'
import { FAKES, type Fake } from '../../../../exchanges/all.ts'
import type { Manners } from '../../../../exchanges/engine.ts'
import { startVenueDesk, type VenueDesk } from '../../../../faults/venue-desk.ts'
import { makeAppClock } from '../../../../support/app-clock.ts'

const at = (venue: string) => FAKES.find((fake) => fake.venue === venue) as Fake

const FILTER = {
  filterType: 'PERCENT_PRICE_BY_SIDE',
  ...{ bidMultiplierUp: '1.2', bidMultiplierDown: '0.2', askMultiplierUp: '5', askMultiplierDown: '0.8' },
  avgPriceMins: 5,
}
const TICK = { filterType: 'PRICE_FILTER', minPrice: '0.0001', maxPrice: '100000', tickSize: '0.0001' }
const LOT = { filterType: 'LOT_SIZE', minQty: '0.1', maxQty: '9000000', stepSize: '0.1' }
const filters = [TICK, LOT, { filterType: 'NOTIONAL', minNotional: '5', applyMinToMarket: true }, FILTER]
const BANDED = { words: { 'PEAQ/USDT': { filters } } }

const PATHS: Readonly<Record<string, string>> = {
  binance: 'GET /api/v3/avgPrice',
  bybit: 'GET /v5/market/price-limit',
  okx: 'GET /api/v5/public/price-limit',
}

const buy = (price: string) => ({ type: 'limit', size: { unit: 'base', value: '10' }, price }) as const

async function look(desk: VenueDesk, price: string, side: 'buy' | 'sell' = 'buy'): Promise<Preview> {
  const { accountId } = desk
  return desk.ok('portfolio.preview', { accountId, coinId: 'peaq', side, size: { unit: 'base', value: '10' }, price })
}
const bound = ({ problems }: Pick<Preview, 'problems'>) =>
  problems.filter(({ code }) => code === 'SIZE_LIMIT').map(({ reason }) => sayReason(reason))

/** [exchange, manners, a price that its bounds let pass, one beyond them, what is said of it] */
const ROWS: [string, Partial<Manners>, string, string, string][] = [
  // The market is at 2, its average at 1.7: 2.04 is the most, where the last price would let 2.4 pass.
  ['binance', { ...BANDED, average: 1.7 }, '2.04', '2.05', 'The exchange takes prices from 0.34 to 2.04 USDT now.'],
  [
    'binance',
    { ...BANDED, average: 1.7, reference: 1.8 },
    '2.1',
    '2.17',
    'The exchange takes prices from 0.36 to 2.16 USDT now.',
  ],
  [
    'bybit',
    { priceLimits: { buy: 2.05, sell: 1.95 } },
    '2.05',
    '2.06',
    'The exchange takes prices up to 2.05 USDT now.',
  ],
  ['okx', { priceLimits: { buy: 2.05, sell: 1.95 } }, '2.05', '2.06', 'The exchange takes prices up to 2.05 USDT now.'],
]

describe.each(ROWS)('%s %j', (venue, manners, inside, beyond, words) => {
  test('by its own fresh number a price is let pass or refused, and nothing is sent', async () => {
    const desk = await startVenueDesk(at(venue), manners)
    expect(bound(await look(desk, inside))).toEqual([])
    const { problems, warnings } = await look(desk, beyond)
    expect(bound({ problems })).toEqual([words])
    expect(warnings).toEqual([])
    expect(await desk.submit({ ...buy(beyond), acceptFarPrice: true })).toBe('SIZE_LIMIT')
    expect(desk.venue.sent).toHaveLength(0)
    expect(await desk.submit({ ...buy(inside), acceptFarPrice: true })).toMatchObject({ price: inside })
  })

  test('an old number refuses nothing: the exchange does, in its own words', async () => {
    const desk = await startVenueDesk(at(venue), manners)
    await look(desk, beyond)
    await desk.pass(11_000)
    const asked = () => desk.venue.asked.filter((each) => each === PATHS[venue]).length
    const before = asked()
    const order = await desk.submit({ ...buy(beyond), acceptFarPrice: true })
    expect(order).toMatchObject({ status: 'rejected' })
    expect(desk.venue.sent).toHaveLength(1)
    // Nothing was asked between the click and the order.
    expect(asked()).toBe(before)
  })

  test('where it is not told it is a warning at most', async () => {
    const desk = await startVenueDesk(at(venue), manners)
    const silent = [PATHS[venue], 'GET /api/v3/referencePrice']
    desk.venue.rewrite = ({ method, path }, reply) =>
      silent.includes(`${method} ${path}`) ? { status: 503, body: {} } : reply
    const { problems } = await look(desk, beyond)
    expect(problems.filter(({ code }) => code === 'SIZE_LIMIT')).toEqual([])
  })
})

test('a sale is bounded from below, by the other pair', async () => {
  const desk = await startVenueDesk(at('binance'), { ...BANDED, average: 3 })
  desk.engine.balances.set('PEAQ', 100)
  expect(bound(await look(desk, '2.39', 'sell'))).toEqual(['The exchange takes prices from 2.4 to 15 USDT now.'])
  const okx = await startVenueDesk(at('okx'), { priceLimits: { buy: 2.05, sell: 1.95 } })
  okx.engine.balances.set('PEAQ', 100)
  expect(bound(await look(okx, '1.94', 'sell'))).toEqual(['The exchange takes prices from 1.95 USDT up now.'])
})

test('a market order asks for none of it, and typing asks once in five seconds', async () => {
  const desk = await startVenueDesk(at('binance'), BANDED)
  const asked = () => desk.venue.asked.filter((each) => each === PATHS['binance']).length
  const { accountId } = desk
  await desk.ok('portfolio.preview', { accountId, coinId: 'peaq', side: 'buy', size: { unit: 'quote', value: '50' } })
  expect(asked()).toBe(0)
  for (const price of ['2', '2.1', '2.2']) await look(desk, price)
  expect(asked()).toBe(1)
  desk.clock.advance(5_000)
  await look(desk, '2.3')
  expect(asked()).toBe(2)
})

describe('of answers that nobody has documented nothing is made', () => {
  const limitsOf = async (venue: string, answers: Readonly<Record<string, unknown>>, info: object = { filters }) => {
    const clock = makeAppClock()
    const place = { venue, environment: 'live', host: 'http://127.0.0.1:9' } as const
    const { exchange } = await openClient(place, null, clock, createBudget(clock, recordOf(venue)))
    const market = { id: 'PEAQUSDT', symbol: 'PEAQ/USDT', base: 'PEAQ', quote: 'USDT', spot: true, info }
    exchange.markets = { 'PEAQ/USDT': market } as unknown as typeof exchange.markets
    for (const [method, answer] of Object.entries(answers)) Reflect.set(exchange, method, async () => answer)
    const transport = {
      watch: async (_rules: object, call: () => Promise<unknown>) => ({
        result: { ok: true, value: await call() },
        ...{ outcomes: [], written: [] },
      }),
    } as unknown as Transport
    return readPriceLimits({ exchange, transport, venueNow: () => clock.now() }, { deadlineMs: 1 }, clock, 'PEAQ/USDT')
  }
  const none = { publicGetReferencePrice: { referencePrice: null } }
  const average = (told: object) => ({ ...none, publicGetAvgPrice: told })

  test('Binance: another span, no price, no word on the reference', async () => {
    expect(await limitsOf('binance', average({ mins: 5, price: '2' }))).toMatchObject({
      buy: { low: '0.4', high: '2.4' },
      sell: { low: '1.6', high: '10' },
    })
    for (const told of [
      { mins: 1, price: '2' },
      { price: '2' },
      { mins: 5, price: '0' },
      { mins: 5, price: null },
      {},
      null,
    ]) {
      expect(await limitsOf('binance', average(told as object)), JSON.stringify(told)).toBeNull()
    }
    const unsure = { publicGetReferencePrice: {}, publicGetAvgPrice: { mins: 5, price: '2' } }
    expect(await limitsOf('binance', unsure)).toBeNull()
    const both = [FILTER, { filterType: 'PERCENT_PRICE', multiplierUp: '5', multiplierDown: '0.2', avgPriceMins: 1 }]
    expect(await limitsOf('binance', average({ mins: 5, price: '2' }), { filters: both })).toBeNull()
  })

  test.each<[string, string, object, object]>([
    ['bybit', 'publicGetV5MarketPriceLimit', { symbol: 'PEAQUSDT' }, { result: {} }],
    ['okx', 'publicGetPublicPriceLimit', { instId: 'PEAQUSDT', enabled: true }, { data: [] }],
  ])('%s', async (venue, method, row, empty) => {
    const answer = (more: object) =>
      limitsOf(venue, { [method]: venue === 'okx' ? { data: [{ ...row, ...more }] } : { result: { ...row, ...more } } })
    const told = { buyLmt: '2.1', sellLmt: '1.9', ts: '1' }
    expect(await answer(told)).toMatchObject({ buy: { low: null, high: '2.1' }, sell: { low: '1.9', high: null } })
    for (const more of [
      { ...told, buyLmt: '' },
      { ...told, sellLmt: null },
      { ...told, buyLmt: '-1' },
      { ...told, sellLmt: '0' },
      { ...told, symbol: 'BTCUSDT', instId: 'BTCUSDT' },
      { ...told, buyLmt: { a: 1 } },
    ]) {
      expect(await answer(more), JSON.stringify(more)).toBeNull()
    }
    expect(await limitsOf(venue, { [method]: empty })).toBeNull()
    expect(await limitsOf(venue, { [method]: null })).toBeNull()
  })

  test('OKX: limits that are not in force bound nothing', async () => {
    const row = { instId: 'PEAQUSDT', enabled: false, buyLmt: '', sellLmt: '', ts: '1' }
    const open = { low: null, high: null }
    expect(await limitsOf('okx', { publicGetPublicPriceLimit: { data: [row] } })).toMatchObject({
      buy: open,
      sell: open,
    })
    const odd = { ...row, enabled: 'false' }
    expect(await limitsOf('okx', { publicGetPublicPriceLimit: { data: [odd] } })).toBeNull()
  })

  test('what is dated ahead of now is not fresh', async () => {
    const row = { instId: 'PEAQUSDT', enabled: true, buyLmt: '2', sellLmt: '1', ts: '9999999999999' }
    expect(await limitsOf('okx', { publicGetPublicPriceLimit: { data: [row] } })).toMatchObject({ ageMs: null })
  })
})
