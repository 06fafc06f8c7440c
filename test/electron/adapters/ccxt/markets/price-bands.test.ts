// Which prices an exchange takes, out of the documented forms of its list of markets, and what a desk makes of it.

import { describe, expect, it } from 'vitest'
import type { Venue } from '../../../../../electron/exchanges/common/library.ts'
import { adapterOf } from '../../../../../electron/exchanges/registry.ts'
import { FAKES, type Fake } from '../../../../exchanges/all.ts'
import { startVenueDesk } from '../../../../faults/venue-desk.ts'

const BINANCE = FAKES[0] as Fake
const at = (id: string) => ({ id, numberToString: String }) as unknown as Venue
const exchange = at('binance')
const priceBandsOf = (asked: Venue, info: unknown) => adapterOf(asked.id).priceBands(asked, info)
const worthOfMarketOrders = (asked: Venue, info: unknown) => adapterOf(asked.id).worthOfMarketOrders(info)
const bands = (...filters: object[]) => priceBandsOf(exchange, { filters })

const BY_SIDE = {
  filterType: 'PERCENT_PRICE_BY_SIDE',
  bidMultiplierUp: '1.2',
  bidMultiplierDown: '0.2',
  askMultiplierUp: '5',
  askMultiplierDown: '0.8',
  avgPriceMins: 5,
}
const BOTH = { filterType: 'PERCENT_PRICE', multiplierUp: '1.3000', multiplierDown: '0.7000', avgPriceMins: 5 }

describe('the bounds of Binance', () => {
  it('are the bid pair for a buy and the ask pair for a sale', () => {
    expect(bands(BY_SIDE)).toEqual({
      buy: { low: '0.2', high: '1.2' },
      sell: { low: '0.8', high: '5' },
      of: 'average',
    })
  })

  it('are of the last price where no minutes are averaged', () => {
    expect(bands({ ...BY_SIDE, avgPriceMins: 0 })?.of).toBe('last')
    expect(bands({ ...BY_SIDE, avgPriceMins: 0 }, BOTH)?.of).toBe('average')
    expect(bands({ ...BY_SIDE, avgPriceMins: undefined })?.of).toBe('average')
  })

  it('of the older filter are the same for both sides, and beside the other both must let a price pass', () => {
    const band = { low: '0.7', high: '1.3' }
    expect(bands(BOTH)).toEqual({ buy: band, sell: band, of: 'average' })
    expect(bands(BY_SIDE, BOTH)).toEqual({
      buy: { low: '0.7', high: '1.2' },
      sell: { low: '0.8', high: '1.3' },
      of: 'average',
    })
  })

  it('are open at an end that is not told or is zero, and none without a filter', () => {
    expect(bands({ ...BY_SIDE, bidMultiplierUp: '0', askMultiplierDown: 'x' })).toMatchObject({
      buy: { low: '0.2', high: null },
      sell: { low: null, high: '5' },
    })
    expect(bands()).toBeNull()
    expect(bands({ filterType: 'PERCENT_PRICE_BY_SIDE' })).toBeNull()
    expect(priceBandsOf(exchange, {})).toBeNull()
  })
})

it('Bybit bounds a buy from above and a sale from below, of its index', () => {
  const of = (priceLimitRatioY: unknown) =>
    priceBandsOf(at('bybit'), { riskParameters: { priceLimitRatioX: '0.01', priceLimitRatioY } })
  expect(of('0.02')).toEqual({ buy: { low: null, high: '1.02' }, sell: { low: '0.98', high: null }, of: 'index' })
  expect(of('1')).toEqual({ buy: { low: null, high: '2' }, sell: { low: null, high: null }, of: 'index' })
  expect([of(''), of('0'), of(undefined)]).toEqual([null, null, null])
})

it('what another exchange calls by the same names means other numbers, and bounds nothing', () => {
  const filters = [{ filterType: 'PERCENT_PRICE_BY_SIDE', bidMultiplierUp: '0.005', askMultiplierDown: '0.005' }]
  expect(priceBandsOf(at('mexc'), { filters })).toBeNull()
  expect(worthOfMarketOrders(at('mexc'), { filters: [{ filterType: 'NOTIONAL', applyMinToMarket: false }] })).toEqual(
    {},
  )
})

it.each([
  [[], {}],
  [[{ filterType: 'NOTIONAL', applyMinToMarket: false, applyMaxToMarket: true }], { min: false, max: true }],
  [[{ filterType: 'NOTIONAL', applyMinToMarket: true, applyMaxToMarket: false }], { min: true, max: false }],
  [[{ filterType: 'NOTIONAL' }], { min: true, max: false }],
  [[{ filterType: 'MIN_NOTIONAL', applyToMarket: false }], { min: false }],
  [
    [
      { filterType: 'MIN_NOTIONAL', applyToMarket: true },
      { filterType: 'NOTIONAL', applyMinToMarket: false, applyMaxToMarket: false },
    ],
    { min: true, max: false },
  ],
] as [object[], { min?: boolean; max?: boolean }][])(
  'whether worth counts for market orders: %j',
  (filters, expected) => {
    const { applyMinToMarket: min, applyMaxToMarket: max } = worthOfMarketOrders(exchange, { filters })
    expect({ ...(min !== undefined && { min }), ...(max !== undefined && { max }) }).toEqual(expected)
    expect(worthOfMarketOrders(exchange, {})).toEqual({})
  },
)

describe('a limit far from the market, at an exchange', () => {
  // Within what the exchange takes, ten times its average at most.
  const FAR = { type: 'limit', price: '9', size: { unit: 'base', value: '20' } } as const

  it('is asked about, and goes out once it is meant', async () => {
    const desk = await startVenueDesk(BINANCE)
    expect(await desk.submit(FAR)).toBe('PRICE_FAR')
    expect(desk.venue.sent).toHaveLength(0)
    expect(await desk.submit({ ...FAR, acceptFarPrice: true })).toMatchObject({ price: '9', status: 'open' })
    expect(desk.venue.sent).toHaveLength(1)
  })

  it('is asked about by the trader’s own bound, and reckoned with the book', async () => {
    const desk = await startVenueDesk(BINANCE)
    const near = { ...FAR, price: '2.2' }
    expect(await desk.submit(near)).toBe('PRICE_FAR')
    await desk.ok('settings.save', { farPrice: '0.1' })
    const { accountId } = desk
    const order = { accountId, coinId: 'peaq', side: 'buy', size: FAR.size } as const
    const preview = await desk.ok('portfolio.preview', { ...order, price: FAR.price })
    expect(preview).toMatchObject({ value: '40', reserved: { asset: 'USDT', amount: '180.18' } })
    expect(preview.problems.map(({ code }) => code)).toEqual(['PRICE_FAR'])
    expect(preview.warnings).toEqual([])
    expect(await desk.submit(near)).toMatchObject({ price: '2.2' })
  })

  it('as one click is not sent either', async () => {
    const desk = await startVenueDesk(BINANCE)
    const { accountId } = desk
    await desk.ok('accounts.allowOneClick', { accountId, maxValue: '100', deviation: '0.1' })
    const { intentId } = await desk.ok('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
    const click = { intentId, size: { unit: 'quote', value: '50' }, seen: '2' } as const
    expect(await desk.code('orders.oneClick', click)).toBe('PRICE_FAR')
    expect(desk.venue.sent).toHaveLength(0)
  })
})
