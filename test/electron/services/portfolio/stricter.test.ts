// Limits are reckoned with what is known and with what is not: debts take off the total, what has no value never adds to it,
// and what is no project has no limit.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { breachesOf } from '../../../../electron/services/portfolio/risk.ts'
import { kindByName } from '../../../../shared/assets.ts'
import { compare, type Decimal } from '../../../../shared/decimal.ts'
import { DEFAULT_RULES } from '../../../../shared/portfolio.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { AT } from '../../../support/profile/journal.ts'
import { type Books, market, openBooks, rate, sheetOf } from '../../../support/services.ts'

const seed = announcedSeed('stricter limits')

it('takes a debt off the total [E2]', async () => {
  const { portfolio, venues } = openBooks()
  venues.live = {
    markets: [],
    rates: [rate('BTC/USDT', '10000')],
    sheet: sheetOf({ asset: 'USDT', total: '10000' }, { asset: 'BTC', total: '-0.6', free: '0' }),
  }
  expect(await portfolio.get('live')).toMatchObject({
    total: '4000',
    assets: [{ asset: 'BTC', amount: '-0.6', value: '-6000' }],
  })
  expect(portfolio.riskBook('live').total).toBe('4000')
  venues.live.sheet = sheetOf({ asset: 'USDT', total: '-10' })
  expect(await portfolio.get('live')).toMatchObject({ total: '-10', breaches: [] })
})

it('knows no total while something is owed whose worth nobody tells', async () => {
  const { portfolio, venues } = openBooks()
  const owed = { asset: 'XYZ', total: '-3', free: '0' }
  venues.live = { markets: [], sheet: sheetOf({ asset: 'USDT', total: '100' }, owed) }
  expect(await portfolio.get('live')).toMatchObject({ total: null, assets: [{ asset: 'XYZ', value: null }] })
  venues.live.sheet = sheetOf({ asset: 'USDT', total: '100' }, { ...owed, asset: 'PEAQ' })
  expect(portfolio.riskBook('live').total).toBeNull()
  venues.live.sheet = sheetOf({ asset: 'USDT', total: '100' }, { ...owed, total: '-0.0000001' })
  expect(portfolio.riskBook('live').total).toBe('100')
})

it('takes what is owed of a coin in one account off no limit of what another one holds', () => {
  const { portfolio, venues, store } = openBooks()
  venues.live = {
    markets: [market('peaq', 'PEAQ', '2')],
    sheet: sheetOf({ asset: 'USDT', total: '1000' }, { asset: 'PEAQ', total: '-50', free: '0' }),
  }
  store.saveHolding({ environment: 'live', coinId: 'peaq', amount: '50' }, AT)
  expect(portfolio.riskBook('live')).toMatchObject({ total: '1000', exposures: [{ coinId: 'peaq', value: '100' }] })
})

it('holds no limit for money, stablecoins and majors, whose name and ticker say so together [E5]', async () => {
  const { portfolio, venues, store, coins } = openBooks()
  const own = (id: string, name: string, ticker: string) => {
    store.saveOwnCoin({ id, name, ticker, what: '', narratives: [] }, AT)
    store.saveHolding({ environment: 'live', coinId: id, amount: '1' }, AT)
  }
  own('own-btc', 'Bitcoin', 'BTC')
  own('own-eur', 'EUR in the bank', 'EUR')
  own('own-usdt', 'Tether', 'USDT')
  own('own-wbtc', 'Wrapped Bitcoin', 'WBTC')
  own('own-moon', 'Moonlight Vault', 'ETH')
  venues.live = {
    markets: [],
    rates: [rate('BTC/USDT', '5000'), rate('EUR/USDT', '1.25'), rate('WBTC/USDT', '4000'), rate('ETH/USDT', '100')],
    sheet: sheetOf({ asset: 'USDT', total: '1000' }, { asset: 'BTC', total: '0.1' }),
  }
  const { total, holdings, breaches } = await portfolio.get('live')
  // The project with the ticker of a major adds nothing to the total by the price of that.
  expect(total).toBe('10502.25')
  expect(holdings.map(({ coinId, kind, early, limit, amount }) => [coinId, kind, early, limit, amount])).toEqual([
    ['own-btc', 'major', false, null, '1.1'],
    ['own-eur', 'money', false, null, '1'],
    ['own-usdt', 'stablecoin', false, null, '1'],
    ['own-wbtc', 'major', false, null, '1'],
    ['own-moon', 'project', true, '0.01', '1'],
  ])
  expect(breaches).toEqual([])
  coins.save({ coinId: 'own-btc', kind: 'project' })
  expect((await portfolio.get('live')).breaches.map(({ coinId, rule }) => [coinId, rule])).toEqual([
    ['own-btc', 'project'],
    ['own-btc', 'early-stage'],
  ])
  coins.save({ coinId: 'own-moon', kind: 'major' })
  expect((await portfolio.get('live')).holdings.find(({ coinId }) => coinId === 'own-moon')).toMatchObject({
    kind: 'major',
    limit: null,
  })
})

it('warns of early-stage coins and stops for single projects, unless the trader has said otherwise [E6]', () => {
  const { portfolio, store } = openBooks()
  expect(portfolio.rules()).toEqual({
    project: { limit: '0.05', level: 'block' },
    earlyStage: { limit: '0.01', level: 'warn', basis: 'each' },
  })
  const own = { ...DEFAULT_RULES, earlyStage: { ...DEFAULT_RULES.earlyStage, level: 'block' as const } }
  store.saveRules(own)
  expect(portfolio.rules()).toEqual(own)
})

const ASSETS = ['USDT', 'PEAQ', 'MOVE', 'BTC', 'EUR', 'XYZ', 'TEN', 'OTHER', 'WBTC'] as const
const amountArb = fc.integer({ min: -200, max: 400 })
const priceArb = fc.option(fc.integer({ min: 1, max: 50 }), { nil: null })
const holdingArb = fc.record({ asset: fc.constantFrom(...ASSETS), amount: amountArb, price: priceArb })

interface Held {
  asset: string
  amount: number
  price: number | null
}

const worthOf = ({ asset, amount, price }: Held) => (asset === 'USDT' ? amount : price === null ? null : amount * price)

/** Books of a trader who holds this, has coins of his own with these tickers, and has said this of whose they are. */
function booksOf(held: readonly Held[], twins: readonly string[], answers: readonly [string, boolean][]): Books {
  const books = openBooks()
  for (const [at, ticker] of twins.entries()) {
    books.store.saveOwnCoin({ id: `own-${at}`, name: `Twin ${at}`, ticker, what: '', narratives: [] }, AT)
  }
  books.venues.live = {
    markets: [],
    rates: held.flatMap(({ asset, price }) => (price === null ? [] : [rate(`${asset}/USDT`, String(price))])),
    sheet: sheetOf(...held.map(({ asset, amount }) => ({ asset, total: String(amount), free: '0' }))),
  }
  for (const [asset, same] of answers) {
    const coinId = books.coins.list().find(({ tickers }) => tickers.some(({ ticker }) => ticker === asset))?.id
    if (coinId !== undefined) books.matches.confirm({ venue: 'binance', market: `${asset}/USDT`, coinId, same })
  }
  return books
}

it('is never looser than the truth, whatever is owed, unpriced, shared or named twice', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(holdingArb, { selector: ({ asset }) => asset, minLength: 1 }),
      fc.array(fc.constantFrom(...ASSETS), { maxLength: 3 }),
      fc.array(fc.tuple(fc.constantFrom(...ASSETS), fc.boolean()), { maxLength: 3 }),
      (held, twins, answers) => {
        const books = booksOf(held, twins, answers)
        const book = books.portfolio.riskBook('live')
        if (held.some((one) => worthOf(one) === null && one.amount < 0)) expect(book.total).toBeNull()
        // Nothing without a price can be worth less than nothing.
        else expect(Number(book.total)).toBe(held.reduce((all, one) => all + (worthOf(one) ?? 0), 0))
        for (const one of held.filter(({ asset, amount }) => amount > 0 && asset !== 'USDT')) {
          for (const coin of books.matches.at('live').of(one.asset).counted) expectCounted(book, coin.id, worthOf(one))
        }
        if (book.total !== null && compare(book.total, '0') > 0) expectBreaches(book)
      },
    ),
    { seed, numRuns: 60 },
  )
})

type Book = ReturnType<Books['portfolio']['riskBook']>

function expectCounted(book: Book, coinId: string, worth: number | null): void {
  if (worth === null) {
    expect(book.unpriced).toContain(coinId)
    return
  }
  const value: Decimal = book.exposures.find((exposure) => exposure.coinId === coinId)?.value ?? '0'
  expect(Number(value)).toBeGreaterThanOrEqual(worth)
}

/** No limit that is broken goes unsaid. */
function expectBreaches({ total, exposures }: Book): void {
  const broken = exposures.filter(({ value }) => Number(value) > Number(total) * 0.05).map(({ coinId }) => coinId)
  const told = breachesOf(total, exposures, DEFAULT_RULES).filter(({ rule }) => rule === 'project')
  expect(told.map(({ coinId }) => coinId)).toEqual(broken)
}

it.each([
  ['Wrapped stETH', 'WSTETH', 'major'],
  ['Binance Beacon wBETH', 'WBETH', 'major'],
  ['Colombian Peso', 'COP', 'money'],
  ['Indonesian Rupiah', 'IDR', 'money'],
  ['Romanian Leu', 'RON', 'money'],
  ['Moonlight Vault', 'WSTETH', 'project'],
  ['Copium', 'COP', 'project'],
])('%s under %s is a %s', (name, ticker, kind) => {
  expect(kindByName(name, ticker)).toBe(kind)
})
