// What the portfolio counts besides coins with a price in USDT: what it cost, other assets, other currencies.

import { expect, it } from 'vitest'
import { AT, newOrder, venueOrder } from '../../../support/profile/journal.ts'
import { type Books, market, openBooks, rate, sheetOf } from '../../../support/services.ts'

function bought(journal: Books['journal'], amount: string, averagePrice: string, marketName = 'PEAQ/USDT'): void {
  const order = newOrder({ amount, market: marketName })
  journal.recordIntent(order)
  journal.change(order.intentId, AT, { status: 'submitting' })
  const told = venueOrder(order, { amount, filled: amount, averagePrice, market: marketName, fills: [], fee: null })
  journal.change(order.intentId, AT, { status: 'filled', venueOrder: told })
}

it('values a coin without a price at its cost, says so, and counts it', async () => {
  const { portfolio, venues, journal } = openBooks()
  venues.practice = {
    markets: [market('peaq', 'PEAQ', null)],
    sheet: sheetOf({ asset: 'USDT', total: '980' }, { asset: 'PEAQ', total: '10' }),
  }
  bought(journal, '10', '2')
  expect(await portfolio.get('practice')).toMatchObject({
    total: '1000',
    unpriced: [],
    holdings: [{ coinId: 'peaq', price: null, value: '20', valuedAt: 'cost', share: '0.02' }],
  })
  expect(portfolio.riskBook('practice')).toMatchObject({
    ...{ total: '1000', unpriced: [], atCost: ['peaq'], earlyUnpriced: false },
    exposures: [{ coinId: 'peaq', value: '20' }],
  })
  venues.practice.markets = [market('peaq', 'PEAQ', '3')]
  const [holding] = (await portfolio.get('practice')).holdings
  expect(holding).toMatchObject({ value: '30', valuedAt: 'price' })
  expect(portfolio.riskBook('practice').atCost).toEqual([])
})

it('says whose price values a coin, how much of it lies where, and which cash', async () => {
  const { portfolio, venues, store } = openBooks()
  venues.practice = {
    markets: [market('peaq', 'PEAQ', '3')],
    sheet: sheetOf({ asset: 'USDT', total: '980' }, { asset: 'PEAQ', total: '10' }),
  }
  store.saveHolding({ environment: 'practice', coinId: 'peaq', amount: '0.5' }, AT)
  store.saveHolding({ environment: 'practice', coinId: 'ola', amount: '7' }, AT)
  const { holdings, accounts } = await portfolio.get('practice')
  expect(accounts).toMatchObject([{ accountId: 'practice', cash: '980' }])
  expect(holdings.find(({ coinId }) => coinId === 'peaq')).toMatchObject({
    priceFrom: 'practice',
    parts: [
      { source: 'manual', accountId: null, amount: '0.5', value: '1.5' },
      { source: 'venue', accountId: 'practice', amount: '10', value: '30' },
    ],
  })
  expect(holdings.find(({ coinId }) => coinId === 'ola')).toMatchObject({
    ...{ priceFrom: null, parts: [{ source: 'manual', accountId: null, amount: '7', value: null }] },
  })
})

it('does not guess what the rest cost where more is held than was bought here', async () => {
  const { portfolio, venues, journal, store } = openBooks()
  venues.practice = {
    markets: [market('peaq', 'PEAQ', null)],
    sheet: sheetOf({ asset: 'USDT', total: '980' }, { asset: 'PEAQ', total: '10' }),
  }
  bought(journal, '10', '2')
  store.saveHolding({ environment: 'practice', coinId: 'peaq', amount: '0.1' }, AT)
  expect(await portfolio.get('practice')).toMatchObject({
    total: '980',
    unpriced: ['peaq'],
    holdings: [{ amount: '10.1', value: null, valuedAt: null, share: null }],
  })
})

it('knows a coin by its ticker where the venue lists it no longer, also where an own coin has the same one', async () => {
  const { portfolio, venues, store } = openBooks()
  venues.practice = { markets: [], sheet: sheetOf({ asset: 'USDT', total: '100' }, { asset: 'PEAQ', total: '10' }) }
  expect(await portfolio.get('practice')).toMatchObject({ unpriced: ['peaq'], assets: [] })
  const twin = { id: 'own-peaq', name: 'Another', ticker: 'PEAQ', what: '', narratives: [] }
  store.saveOwnCoin(twin, AT)
  expect(await portfolio.get('practice')).toMatchObject({ unpriced: ['peaq'], assets: [] })
})

it('counts other assets by the prices of their venue, directly or inverted, and those without one as nothing', async () => {
  const { portfolio, venues } = openBooks()
  venues.practice = {
    markets: [market('peaq', 'PEAQ', '2')],
    rates: [rate('BTC/USDT', '60000'), rate('USDT/EUR', '0.8', '2026-11-23T11:00:00.000Z')],
    sheet: sheetOf(
      { asset: 'USDT', total: '1000' },
      { asset: 'EUR', total: '80' },
      { asset: 'BTC', total: '0.01' },
      { asset: 'XYZ', total: '7' },
      { asset: 'DUST', total: '0.000001' },
      { asset: 'PEAQ', total: '50' },
    ),
  }
  const result = await portfolio.get('practice')
  expect(result).toMatchObject({ total: '1800', unpriced: [], cash: [{ asset: 'USDT', amount: '1000' }] })
  expect(result.assets).toEqual([
    {
      asset: 'BTC',
      kind: 'major',
      amount: '0.01',
      price: '60000',
      priceAt: AT,
      priceAsOfMs: Date.parse(AT),
      value: '600',
    },
    {
      ...{ asset: 'EUR', kind: 'money', amount: '80', price: '1.25', value: '100' },
      ...{ priceAt: '2026-11-23T11:00:00.000Z', priceAsOfMs: Date.UTC(2026, 10, 23, 11) },
    },
    { asset: 'XYZ', kind: null, amount: '7', price: null, priceAt: null, priceAsOfMs: null, value: null },
  ])
  expect(portfolio.riskBook('practice').total).toBe('1800')
})

it('counts a balance once, however many markets the coin has, by the price in USDT before any other', async () => {
  const { portfolio, venues } = openBooks()
  const inEur = market('peaq', 'PEAQ', '3', 'EUR')
  venues.practice = {
    markets: [inEur, market('peaq', 'PEAQ', '2')],
    rates: [rate('EUR/USDT', '1.25')],
    sheet: sheetOf({ asset: 'USDT', total: '80' }, { asset: 'PEAQ', total: '10' }),
  }
  expect(await portfolio.get('practice')).toMatchObject({ total: '100', holdings: [{ amount: '10', price: '2' }] })
  venues.practice.markets = [inEur]
  expect(await portfolio.get('practice')).toMatchObject({
    total: '117.5',
    holdings: [{ price: '3.75', value: '37.5' }],
  })
  // Rates are read with the markets, and both are replaced then.
  Object.assign(venues.practice, { markets: [inEur], rates: [] })
  expect(await portfolio.get('practice')).toMatchObject({ total: '80', unpriced: ['peaq'] })
})

it('counts a buy under way at the rate of what it is paid with, and as unknown without one', () => {
  const { portfolio, venues, journal } = openBooks()
  venues.practice = {
    markets: [market('peaq', 'PEAQ', '2', 'USDC')],
    rates: [rate('USDC/USDT', '0.9')],
    sheet: sheetOf({ asset: 'USDT', total: '100' }),
  }
  journal.recordIntent(newOrder({ amount: '10', market: 'PEAQ/USDC', type: 'limit', price: '1' }))
  expect(portfolio.riskBook('practice')).toMatchObject({ unpriced: [], exposures: [{ coinId: 'peaq', value: '9' }] })
  Object.assign(venues.practice, { markets: [...venues.practice.markets], rates: [] })
  expect(portfolio.riskBook('practice')).toMatchObject({ unpriced: ['peaq'], exposures: [] })
})

it('does not count a buy as nothing of which neither price nor worth is known', () => {
  const { portfolio, venues, journal } = openBooks()
  venues.practice = { markets: [], sheet: sheetOf({ asset: 'USDT', total: '100' }) }
  journal.recordIntent(newOrder({ amount: '10' }))
  expect(portfolio.riskBook('practice').unpriced).toEqual(['peaq'])
})

it('counts USDT as cash alone, also where a coin was given its ticker', async () => {
  const { portfolio, venues, store } = openBooks()
  store.saveOwnCoin({ id: 'own-usdt', name: 'Mine', ticker: 'USDT', what: '', narratives: [] }, AT)
  venues.practice = {
    markets: [market('own-usdt', 'USDT', '0.9', 'EUR')],
    sheet: sheetOf({ asset: 'USDT', total: '100' }),
  }
  expect(await portfolio.get('practice')).toMatchObject({ total: '100', holdings: [], assets: [] })
})

it('reckons nothing anew while nothing has changed, with holdings and without', () => {
  const { portfolio, venues, store } = openBooks()
  venues.practice = { markets: [market('peaq', 'PEAQ', '2')], sheet: sheetOf({ asset: 'USDT', total: '100' }) }
  let reads = 0
  const { sheet } = venues.practice
  Object.defineProperty(sheet, 'balances', {
    get: () => {
      reads += 1
      return [{ asset: 'USDT', total: '100', free: '100' }]
    },
  })
  for (const holding of [null, '10']) {
    if (holding !== null) store.saveHolding({ environment: 'practice', coinId: 'peaq', amount: holding }, AT)
    portfolio.riskBook('practice')
    const before = reads
    portfolio.riskBook('practice')
    portfolio.riskBook('practice')
    expect([holding, reads - before]).toEqual([holding, 0])
  }
})
