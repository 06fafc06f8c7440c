// Which coin a market trades: a ticker alone is a question, asked once for an account, and nothing that is listed or held gets
// lost over it.

import { expect, test } from 'vitest'
import type { Draft, Market, Preview } from '../../../shared/order.ts'
import type { Portfolio } from '../../../shared/portfolio.ts'
import { DOCUMENTED, FAKES } from '../../exchanges/all.ts'
import { startVenueDesk, type VenueDesk } from '../../faults/venue-desk.ts'

const [BINANCE] = FAKES
if (BINANCE === undefined) throw new Error('there is no first exchange')

const start = (manners = {}) => startVenueDesk(BINANCE, { prices: { 'BTC/USDT': 50_000 }, ...manners })
const TWIN = { name: 'Moonlight Vault', ticker: 'PEAQ', what: '' }

async function draftOf(desk: VenueDesk, coinId: string, side = 'buy'): Promise<Draft> {
  return desk.ok('orders.draft', { accountId: desk.accountId, coinId, side })
}

/** The code of what speaks against an order of this coin, or its status. */
async function placed(desk: VenueDesk, coinId: string, side = 'buy'): Promise<string> {
  const { intentId } = await draftOf(desk, coinId, side)
  const size = side === 'buy' ? { unit: 'quote', value: '50' } : { unit: 'base', value: '10' }
  const result = await desk.backend.call('orders.submit', { intentId, ...desk.atOnce(), size })
  return result.ok ? 'placed' : result.error.code
}

test.each(DOCUMENTED)('a researched coin is bought without a question: $venue', async (fake) => {
  const desk = await startVenueDesk(fake)
  expect((await draftOf(desk, 'movement')).question).toBeNull()
  expect(await placed(desk, 'movement')).toBe('placed')
})

test('an own coin with the ticker of a major is a question, and nothing is sent before it is answered [E4]', async () => {
  const desk = await start({ alsoListed: ['BTC/USDT'] })
  const { id } = await desk.ok('coins.save', { name: 'Moonlight Vault', ticker: 'BTC' })
  const { question, market } = await draftOf(desk, id)
  expect({ question, market }).toEqual({
    market: 'BTC/USDT',
    question: {
      ...{ venue: 'binance', market: 'BTC/USDT', ticker: 'BTC', coinName: 'Moonlight Vault', contracts: [] },
      ...{ venuePrice: '50000', coinPrice: null, collisions: ['bitcoin'] },
    },
  })
  const look = { accountId: desk.accountId, coinId: id, side: 'buy', size: { unit: 'quote', value: '50' } }
  const { problems }: Preview = await desk.ok('portfolio.preview', look)
  expect(problems[0]).toMatchObject({ code: 'LISTING_UNCONFIRMED' })
  expect(await placed(desk, id)).toBe('LISTING_UNCONFIRMED')
  await desk.ok('accounts.allowOneClick', { accountId: desk.accountId, maxValue: '100', deviation: '0.01' })
  const { intentId } = await draftOf(desk, id)
  const click = { intentId, size: { unit: 'quote', value: '50' }, seen: '50000' }
  expect(await desk.backend.call('orders.oneClick', click)).toMatchObject({ error: { code: 'LISTING_UNCONFIRMED' } })
  expect(desk.venue.sent).toEqual([])
  const answer = { venue: 'binance', market: 'BTC/USDT', coinId: id, same: true, accountId: desk.accountId }
  expect(await desk.ok('listings.confirm', answer)).toMatchObject({ match: 'confirmed', coinId: id })
  expect((await draftOf(desk, id)).question).toBeNull()
  await desk.ok('rules.save', {
    project: { limit: '1', level: 'warn' },
    earlyStage: { limit: '1', level: 'warn', basis: 'each' },
  })
  expect(await placed(desk, id)).toBe('placed')
})

test('a refused market is none of that coin, and a word of one account says nothing of another', async () => {
  const desk = await start({ alsoListed: ['BTC/USDT'] })
  const { id } = await desk.ok('coins.save', { name: 'Moonlight Vault', ticker: 'BTC' })
  const answer = { venue: 'binance', market: 'BTC/USDT', coinId: id, same: false }
  await desk.ok('listings.confirm', { ...answer, accountId: desk.accountId })
  const draft = { accountId: desk.accountId, coinId: id, side: 'buy' }
  expect(await desk.backend.call('orders.draft', draft)).toMatchObject({ error: { code: 'NO_MARKET' } })
  const markets: Market[] = await desk.ok('markets.list', { accountId: desk.accountId })
  expect(markets.filter(({ coinId }) => coinId === id)).toEqual([])
  const listings = await desk.ok('listings.list', { coinId: id })
  expect(listings).toMatchObject([{ venue: 'binance', market: 'BTC/USDT', match: 'refused' }])
  expect(await desk.backend.call('listings.confirm', { ...answer, accountId: 'a-2' })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
  // Asked again, and answered otherwise.
  await desk.ok('listings.confirm', { ...answer, same: true })
  expect((await draftOf(desk, id)).question).toBeNull()
})

test('an own coin with the ticker of a listed one takes it out of nothing [H10]', async () => {
  const desk = await start()
  desk.engine.balances.set('PEAQ', 400)
  const { id } = await desk.ok('coins.save', TWIN.what === '' ? { name: TWIN.name, ticker: TWIN.ticker } : TWIN)
  const { holdings, total }: Portfolio = await desk.ok('portfolio.get', { environment: 'test' })
  expect(holdings.map(({ coinId, amount, match }) => [coinId, amount, match])).toEqual([['peaq', '400', 'certain']])
  expect(total).toBe('10800')
  expect(await placed(desk, 'peaq', 'sell')).toBe('placed')
  expect(await placed(desk, 'peaq')).toBe('RULE_BREACH')
  expect(await placed(desk, id)).toBe('LISTING_UNCONFIRMED')
  expect((await draftOf(desk, id)).question).toMatchObject({ collisions: ['peaq'] })
})

test('what may be two coins counts in the limit of both and once in the total, and can be sold as it is named', async () => {
  const desk = await start({ alsoListed: [] })
  desk.engine.balances.set('MOVE', 400)
  // Nothing is left of the research's word once the trader has said that it is another coin.
  await desk.ok('listings.confirm', { venue: 'binance', market: 'MOVE/USDT', coinId: 'movement', same: false })
  const one = await desk.ok('coins.save', { name: 'One', ticker: 'MOVE' })
  await desk.ok('portfolio.get', { environment: 'test' })
  expect(await placed(desk, one.id, 'sell')).toBe('placed')
  const two = await desk.ok('coins.save', { name: 'Two', ticker: 'MOVE' })
  desk.clock.advance(3_000)
  const { holdings, total, breaches }: Portfolio = await desk.ok('portfolio.get', { environment: 'test' })
  expect(holdings.map(({ coinId, match }) => [coinId, match])).toEqual([
    [one.id, 'ticker'],
    [two.id, 'ticker'],
  ])
  expect(total).toBe('10800')
  expect(breaches.map(({ coinId }) => coinId)).toEqual(expect.arrayContaining([one.id, two.id]))
  expect(await placed(desk, one.id)).toBe('LISTING_UNCONFIRMED')
  expect(await placed(desk, two.id, 'sell')).toBe('LISTING_UNCONFIRMED')
})

test('a ticker that the trader adds opens its market at once', async () => {
  const desk = await start({ alsoListed: ['BTC/USDT'], unlisted: ['MOVE/USDT'] })
  const draft = { accountId: desk.accountId, coinId: 'movement', side: 'buy' }
  expect(await desk.code('orders.draft', draft)).toBe('NO_MARKET')
  const otherTickers = [{ ticker: 'BTC', since: null, until: null }]
  await desk.ok('coins.save', { coinId: 'movement', otherTickers })
  expect(await desk.ok('orders.draft', draft)).toMatchObject({ market: 'BTC/USDT', question: { ticker: 'BTC' } })
})

test('a ticker that an exchange has changed keeps the holding in its limit, by the trader’s word [E3]', async () => {
  const desk = await start({ alsoListed: ['BTC/USDT'] })
  // The exchange calls PEAQ by another name from now on.
  desk.engine.balances.set('BTC', 0.02)
  await desk.ok('coins.save', {
    coinId: 'movement',
    otherTickers: [{ ticker: 'BTC', since: '2026-11-01', until: null }],
  })
  await desk.ok('listings.confirm', { venue: 'binance', market: 'BTC/USDT', coinId: 'movement', same: true })
  const { holdings }: Portfolio = await desk.ok('portfolio.get', { environment: 'test' })
  expect(holdings).toMatchObject([{ coinId: 'movement', amount: '0.02', value: '1000', match: 'certain' }])
  expect((await desk.ok('coins.list')).find(({ id }) => id === 'movement')).toMatchObject({
    ticker: 'MOVE',
    tickers: [
      { ticker: 'MOVE', since: '2024-12-09', until: null },
      { ticker: 'BTC', since: '2026-11-01', until: null },
    ],
  })
})

test('the ticker of before stays one of an own coin', async () => {
  const desk = await start()
  const { id } = await desk.ok('coins.save', { name: 'Mine', ticker: 'OLD' })
  const renamed = await desk.ok('coins.save', { coinId: id, ticker: 'NEW' })
  expect(renamed.tickers.map(({ ticker }) => ticker)).toEqual(['NEW', 'OLD'])
})
