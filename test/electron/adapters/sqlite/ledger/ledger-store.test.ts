// The ledger in the database: pages, the walk in time, sums of holdings that follow from it, and trades that come once.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLedgerStore } from '../../../../../electron/adapters/sqlite/ledger/ledger-store.ts'
import { createOrderJournal } from '../../../../../electron/adapters/sqlite/stores/order-journal.ts'
import { createTraderStore } from '../../../../../electron/adapters/sqlite/stores/trader-store.ts'
import type { LedgerPosition } from '../../../../../electron/ports/ledger.ts'
import type { Movement } from '../../../../../shared/ledger/ledger.ts'
import { fromScaled, toScaled } from '../../../../support/hostile/decimals.ts'
import { announcedSeed } from '../../../../support/hostile/seed.ts'
import { ledgerArb, movement } from '../../../../support/ledger/ledgers.ts'
import { plainReckoning } from '../../../../support/ledger/plain-model.ts'
import { AT, newOrder, openTestDatabase, venueOrder } from '../../../../support/profile/journal.ts'

const seed = announcedSeed('stored ledgers')
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`
const buy = (entryId: string, change: Partial<Movement> = {}) =>
  movement({ entryId, kind: 'buy', amount: '1', price: '2', accountId: 'cold', ...change })

function openLedger() {
  const db = openTestDatabase()
  return { db, ledger: createLedgerStore(db), trader: createTraderStore(db) }
}

it('gives back what was written, newest first, by each filter, page by page', () => {
  const { ledger } = openLedger()
  const rows = [1, 2, 2, 3].map((n, at) => buy(`e${at}`, { at: day(n), kind: at === 3 ? 'airdrop' : 'buy' }))
  for (const row of rows) ledger.add(row)
  ledger.add(buy('other', { at: day(1), coinId: 'ola', asset: 'OLA', environment: 'test', accountId: 'hot' }))
  const ids = (filter: Parameters<typeof ledger.page>[0]) => ledger.page(filter).items.map(({ entryId }) => entryId)
  expect(ledger.page({ coinId: 'peaq' }).items).toEqual(rows.toReversed())
  expect(ids({ environment: 'live' })).toEqual(['e3', 'e2', 'e1', 'e0'])
  expect(ids({ accountId: 'hot' })).toEqual(['other'])
  expect(ids({ kind: 'airdrop' })).toEqual(['e3'])
  const first = ledger.page({ coinId: 'peaq', limit: 2 })
  expect(first.items.map(({ entryId }) => entryId)).toEqual(['e3', 'e2'])
  const second = ledger.page({ coinId: 'peaq', limit: 2, before: first.next ?? -1 })
  expect([second.items.map(({ entryId }) => entryId), second.next]).toEqual([['e1', 'e0'], null])
  expect(() => ledger.page({ before: 12_345 })).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
})

it('adds a movement once by its id, and tells whether what was reckoned still holds', () => {
  const { ledger, trader } = openLedger()
  expect([ledger.add(buy('one')), ledger.add(buy('one', { amount: '9' }))]).toEqual([true, false])
  expect(trader.holdings('live')).toMatchObject([{ coinId: 'peaq', amount: '1' }])
  const before = ledger.rewritten()
  ledger.add(buy('later', { at: day(9) }))
  expect(ledger.rewritten()).toBe(before)
  ledger.add(buy('earlier', { at: day(2) }))
  const added = ledger.rewritten()
  expect(added).not.toBe(before)
  ledger.replace(buy('later', { at: day(9), amount: '3' }))
  expect(ledger.rewritten()).not.toBe(added)
  ledger.remove('one')
  expect(trader.holdings('live')).toMatchObject([{ amount: '4' }])
})

it('counts at own places alone: what an exchange tells is not counted again, also when its account is gone', () => {
  const { db, ledger, trader } = openLedger()
  db.run("INSERT INTO accounts VALUES ('main', 'kraken', 'live', 'Main', NULL, ?, NULL)", AT)
  ledger.add(buy('a', { accountId: 'main', amount: '5' }))
  ledger.add(movement({ entryId: 'b', kind: 'transfer', amount: '3', at: day(2), to: { ...COLD, amount: '2' } }))
  expect(trader.holdings('live')).toMatchObject([{ amount: '2' }])
  db.run("DELETE FROM accounts WHERE account_id = 'main'")
  ledger.add(buy('c', { accountId: 'main', amount: '5', at: day(3) }))
  ledger.remove('a')
  expect(trader.holdings('live')).toMatchObject([{ amount: '2' }])
  ledger.remove('b')
  expect(trader.holdings('live')).toEqual([])
})
const COLD = { accountId: 'cold', coinId: 'peaq', asset: 'PEAQ' }

it('a movement that is changed stays where it stood, and keeps what its place was', () => {
  const { db, ledger, trader } = openLedger()
  db.run("INSERT INTO accounts VALUES ('main', 'kraken', 'live', 'Main', NULL, ?, NULL)", AT)
  db.run("INSERT INTO accounts VALUES ('only', 'kraken', 'live', 'Only', NULL, ?, NULL)", AT)
  for (const id of ['a', 'b', 'c']) ledger.add(buy(id, { accountId: 'main' }))
  const sent = movement({
    entryId: 'e',
    kind: 'transfer',
    amount: '3',
    at: day(2),
    to: { ...COLD, accountId: 'only', amount: '2' },
  })
  ledger.add(sent)
  ledger.add(buy('f', { accountId: 'later', amount: '4', at: day(2) }))
  ledger.add(movement({ entryId: 'd', kind: 'transfer', amount: '3', at: day(2), to: { ...COLD, amount: '2' } }))
  db.run('DELETE FROM accounts')
  db.run("INSERT INTO accounts VALUES ('later', 'kraken', 'live', 'Later', NULL, ?, NULL)", AT)
  const places = () => db.all('SELECT entry_id, place, own FROM ledger ORDER BY at, place')
  const before = places()
  const { next } = ledger.page({ limit: 2 })
  // What an account that is gone was is told by its rows alone, and this one has no other.
  ledger.replace({ ...sent, note: 'sent' })
  ledger.replace(buy('f', { accountId: 'later', amount: '4', at: day(2), price: '3' }))
  for (const id of ['b', 'a', 'c']) ledger.replace(buy(id, { accountId: 'main', price: '3' }))
  ledger.replace(movement({ entryId: 'd', kind: 'transfer', amount: '3', at: day(2), to: { ...COLD, amount: '1' } }))
  expect(places()).toEqual(before)
  expect(trader.holdings('live')).toMatchObject([{ coinId: 'peaq', amount: '5' }])
  // A page goes on where it was.
  expect(ledger.page({ before: next ?? -1 }).items.map(({ entryId }) => entryId)).toEqual(['e', 'c', 'b', 'a'])
  // At another place it is what that place is.
  ledger.replace(buy('a', { accountId: 'cold' }))
  expect(trader.holdings('live')).toMatchObject([{ amount: '6' }])
  ledger.replace(buy('a', { accountId: 'main' }))
  ledger.replace(
    movement({
      entryId: 'd',
      kind: 'transfer',
      amount: '3',
      at: day(2),
      to: { ...COLD, accountId: 'main', amount: '1' },
    }),
  )
  expect(trader.holdings('live')).toMatchObject([{ amount: '4' }])
})

it('states a holding by one entry, whatever else the ledger says', () => {
  const { ledger, trader } = openLedger()
  trader.saveHolding({ environment: 'live', coinId: 'peaq', amount: '5' }, day(1))
  ledger.add(buy('a', { amount: '2', at: day(2) }))
  expect(trader.holdings('live')).toMatchObject([{ amount: '7' }])
  trader.saveHolding({ environment: 'live', coinId: 'peaq', amount: '10' }, day(3))
  expect(ledger.find('opening:live:peaq')).toMatchObject({ amount: '8', at: day(1), price: null })
  trader.removeHolding('live', 'peaq', day(4))
  expect(trader.holdings('live')).toEqual([])
  expect(ledger.find('opening:live:peaq')?.amount).toBe('-2')
  ledger.remove('a')
  // More has left than came in: that is no holding, and the sum is kept.
  expect(trader.holdings('live')).toEqual([])
  trader.saveHolding({ environment: 'live', coinId: 'peaq', amount: '1' }, day(5))
  expect(trader.holdings('live')).toMatchObject([{ amount: '1' }])
})

it('keeps sums that are those of all movements, in whatever order they come and go', () => {
  fc.assert(
    fc.property(ledgerArb, fc.array(fc.nat(29), { maxLength: 10 }), (movements, gone) => {
      const { db, ledger, trader } = openLedger()
      for (const each of movements.toReversed()) ledger.add(each)
      const left = movements.filter((_, at) => !gone.includes(at))
      for (const each of movements) if (!left.includes(each)) ledger.remove(each.entryId)
      const { held } = plainReckoning(left, 'fifo', 'zero')
      for (const coinId of ['peaq', 'nillion']) {
        const sum = ['main', 'cold'].reduce((total, place) => total + (held.get(`${coinId}@${place}`) ?? 0n), 0n)
        const shown = trader.holdings('live').find((row) => row.coinId === coinId)?.amount ?? '0'
        expect(toScaled(shown)).toBe(sum > 0n ? sum : 0n)
        expect(db.get('SELECT amount FROM holdings WHERE coin_id = ?', coinId)?.['amount'] ?? '0').toBe(fromScaled(sum))
      }
    }),
    { seed, numRuns: 40 },
  )
})

it('walks in the order of time past rows that nobody can read', () => {
  const { db, ledger } = openLedger()
  for (const n of [3, 1, 2]) ledger.add(buy(`e${n}`, { at: day(n) }))
  db.run("UPDATE ledger SET kind = 'gift' WHERE entry_id = 'e2'")
  const seen: string[] = []
  let position: LedgerPosition | null = null
  for (;;) {
    const [next] = ledger.after('live', position, 1)
    if (next === undefined) break
    seen.push(next.movement.entryId)
    position = next
  }
  expect(seen).toEqual(['e1', 'e3'])
  expect(db.badRows()).toMatchObject([{ table: 'ledger', row: 'e2', column: 'kind' }])
})

it('books each trade of an order once, and what no trade was told of until it is', () => {
  const { db, ledger } = openLedger()
  const journal = createOrderJournal(
    db,
    () => {},
    () => {},
  )
  const order = newOrder({ amount: '10', market: 'PEAQ/USDT' })
  journal.recordIntent(order)
  journal.change(order.intentId, AT, { status: 'submitting' })
  const rows = () =>
    ledger
      .page({})
      .items.map(({ entryId, amount, price, total, fee }) => [
        entryId.split(':').at(-1),
        amount,
        price,
        total,
        fee?.amount,
      ])
      .toSorted()
  const fee = { asset: 'USDT', amount: '0.1' }
  const fill = (fillId: string, amount: string) => ({ fillId, amount, price: '2', fee, at: '2026-11-23T12:00:05Z' })
  const told = (filled: string, fills: ReturnType<typeof fill>[]) =>
    venueOrder(order, { amount: '10', filled, averagePrice: '2.5', market: 'PEAQ/USDT', fills, fee: null })
  journal.change(order.intentId, AT, { status: 'partially-filled', venueOrder: told('4', [fill('t1', '4')]) })
  expect(rows()).toEqual([['t1', '4', '2', null, '0.1']])
  // The exchange says 10 by now, and lists no trade of the other 6: 25 in all, less the 8 of the first.
  journal.change(order.intentId, AT, { status: 'filled', venueOrder: told('10', [fill('t1', '4')]) })
  expect(rows()).toEqual([
    [order.intentId, '6', null, '17', undefined],
    ['t1', '4', '2', null, '0.1'],
  ])
  journal.change(order.intentId, AT, { status: 'filled', venueOrder: told('10', [fill('t1', '4'), fill('t2', '6')]) })
  expect(rows()).toEqual([
    ['t1', '4', '2', null, '0.1'],
    ['t2', '6', '2', null, '0.1'],
  ])
  expect(createTraderStore(db).holdings(order.environment)).toEqual([])
})

it('an order ends as the exchange says though a row of the ledger cannot be read, and that row is named', () => {
  const { db } = openLedger()
  const journal = createOrderJournal(
    db,
    () => {},
    () => {},
  )
  const order = newOrder({ amount: '10', market: 'PEAQ/USDT' })
  journal.recordIntent(order)
  journal.change(order.intentId, AT, { status: 'submitting' })
  const fee = { asset: 'USDT', amount: '0.1' }
  const fill = (fillId: string) => ({ fillId, amount: '5', price: '2', fee, at: '2026-11-23T12:00:05Z' })
  const told = (filled: string, fills: ReturnType<typeof fill>[]) =>
    venueOrder(order, { amount: '10', filled, averagePrice: '2', market: 'PEAQ/USDT', fills, fee: null })
  journal.change(order.intentId, AT, { status: 'partially-filled', venueOrder: told('5', [fill('t1')]) })
  db.run("UPDATE ledger SET fee = '{'")
  journal.change(order.intentId, AT, { status: 'filled', venueOrder: told('10', [fill('t1'), fill('t2')]) })
  expect(journal.get(order.intentId)).toMatchObject({ status: 'filled', filled: '10' })
  expect(db.badRows()).toEqual([{ table: 'ledger', row: `order:${order.intentId}`, column: 'amount' }])
  // Nothing of the failed booking is left.
  expect(db.all('SELECT entry_id FROM ledger')).toHaveLength(1)
})

it('names the coins that a trade was paid with and that its fee took', () => {
  const { db, ledger } = openLedger()
  const coins = new Map([
    ['XYZ', 'xyz'],
    ['BNB', 'bnb'],
  ])
  const journal = createOrderJournal(
    db,
    () => {},
    () => {},
    (ticker) => coins.get(ticker) ?? null,
  )
  const order = newOrder({ amount: '10', market: 'PEAQ/XYZ' })
  journal.recordIntent(order)
  journal.change(order.intentId, AT, { status: 'submitting' })
  const fills = ['BNB', 'PEAQ', 'USDT'].map((asset, n) => ({
    ...{ fillId: asset, amount: '2', price: '2', fee: { asset, amount: '0.1' }, at: `2026-11-23T12:00:0${n}Z` },
  }))
  const venue = venueOrder(order, { amount: '10', filled: '10', averagePrice: '2', fills, fee: null })
  journal.change(order.intentId, AT, { status: 'filled', venueOrder: venue })
  const told = ledger
    .page({})
    .items.map(({ entryId, currencyCoinId, fee }) => [...[entryId.split(':').at(-1), currencyCoinId, fee?.coinId]])
  expect(told.toSorted()).toEqual(
    [
      ['BNB', 'xyz', 'bnb'],
      ['PEAQ', 'xyz', 'peaq'],
      ['USDT', 'xyz', null],
      [order.intentId, 'xyz', undefined],
    ].toSorted(),
  )
  expect(db.badRows()).toEqual([])
})
