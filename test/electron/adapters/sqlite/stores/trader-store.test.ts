// The trader's own work, the single values and the copies of what a venue said: each comes back as it was saved.

import { expect, it } from 'vitest'
import { createMeta } from '../../../../../electron/adapters/sqlite/meta.ts'
import { createTraderStore } from '../../../../../electron/adapters/sqlite/stores/trader-store.ts'
import { createVenueCache } from '../../../../../electron/adapters/sqlite/stores/venue-cache.ts'
import type { MarketListing } from '../../../../../electron/ports/venue.ts'
import { DEFAULT_RULES } from '../../../../../shared/portfolio.ts'
import { AT, draftRow, newOrder, openJournal, openTestDatabase } from '../../../../support/profile/journal.ts'

const OWN = { id: 'own-1', name: "Ob'scure; --", ticker: null, what: '', narratives: ['a, b', '"c"'] }

it('keeps own coins in the order of their making, also when edited', () => {
  const store = createTraderStore(openTestDatabase())
  store.saveOwnCoin(OWN, '2026-01-01')
  store.saveOwnCoin({ ...OWN, id: 'own-0', ticker: 'OWN' }, '2026-01-02')
  store.saveOwnCoin({ ...OWN, name: 'Renamed' }, '2026-01-03')
  expect(store.ownCoins()).toEqual([
    { ...OWN, name: 'Renamed' },
    { ...OWN, id: 'own-0', ticker: 'OWN' },
  ])
})

it('tells an unset mark from a false one', () => {
  const store = createTraderStore(openTestDatabase())
  const mark = {
    watched: false,
    tags: ['x', 'y'],
    early: null,
    kind: 'major' as const,
    tickers: [{ ticker: 'OLD', since: null, until: '2026-11-01' }],
    contracts: [{ chain: 'ethereum', address: '0x1' }],
    note: { text: 'line\nline', updatedAt: AT },
  }
  store.saveMark('peaq', mark)
  store.saveMark('ten', { watched: null, tags: [], early: true, kind: null, tickers: [], contracts: [], note: null })
  expect(store.marks().get('peaq')).toEqual(mark)
  expect(store.marks().get('ten')).toEqual({
    watched: null,
    tags: [],
    early: true,
    kind: null,
    tickers: [],
    contracts: [],
    note: null,
  })
})

it('keeps airdrop work', () => {
  const store = createTraderStore(openTestDatabase())
  const work = { progress: 'in-progress', note: 'wallet 2', deadline: '2026-12-01', updatedAt: AT } as const
  store.saveAirdropWork('peaq', { ...work, deadline: null })
  store.saveAirdropWork('peaq', work)
  expect([...store.airdropWork()]).toEqual([['peaq', work]])
})

it('keeps holdings of each environment apart', () => {
  const store = createTraderStore(openTestDatabase())
  store.saveHolding({ environment: 'live', coinId: 'peaq', amount: '1' }, AT)
  store.saveHolding({ environment: 'live', coinId: 'peaq', amount: '999999999999999999.000000000000000001' }, AT)
  store.saveHolding({ environment: 'test', coinId: 'peaq', amount: '2' }, AT)
  const live = [{ environment: 'live', coinId: 'peaq', amount: '999999999999999999.000000000000000001' }]
  expect([store.holdings('live'), store.holdings('practice')]).toEqual([live, []])
  store.removeHolding('test', 'peaq', AT)
  expect([store.holdings('live'), store.holdings('test')]).toEqual([live, []])
})

it('knows no rules until they are saved', () => {
  const store = createTraderStore(openTestDatabase())
  expect(store.rules()).toBeNull()
  store.saveRules(DEFAULT_RULES)
  store.saveRules({ ...DEFAULT_RULES, project: { limit: '0.1', level: 'warn' } })
  expect(store.rules()).toEqual({ ...DEFAULT_RULES, project: { limit: '0.1', level: 'warn' } })
})

it('calls a coin used while an order or a holding names it', () => {
  const { db, journal } = openJournal()
  const store = createTraderStore(db)
  expect(store.coinIsUsed('own-1')).toBe(false)
  store.saveHolding({ environment: 'live', coinId: 'own-1', amount: '1' }, AT)
  expect(store.coinIsUsed('own-1')).toBe(true)
  store.removeHolding('live', 'own-1', AT)
  journal.recordIntent(newOrder({ coinId: 'own-1' }))
  expect([store.coinIsUsed('own-1'), store.coinIsUsed('own-2')]).toEqual([true, false])
})

it('removes an own coin with everything that hangs on it, and nothing else', () => {
  const { db, journal } = openJournal()
  const store = createTraderStore(db)
  for (const id of ['own-1', 'own-2']) {
    store.saveOwnCoin({ ...OWN, id }, AT)
    store.saveMark(id, { watched: true, tags: [], early: null, kind: null, tickers: [], contracts: [], note: null })
    store.saveAirdropWork(id, { progress: 'done', note: '', deadline: null, updatedAt: AT })
    journal.putDraft(draftRow({ coinId: id }))
  }
  store.removeOwnCoin('own-1')
  expect(store.ownCoins().map(({ id }) => id)).toEqual(['own-2'])
  expect([[...store.marks().keys()], [...store.airdropWork().keys()]]).toEqual([['own-2'], ['own-2']])
  expect(db.all('SELECT coin_id FROM drafts')).toEqual([{ coin_id: 'own-2' }])
})

it('makes a value of the profile once', () => {
  const meta = createMeta(openTestDatabase())
  expect([meta.once('id', () => 'first'), meta.once('id', () => 'second'), meta.once('b', () => 'third')]).toEqual([
    'first',
    'first',
    'third',
  ])
})

it('raises a number of the profile and never lowers it, and takes what was spoilt for none', () => {
  const db = openTestDatabase()
  const meta = createMeta(db)
  const raised = [5, 9, 7, 10].map((least) => meta.raise('n', least))
  expect(raised).toEqual([0, 5, 9, 9])
  for (const spoilt of ['', 'x', '-1', '1e99', '1.5']) {
    db.run('UPDATE meta SET value = ? WHERE key = ?', spoilt, 'n')
    expect(meta.raise('n', 3)).toBe(0)
    expect(meta.raise('n', 3)).toBe(3)
  }
})

it('keeps the last words of a venue, by account, and tells never heard from heard of nothing', () => {
  const cache = createVenueCache(openTestDatabase())
  expect([cache.balances('practice'), cache.markets('practice')]).toEqual([null, []])
  cache.saveBalances('practice', 'then', [{ asset: 'USDT', total: '2', free: '1' }])
  cache.saveBalances('practice', AT, [])
  cache.saveBalances('another', AT, [{ asset: 'USDT', total: '9', free: '9' }])
  expect(cache.balances('practice')).toEqual({ at: AT, balances: [] })
  const rule = { tick: '1', step: '1', minAmount: '1', maxAmount: '1', minNotional: '1', takerFee: '0', makerFee: '0' }
  const listing: MarketListing = {
    market: 'PEAQ/USDT',
    coinId: 'peaq',
    base: 'PEAQ',
    quote: 'USDT',
    stage: 'trading',
    opensAt: null,
    closesAt: null,
    rules: rule,
  }
  const quote = { bid: '1', ask: '2', last: '1', at: AT, receivedAt: AT }
  cache.saveMarkets('practice', [listing, { ...listing, market: 'OLA/USDT' }], [{ market: 'PEAQ/USDT', quote }])
  expect(cache.markets('practice')).toEqual([
    { listing: { ...listing, market: 'OLA/USDT' }, price: null },
    { listing, price: quote },
  ])
})
