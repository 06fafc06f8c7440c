// An order journal over a database of its own, and the rows that tests put into it.

import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../../../electron/adapters/sqlite/database.ts'
import { createOrderJournal } from '../../../electron/adapters/sqlite/stores/order-journal.ts'
import type { DraftRow, NewOrder, OrderJournal, OrderStep } from '../../../electron/ports/stores.ts'
import type { VenueOrder } from '../../../electron/ports/venue.ts'
import { makeProfile } from './temp-folder.ts'

export const AT = '2026-11-23T12:00:00.000Z'

/** A database that is closed after the test. */
export function openTestDatabase(): Database {
  const db = openDatabase(makeProfile())
  onTestFinished(() => db.close())
  return db
}

/** A journal with its database; `note` is told of the steps. */
export function openJournal(note: (step: OrderStep) => void = () => {}): { db: Database; journal: OrderJournal } {
  const db = openTestDatabase()
  return { db, journal: createOrderJournal(db, () => {}, note) }
}

/** A draft for a buy of PEAQ, with the given changes. */
export function draftRow(changes: Partial<DraftRow> = {}): DraftRow {
  return {
    intentId: randomUUID(),
    window: 'main',
    accountId: 'practice',
    coinId: 'peaq',
    side: 'buy',
    market: 'PEAQ/USDT',
    createdAt: AT,
    ...changes,
  }
}

/** A market buy of 100 PEAQ as it is recorded, with the given changes. */
export function newOrder(changes: Partial<NewOrder> = {}): NewOrder {
  const intentId = changes.intentId ?? randomUUID()
  return {
    intentId,
    accountId: 'practice',
    environment: 'practice',
    coinId: 'peaq',
    market: 'PEAQ/USDT',
    side: 'buy',
    type: 'market',
    timeInForce: 'gtc',
    size: { unit: 'base', value: '100' },
    amount: '100',
    price: null,
    stopPrice: null,
    payloadHash: 'hash',
    venueClientId: intentId,
    createdAt: AT,
    ...changes,
  }
}

/** How the venue tells of `order`: filled, with one fill, and the given changes. */
export function venueOrder(order: Pick<NewOrder, 'venueClientId'>, changes: Partial<VenueOrder> = {}): VenueOrder {
  const fee = { asset: 'USDT', amount: '0.01' }
  return {
    orderId: 'order-1',
    key: order.venueClientId,
    market: 'PEAQ/USDT',
    side: 'buy',
    type: 'market',
    amount: '100',
    price: null,
    stopPrice: null,
    status: 'filled',
    filled: '100',
    averagePrice: '0.14',
    fee,
    reason: null,
    fills: [{ fillId: 'fill-1', price: '0.14', amount: '100', fee, at: AT }],
    ...changes,
  }
}
