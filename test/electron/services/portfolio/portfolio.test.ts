// The portfolio: environments apart, unknown kept unknown, and what is under way counted.

import { expect, it } from 'vitest'
import type { OrderStatus } from '../../../../shared/order.ts'
import { DEFAULT_RULES } from '../../../../shared/portfolio.ts'
import { AT, newOrder } from '../../../support/profile/journal.ts'
import { market, openBooks, sheetOf } from '../../../support/services.ts'

it('adds cash and priced holdings, and gives each its share and limit', async () => {
  const { portfolio, venues, store } = openBooks()
  venues.practice = {
    markets: [market('peaq', 'PEAQ', '2'), market('ola', 'OLA', '0.5')],
    sheet: sheetOf({ asset: 'USDT', total: '800', free: '700' }, { asset: 'PEAQ', total: '50' }),
  }
  store.saveHolding({ environment: 'practice', coinId: 'peaq', amount: '25' }, AT)
  store.saveHolding({ environment: 'practice', coinId: 'ola', amount: '100' }, AT)
  const result = await portfolio.get('practice')
  expect(result).toMatchObject({ asOf: AT, total: '1000', unpriced: [], cash: [{ asset: 'USDT', amount: '800' }] })
  expect(result.holdings).toMatchObject([
    { coinId: 'ola', amount: '100', value: '50', share: '0.05', limit: '0.01', early: true },
    {
      coinId: 'peaq',
      amount: '75',
      value: '150',
      share: '0.15',
      limit: '0.05',
      early: false,
      parts: [
        { source: 'manual', amount: '25' },
        { source: 'venue', amount: '50' },
      ],
    },
  ])
  expect(result.breaches.map(({ rule, coinId }) => [rule, coinId])).toEqual([
    ['project', 'peaq'],
    ['early-stage', 'ola'],
  ])
})

it('never mixes environments', async () => {
  const { portfolio, venues, store } = openBooks()
  venues.practice = { markets: [market('peaq', 'PEAQ', '2')], sheet: sheetOf({ asset: 'USDT', total: '100' }) }
  venues.live = { markets: [market('peaq', 'PEAQ', '3')], sheet: sheetOf({ asset: 'USDT', total: '7' }) }
  store.saveHolding({ environment: 'practice', coinId: 'peaq', amount: '1' }, AT)
  store.saveHolding({ environment: 'live', coinId: 'peaq', amount: '10' }, AT)
  store.saveHolding({ environment: 'test', coinId: 'peaq', amount: '1000' }, AT)
  expect(await portfolio.get('practice')).toMatchObject({ total: '102', holdings: [{ amount: '1', price: '2' }] })
  expect(await portfolio.get('live')).toMatchObject({ total: '37', holdings: [{ amount: '10', price: '3' }] })
  expect(await portfolio.get('test')).toMatchObject({
    total: null,
    cash: [],
    holdings: [{ amount: '1000', price: null }],
  })
  expect(portfolio.riskBook('live')).toMatchObject({ total: '37' })
})

it('knows no total while balances are unknown, or nothing at all is known', async () => {
  const { portfolio, venues, store } = openBooks()
  venues.practice = { markets: [market('peaq', 'PEAQ', '2')], sheet: null }
  store.saveHolding({ environment: 'practice', coinId: 'peaq', amount: '1' }, AT)
  expect(await portfolio.get('practice')).toMatchObject({
    asOf: null,
    total: null,
    cash: [],
    holdings: [{ value: '2', share: null }],
    breaches: [],
  })
  expect(await portfolio.get('live')).toMatchObject({ asOf: null, total: null, cash: [], holdings: [] })
  expect(portfolio.riskBook('practice')).toMatchObject({ total: null })
})

it('leaves a coin without a price out of the total, and names it', async () => {
  const { portfolio, venues, store } = openBooks()
  venues.practice = { markets: [market('ola', 'OLA', null)], sheet: sheetOf({ asset: 'USDT', total: '100' }) }
  store.saveHolding({ environment: 'practice', coinId: 'ola', amount: '5' }, AT)
  store.saveHolding({ environment: 'practice', coinId: 'ten', amount: '5' }, AT)
  const result = await portfolio.get('practice')
  expect(result).toMatchObject({ total: '100', unpriced: ['ola', 'ten'] })
  expect(result.holdings).toMatchObject([
    { coinId: 'ola', value: null, share: null },
    { coinId: 'ten', value: null, share: null },
  ])
  expect(portfolio.riskBook('practice')).toMatchObject({ unpriced: ['ola', 'ten'], earlyUnpriced: true, exposures: [] })
})

it('shows no holding that a venue says is zero', async () => {
  const { portfolio, venues } = openBooks()
  venues.practice = {
    markets: [market('peaq', 'PEAQ', '2')],
    sheet: sheetOf({ asset: 'USDT', total: '1' }, { asset: 'PEAQ', total: '0.000' }),
  }
  expect((await portfolio.get('practice')).holdings).toEqual([])
})

const UNDER_WAY: OrderStatus[][] = [
  [],
  ['submitting'],
  ['submitting', 'unknown'],
  ['submitting', 'unknown', 'stuck'],
  ['submitting', 'open'],
  ['submitting', 'partially-filled'],
]
const OVER: OrderStatus[][] = [
  ['abandoned'],
  ['not-sent'],
  ['submitting', 'rejected'],
  ['submitting', 'filled'],
  ['submitting', 'open', 'canceled'],
  ['submitting', 'unknown', 'not-placed'],
]

it.each([...UNDER_WAY.map((way) => [way, '20'] as const), ...OVER.map((way) => [way, undefined] as const)])(
  'a buy that went %j counts as %s',
  (way, value) => {
    const { portfolio, venues, journal } = openBooks()
    venues.practice = {
      markets: [market('peaq', 'PEAQ', '2')],
      sheet: sheetOf({ asset: 'USDT', total: '100', free: '80' }),
    }
    const order = newOrder({ amount: '10' })
    journal.recordIntent(order)
    for (const status of way) journal.change(order.intentId, AT, { status })
    const { exposures } = portfolio.riskBook('practice')
    expect(exposures.find(({ coinId }) => coinId === 'peaq')?.value).toBe(value)
  },
)

it('counts an open buy at its limit and on top of what is held, and no sale or other environment', () => {
  const { portfolio, venues, journal } = openBooks()
  venues.practice = {
    markets: [market('peaq', 'PEAQ', '2')],
    sheet: sheetOf({ asset: 'USDT', total: '100' }, { asset: 'PEAQ', total: '3' }),
  }
  journal.recordIntent(newOrder({ amount: '10', type: 'limit', price: '1.5' }))
  journal.recordIntent(newOrder({ amount: '10', side: 'sell' }))
  journal.recordIntent(newOrder({ amount: '10', environment: 'live' }))
  expect(portfolio.riskBook('practice').exposures).toEqual([{ coinId: 'peaq', early: false, value: '21' }])
})

it('goes by the saved rules', () => {
  const { portfolio, store } = openBooks()
  expect(portfolio.rules()).toEqual(DEFAULT_RULES)
  const rules = { ...DEFAULT_RULES, project: { limit: '0.2', level: 'warn' as const } }
  store.saveRules(rules)
  expect(portfolio.rules()).toEqual(rules)
})

it('counts a buy without a price at the size that was meant', () => {
  const { portfolio, venues, journal } = openBooks()
  venues.practice = { markets: [], sheet: sheetOf({ asset: 'USDT', total: '100' }) }
  journal.recordIntent(newOrder({ size: { unit: 'quote', value: '40' }, amount: '20' }))
  expect(portfolio.riskBook('practice').exposures).toMatchObject([{ coinId: 'peaq', value: '40' }])
})
