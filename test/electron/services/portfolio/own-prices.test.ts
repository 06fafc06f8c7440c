// A price that the trader noted himself: it values what he holds where no market does, dated, and no limit counts it.

import { beforeEach, expect, it } from 'vitest'
import type { CoinFactValue } from '../../../../shared/research/coin-facts.ts'
import { AT, newOrder, venueOrder } from '../../../support/profile/journal.ts'
import { type Books, market, openBooks, rate, sheetOf } from '../../../support/services.ts'

const OWN = { id: 'own-presale', name: 'Presale', ticker: 'PRSL', what: '', narratives: [] }

let books: Books
const price = (value: string, { currency = 'USD', asOf = '2026-11-20' as string | null, coinId = OWN.id } = {}) =>
  books.coins.facts.save({ coinId, value: { kind: 'price', price: value, currency } as CoinFactValue, asOf })
const hold = (amount: string, coinId = OWN.id) =>
  books.store.saveHolding({ environment: 'practice', coinId, amount }, AT)
const held = async (coinId = OWN.id) =>
  (await books.portfolio.get('practice')).holdings.find((holding) => holding.coinId === coinId)

beforeEach(() => {
  books = openBooks()
  books.store.saveOwnCoin(OWN, AT)
  books.venues.practice = { markets: [], sheet: sheetOf({ asset: 'USDT', total: '900' }) }
})

it('values a holding, with its day, and the total with it', async () => {
  hold('50')
  expect(await held()).toMatchObject({ price: null, value: null, valuedAt: null, share: null })
  price('2')
  expect(await books.portfolio.get('practice')).toMatchObject({
    ...{ total: '1000', limitTotal: '900', unpriced: [] },
    holdings: [
      {
        ...{ price: '2', priceAt: '2026-11-20', priceAsOfMs: null, priceFrom: null },
        ...{ value: '100', valuedAt: 'own-price', share: '0.1' },
        parts: [{ source: 'manual', amount: '50', value: '100' }],
      },
    ],
  })
})

it('is the newest one, and unknown again without any', async () => {
  hold('50')
  price('9', { asOf: '2026-11-21' })
  price('2', { asOf: '2026-11-01' })
  expect(await held()).toMatchObject({ value: '450', priceAt: '2026-11-21' })
  for (const { factId } of books.coins.get(OWN.id).ownFacts) books.coins.facts.remove({ coinId: OWN.id, factId })
  expect(await held()).toMatchObject({ price: null, value: null, valuedAt: null })
})

it('counts dollars one to one, another currency by its rate, and one without a rate not at all', async () => {
  hold('50')
  price('2', { currency: 'EUR' })
  expect(await held()).toMatchObject({ value: null, valuedAt: null })
  books.venues.practice = {
    markets: [],
    sheet: sheetOf({ asset: 'USDT', total: '900' }),
    rates: [rate('EUR/USDT', '1.1')],
  }
  expect(await held()).toMatchObject({ price: '2.2', value: '110' })
  price('3', { currency: 'USDC', asOf: '2026-11-22' })
  expect(await held()).toMatchObject({ value: '150' })
})

it('comes after a price of the market, and before what was paid', async () => {
  hold('10', 'peaq')
  price('5', { coinId: 'peaq' })
  books.venues.practice = { markets: [market('peaq', 'PEAQ', '3')], sheet: sheetOf({ asset: 'USDT', total: '900' }) }
  expect(await held('peaq')).toMatchObject({ price: '3', value: '30', valuedAt: 'price', priceAt: AT })
  books.venues.practice = {
    markets: [],
    sheet: sheetOf({ asset: 'USDT', total: '900' }, { asset: 'PEAQ', total: '10' }),
  }
  books.store.removeHolding('practice', 'peaq', AT)
  const order = newOrder({ amount: '10', market: 'PEAQ/USDT' })
  books.journal.recordIntent(order)
  books.journal.change(order.intentId, AT, { status: 'submitting' })
  const told = venueOrder(order, {
    amount: '10',
    filled: '10',
    averagePrice: '2',
    market: 'PEAQ/USDT',
    fills: [],
    fee: null,
  })
  books.journal.change(order.intentId, AT, { status: 'filled', venueOrder: told })
  expect(await held('peaq')).toMatchObject({ value: '50', valuedAt: 'own-price' })
  // The limits still count what it cost, once.
  expect(await books.portfolio.get('practice')).toMatchObject({ total: '950', limitTotal: '920' })
})

it('moves no limit and no order that is prepared, however high it is', async () => {
  hold('50')
  hold('10', 'peaq')
  books.venues.practice = { markets: [market('peaq', 'PEAQ', '10')], sheet: sheetOf({ asset: 'USDT', total: '900' }) }
  const before = books.portfolio.riskBook('practice')
  const { breaches } = await books.portfolio.get('practice')
  expect(breaches).toMatchObject([{ coinId: 'peaq', share: '0.1' }])
  price('1000000')
  expect(books.portfolio.riskBook('practice')).toEqual(before)
  expect(before.unpriced).toEqual([OWN.id])
  const shown = await books.portfolio.get('practice')
  expect(shown.breaches).toEqual(breaches)
  expect(shown.total).toBe('50001000')
  expect(await books.portfolio.get('practice', { byMarket: true })).toMatchObject({
    ...{ total: '1000', unpriced: [OWN.id] },
    holdings: expect.arrayContaining([expect.objectContaining({ coinId: OWN.id, value: null, price: null })]),
  })
})

it('makes a total where nothing else has a value and no exchange is asked, and none where balances are unread', async () => {
  const { store, portfolio } = books
  store.saveHolding({ environment: 'live', coinId: OWN.id, amount: '4' }, AT)
  price('2.5')
  expect(await portfolio.get('live')).toMatchObject({ total: '10', limitTotal: null, holdings: [{ share: '1' }] })
  const unread = openBooks()
  unread.store.saveOwnCoin(OWN, AT)
  unread.store.saveHolding({ environment: 'practice', coinId: OWN.id, amount: '4' }, AT)
  unread.coins.facts.save({ coinId: OWN.id, value: { kind: 'price', price: '2', currency: 'USD' } })
  unread.venues.practice = { markets: [], sheet: null }
  expect(await unread.portfolio.get('practice')).toMatchObject({ total: null, holdings: [{ value: '8', share: null }] })
})
