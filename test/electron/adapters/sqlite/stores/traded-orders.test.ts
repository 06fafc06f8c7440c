// What the journal keeps of trades: every fill of every order, and the orders of one coin without a look at any other.

import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../../../electron/adapters/sqlite/database.ts'
import { MIGRATIONS } from '../../../../../electron/adapters/sqlite/migrations.ts'
import { TRADED_OF_COIN } from '../../../../../electron/adapters/sqlite/stores/order-journal.ts'
import type { NewOrder, OrderJournal } from '../../../../../electron/ports/stores.ts'
import type { VenueOrder } from '../../../../../electron/ports/venue.ts'
import { AT, newOrder, openJournal, venueOrder } from '../../../../support/profile/journal.ts'
import { makeProfile } from '../../../../support/profile/temp-folder.ts'

function trade(journal: OrderJournal, changes: Partial<NewOrder>, told: Partial<VenueOrder> = {}): string {
  const order = newOrder(changes)
  journal.recordIntent(order)
  journal.change(order.intentId, AT, { status: 'submitting' })
  journal.change(order.intentId, AT, { status: 'filled', venueOrder: venueOrder(order, told) })
  return order.intentId
}

it('keeps both of two fills with one id: of two markets, and of both sides of a trade with oneself', () => {
  const { db, journal } = openJournal()
  const ids = [
    trade(journal, { market: 'PEAQ/USDT' }),
    trade(journal, { market: 'MOVE/USDT', coinId: 'movement' }),
    trade(journal, { side: 'sell' }),
  ]
  const kept = db.all('SELECT intent_id, fill_id FROM fills')
  expect(kept.map((row) => row['fill_id'])).toEqual(['fill-1', 'fill-1', 'fill-1'])
  expect(kept.map((row) => row['intent_id']).toSorted()).toEqual(ids.toSorted())
})

it('brings the fills of an older profile along', () => {
  const dataDir = makeProfile()
  mkdirSync(dataDir)
  const raw = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'))
  for (const sql of MIGRATIONS.slice(0, 3)) raw.exec(sql)
  raw.exec(`INSERT INTO orders (intent_id, account_id, environment, coin_id, market, side, type, time_in_force, size_unit,
      size_value, amount, payload_hash, venue_client_id, status, created_at, updated_at)
    VALUES ('one', 'mine', 'live', 'peaq', 'PEAQ/USDT', 'buy', 'market', 'gtc', 'base', '1', '1', 'x', 'one', 'filled', '', '');
    INSERT INTO fills (account_id, fill_id, intent_id, price, amount, fee_asset, fee_amount, at)
      VALUES ('mine', 'f', 'one', '2', '1', 'USDT', '0.1', '${AT}');
    PRAGMA user_version = 3`)
  raw.close()
  const db = openDatabase(dataDir)
  onTestFinished(() => db.close())
  expect(db.all('SELECT * FROM fills')).toEqual([
    {
      ...{ account_id: 'mine', fill_id: 'f', intent_id: 'one', price: '2', amount: '1' },
      ...{ fee_asset: 'USDT', fee_amount: '0.1', at: AT },
    },
  ])
})

it('tells the orders of one coin that traded, oldest first, with their fills where no average was told', () => {
  const { journal } = openJournal()
  trade(journal, { createdAt: '2026-02-02', accountId: 'b' }, { averagePrice: null })
  trade(journal, { createdAt: '2026-02-01', side: 'sell' }, { filled: '7' })
  trade(journal, { environment: 'live' })
  trade(journal, { coinId: 'ola' })
  journal.recordIntent(newOrder())
  const common = { market: 'PEAQ/USDT', fees: [{ asset: 'USDT', amount: '0.01' }] }
  expect(journal.tradedOf('practice', 'peaq')).toEqual([
    { ...common, accountId: 'practice', side: 'sell', filled: '7', averagePrice: '0.14', fills: [] },
    {
      ...{ ...common, accountId: 'b', side: 'buy', filled: '100', averagePrice: null },
      fills: [{ price: '0.14', amount: '100' }],
    },
  ])
})

it('goes through the index of the coin alone, without a sort, and finds the fills of an order by their key', () => {
  const { db } = openJournal()
  const plan = (sql: string, ...values: string[]) =>
    db.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => row['detail'])
  expect(plan(TRADED_OF_COIN, 'live', 'peaq')).toEqual([
    'SEARCH orders USING INDEX orders_filled_by_coin (environment=? AND coin_id=?)',
  ])
  expect(plan('SELECT price, amount FROM fills WHERE account_id = ? AND intent_id = ?', 'a', 'b')).toEqual([
    expect.stringMatching(/^SEARCH fills USING INDEX .* \(account_id=\? AND intent_id=\?\)$/),
  ])
})
