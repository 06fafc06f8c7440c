// Coins are looked up by key: what is meant for one coin costs the same among 14 coins and among many.

import { expect, it } from 'vitest'
import { createPortfolio } from '../../../../electron/services/portfolio/portfolio.ts'
import { announcedSeed, randomOf } from '../../../support/hostile/seed.ts'
import { AT, newOrder, venueOrder } from '../../../support/profile/journal.ts'
import { type Books, market, openBooks, rate, sheetOf } from '../../../support/services.ts'
import { countStatements } from '../../../support/statements/count-statements.ts'

/** Reads the whole of a table: no key, no index, no end. */
const WHOLE = /FROM (own_coins|coin_marks|airdrop_work)\b(?!.*\b(WHERE|LIMIT)\b)/s

function fill({ store, coins }: Books, count: number): void {
  store.atomically(() => {
    for (let number = 0; number < count; number += 1) {
      const coin = { id: `own-${number}`, name: `Own ${number}`, ticker: `T${number}`, what: '', narratives: [] }
      store.saveOwnCoin(coin, AT)
      if (number % 10 === 0) coins.mark(coin.id, { tags: ['tenth'] })
    }
  })
}

const WORK: [string, (books: Books) => unknown][] = [
  ['coins.get', ({ coins }) => coins.get('peaq')],
  ['a star', ({ coins }) => coins.mark('peaq', { watched: false })],
  ['a note', ({ coins }) => coins.mark('own-1', { note: { text: 'n', updatedAt: AT } })],
  ['a kind', ({ coins }) => coins.save({ coinId: 'own-1', early: false, kind: 'project' })],
  ['another ticker', ({ coins }) => coins.save({ coinId: 'own-1', ticker: 'NEW' })],
  ['the markets of an account', ({ matches, venues }) => matches.at('live').markets(venues.live?.markets ?? [])],
  ['the risk book', ({ portfolio }) => portfolio.riskBook('live')],
  [
    'the bases worth reading, again',
    ({ assets }) => assets.at({ accountId: 'live', venue: 'binance' }, null).of('PEAQ'),
  ],
]

it.each(WORK)('reads no whole table for %s, and as many statements with 14 coins as with 500 more', (_, work) => {
  const counts = [2, 500].map((count) => {
    const books = openBooks()
    books.venues.live = {
      markets: [market('peaq', 'PEAQ', '2'), market('own-1', 'T1', '3')],
      sheet: sheetOf({ asset: 'USDT', total: '100' }, { asset: 'PEAQ', total: '3' }, { asset: 'T1', total: '5' }),
    }
    books.store.saveHolding({ environment: 'live', coinId: 'peaq', amount: '1' }, AT)
    books.journal.recordIntent(newOrder({ accountId: 'live', environment: 'live' }))
    fill(books, count)
    work(books)
    const statements = countStatements()
    work(books)
    const told = statements.taken()
    expect(told.filter((sql) => WHOLE.test(sql))).toEqual([])
    return told.length
  })
  expect(counts[1]).toBe(counts[0])
})

it('tells by key what the whole list tells, whatever was changed before and whatever was rolled back', () => {
  const seed = announcedSeed('coins by key')
  const random = randomOf(seed)
  const books = openBooks()
  const { coins, store } = books
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const tickers = ['PEAQ', 'AA', 'BB', 'CC', null]
  const steps: (() => unknown)[] = [
    () => coins.save({ name: `Coin ${random()}`, ticker: pick(tickers) }),
    () => coins.save({ coinId: anyOwn(), ticker: pick(tickers) }),
    () => coins.save({ coinId: anyId(), otherTickers: [{ ticker: pick(['AA', 'DD']), since: null, until: null }] }),
    () => coins.mark(anyId(), { early: random() < 0.5, tags: [`t${random()}`] }),
    () => coins.remove(anyOwn()),
    () => store.saveAirdropWork(anyId(), { progress: 'done', note: '', deadline: null, updatedAt: AT }),
  ]
  const anyId = () => pick(coins.list()).id
  const anyOwn = () => pick(coins.list().filter(({ origin }) => origin === 'own')).id
  coins.save({ name: 'First', ticker: 'AA' })
  coins.save({ name: 'Second', ticker: 'AA' })
  for (let step = 0; step < 300; step += 1) {
    try {
      store.atomically(() => {
        pick(steps.slice(2, -1))()
        coins.some(coins.list().map(({ id }) => id))
        coins.byTicker(['AA', 'DD'])
        if (random() < 0.5) throw new Error('rolled back')
      })
    } catch {}
    try {
      if (random() < 0.5) pick(steps)()
    } catch {}
    if (coins.list().every(({ origin }) => origin !== 'own')) coins.save({ name: 'Again', ticker: 'BB' })
    const all = coins.list()
    const some = all.filter(() => random() < 0.5)
    expect(coins.some(some.map(({ id }) => id).toReversed()), `seed ${seed}`).toEqual(some)
    for (const ticker of ['PEAQ', 'AA', 'BB', 'DD', 'ZZ']) {
      const those = all.filter((coin) => coin.tickers.some((each) => each.ticker === ticker))
      expect(coins.byTicker([ticker]).get(ticker), `seed ${seed}`).toEqual(those)
    }
    expect(new Set(coins.tickers()), `seed ${seed}`).toEqual(
      new Set(all.flatMap((coin) => coin.tickers.map(({ ticker }) => ticker))),
    )
  }
})

/** A book that remembers nothing, over the same tables. */
const anew = ({ coins, store, journal, matches, viewOf }: Books) =>
  createPortfolio(coins, store, journal, viewOf, matches)

it('keeps a valuation that is the one that would be reckoned anew, whatever happened in between', async () => {
  const seed = announcedSeed('kept valuations')
  const random = randomOf(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const books = openBooks()
  const { coins, store, journal, venues, portfolio, matches } = books
  fill(books, 5)
  const ids = ['peaq', 'ola', 'own-1', 'own-2', 'own-3']
  const price = () => pick(['1', '2.5', '3', null])
  const amount = () => pick(['1', '20', '0.5'])
  const steps: (() => unknown)[] = [
    () => {
      const markets = [
        market('peaq', 'PEAQ', price()),
        market('own-1', 'T1', price()),
        market('', 'T2', price(), 'EUR'),
      ]
      const held = ['USDT', 'PEAQ', 'T1', 'ODD'].map((asset) => ({ asset, total: amount() }))
      venues.live = { markets, sheet: random() < 0.1 ? null : sheetOf(...held), rates: [rate('EUR/USDT', amount())] }
    },
    () => store.saveHolding({ environment: 'live', coinId: pick(ids), amount: amount() }, AT),
    () => store.removeHolding('live', pick(ids), AT),
    () => coins.save({ coinId: pick(ids), early: random() < 0.5, kind: pick(['project', 'major', null]) }),
    () => coins.save({ coinId: 'own-3', ticker: pick(['T1', 'T3', 'ODD']) }),
    () => {
      const venue = { venue: 'binance', market: 'T1/USDT', coinId: pick(ids), same: random() < 0.5 }
      if (venues.live !== undefined) matches.confirm(venue)
    },
    () => {
      const coinId = pick(ids)
      const terms = { side: pick(['buy', 'sell'] as const), amount: '10', market: `X${coinId}/USDT` }
      const order = newOrder({ accountId: 'live', environment: 'live', coinId, ...terms })
      journal.recordIntent(order)
      if (random() < 0.3) return
      journal.change(order.intentId, AT, { status: 'submitting' })
      if (random() < 0.3) return
      const told = venueOrder(order, {
        status: pick(['filled', 'open']),
        filled: amount(),
        averagePrice: '2',
        ...(random() < 0.5 && { fills: [] }),
      })
      journal.change(order.intentId, AT, { status: told.status, venueOrder: told })
    },
  ]
  const undone = () => {
    try {
      store.atomically(() => {
        pick(steps.slice(1, 5))()
        portfolio.riskBook('live')
        throw new Error('rolled back')
      })
    } catch {}
  }
  steps[0]?.()
  for (let step = 0; step < 400; step += 1) {
    pick([...steps, undone])()
    const about = pick(ids)
    const why = `seed ${seed}, step ${step}`
    expect(portfolio.riskBook('live', undefined, about), why).toEqual(anew(books).riskBook('live', undefined, about))
    expect(await portfolio.get('live'), why).toEqual(await anew(books).get('live'))
  }
})

it('values 2,000 holdings without a statement for each, and a further look at them without any', () => {
  const books = openBooks()
  fill(books, 2_000)
  books.store.atomically(() => {
    for (let number = 0; number < 2_000; number += 1) {
      books.store.saveHolding({ environment: 'live', coinId: `own-${number}`, amount: '1' }, AT)
    }
  })
  books.venues.live = { markets: [market('peaq', 'PEAQ', '2')], sheet: sheetOf({ asset: 'USDT', total: '100' }) }
  const statements = countStatements()
  expect(books.portfolio.riskBook('live').unpriced).toHaveLength(2_000)
  expect(statements.taken().length).toBeLessThan(25)
  books.portfolio.riskBook('live', undefined, 'peaq')
  expect(statements.taken().length).toBeLessThan(5)
})
