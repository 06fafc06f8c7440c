// The order journal over SQLite: an order is written here before it is sent, and never forgotten.

import { add, compare, max } from '../../../../shared/decimal.ts'
import type { Order } from '../../../../shared/order.ts'
import { isUnsettled, mayBecome } from '../../../../shared/order-states.ts'
import { overrideEnd } from '../../../../shared/portfolio.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import type { OverrideUse } from '../../../ports/overrides.ts'
import type { DraftRow, NewOrder, OrderChange, OrderJournal, OrderStep, Traded } from '../../../ports/stores.ts'
import type { Trace } from '../../../ports/system.ts'
import type { Database, Row } from '../database.ts'
import { bookFills, type CoinOf } from '../ledger/ledger-fills.ts'
import { soundRow, soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'
import { orderPage, orderSearch } from './order-page.ts'
import { createOrderReads } from './order-reads.ts'
import { feesOf, reasonColumn, toSearch, tradedPart } from './order-rows.ts'
import {
  answeredStep,
  attemptedStep,
  changedStep,
  decidedStep,
  haltStep,
  overrideStep,
  recordedStep,
} from './order-steps.ts'

const EVERY_ACCOUNT = '*'
/** Goes through the index of this condition alone; a test looks at its plan. */
export const TRADED_OF_COIN = `SELECT account_id, intent_id, market, side, filled, average_price, fee_asset, fee_amount
  FROM orders WHERE environment = ? AND coin_id = ? AND filled <> '0' ORDER BY created_at, rowid`

/** From one coin to the next through that index, past all orders of each. */
const TRADED_COINS = `WITH RECURSIVE traded (coin_id) AS (
    SELECT min(coin_id) FROM orders WHERE environment = ? AND filled <> '0'
    UNION ALL
    SELECT (SELECT min(coin_id) FROM orders WHERE environment = ? AND filled <> '0' AND coin_id > traded.coin_id)
    FROM traded WHERE coin_id IS NOT NULL
  ) SELECT coin_id FROM traded WHERE coin_id IS NOT NULL`

/**
 * Builds the journal; `trace` is told of the moments inside a write, so that tests can die there. `note` is given each
 * step inside the transaction that writes it: whatever it writes of it is kept with the step, or not at all. `coinOf` finds the
 * coin that a trade was paid with.
 */
export function createOrderJournal(
  db: Database,
  trace: Trace,
  note: (step: OrderStep) => void,
  coinOf: CoinOf = () => null,
): OrderJournal {
  const searchRow = (intentId: string) =>
    soundRow(db, 'searches', db.get('SELECT * FROM searches WHERE intent_id = ?', intentId))
  const sound = (rows: Row[]) => soundRows(db, 'orders', rows)
  const { get, all, withStatus } = createOrderReads(db)
  // An order changes many times, what it traded seldom.
  let trades = 0
  const tradedChanged = () => trades + db.changes(['fills'])
  const tradedCoins = new Map<string, { coins: Set<string>; at: number }>()
  const applyChange = (order: Order | null, at: string, change: OrderChange) => {
    if (change.venueOrder !== undefined) trades += 1
    writeChange(db, order, at, change, coinOf)
  }
  const halted = whileUnchanged(db, ['halts'], () =>
    db.all('SELECT account_id FROM halts').map((row) => String(row.account_id)),
  )
  const halts = () => {
    const ids = halted()
    return { all: ids.includes(EVERY_ACCOUNT), accounts: ids.filter((id) => id !== EVERY_ACCOUNT) }
  }
  return {
    ...draftRows(db),
    ...overrideRows(db, note),
    ...listedRows(db, all),
    recordIntent: (order, uses = []) =>
      db.transaction(() => {
        insertOrder(db, order)
        note(recordedStep(order, uses))
        for (const use of uses) insertUse(db, order, use)
      }),
    startAttempt: (intentId, at, validUntil, forbidden = () => null, also = () => {}) =>
      db.transaction(() => {
        if (forbidden() !== null) return null
        // Read once for all of it: an attempt changes no row of the order.
        const before = get(intentId)
        const number = (before?.attempts.length ?? 0) + 1
        insertAttempt(db, intentId, number, at, validUntil)
        applyChange(before, at, { status: 'submitting' })
        note(attemptedStep(intentId, number))
        also()
        trace('attempt-writing', intentId)
        return { number, startedAt: at, outcome: null, sent: null, detail: null, words: null, validUntil }
      }),
    finishAttempt: (intentId, number, { outcome, sent, detail, words }, at, change) =>
      db.transaction(() => {
        const before = get(intentId)
        db.run(
          'UPDATE attempts SET outcome = ?, sent = ?, detail = ?, words = ?, ended_at = ? WHERE intent_id = ? AND number = ?',
          outcome,
          sent,
          reasonColumn(detail),
          words,
          at,
          intentId,
          number,
        )
        applyChange(before, at, change)
        note(answeredStep(intentId, number, outcome, detail, change))
        trace('outcome-writing', intentId)
      }),
    change: (intentId, at, change) =>
      db.transaction(() => {
        const before = get(intentId)
        applyChange(before, at, change)
        note(changedStep(intentId, before?.status ?? null, change))
      }),
    requestCancel: (intentId, at) =>
      db.transaction(() => {
        if (get(intentId)?.cancelRequested !== false) return
        db.run('UPDATE orders SET cancel_requested_at = ? WHERE intent_id = ?', at, intentId)
        note({ kind: 'order', event: 'cancel-requested', subject: intentId, detail: {} })
      }),
    decide: (intentId, at, reason, change) =>
      db.transaction(() => {
        const before = get(intentId)
        applyChange(before, at, change)
        db.run('UPDATE orders SET decided_at = ? WHERE intent_id = ?', at, intentId)
        note(decidedStep(intentId, before?.status ?? null, change, reason))
      }),
    searchOf: (intentId) => {
      const row = searchRow(intentId)
      if (row === undefined) return { rounds: 0, silent: 0, lastSilentAt: null }
      const last = row.last_silent_at
      return { ...toSearch(row), lastSilentAt: last === null ? null : Number(last) }
    },
    saveSearch: (intentId, { rounds, silent, lastSilentAt }, detail, at) =>
      db.run(
        'INSERT OR REPLACE INTO searches (intent_id, rounds, silent, last_silent_at, looked_at, detail) VALUES (?, ?, ?, ?, ?, ?)',
        intentId,
        rounds,
        silent,
        lastSilentAt,
        at,
        reasonColumn(detail),
      ),
    knowsVenueOrder: (accountId, orderId) =>
      db.get('SELECT 1 AS known FROM orders WHERE account_id = ? AND venue_order_id = ?', accountId, orderId) !==
      undefined,
    findByKey: (accountId, key) => {
      // What is no order's call has none.
      if (key === '') return null
      const found = db.get('SELECT intent_id FROM orders WHERE account_id = ? AND venue_client_id = ?', accountId, key)
      return found === undefined ? null : get(String(found.intent_id))
    },
    get,
    hasAny: (accountId) => db.get('SELECT 1 FROM orders WHERE account_id = ? LIMIT 1', accountId) !== undefined,
    withStatus: (statuses, since = '') => withStatus(statuses, since),
    booked: (intentId) => {
      const row = db.get('SELECT * FROM orders WHERE intent_id = ?', intentId)
      const fills = row === undefined ? [] : fillsOf(db, row)
      return fills.reduce((sum, { amount }) => add(sum, String(amount)), '0')
    },
    tradedChanged,
    tradedCoins: (environment) => {
      const now = tradedChanged()
      const known = tradedCoins.get(environment)
      if (known?.at === now) return known.coins
      const coins = new Set(db.all(TRADED_COINS, environment, environment).map((row) => String(row.coin_id)))
      tradedCoins.set(environment, { coins, at: now })
      return coins
    },
    tradedOf: (environment, coinId) =>
      sound(db.all(TRADED_OF_COIN, environment, coinId)).map((row) => toTraded(db, row)),
    halts,
    setHalt: (accountId, isHalted) =>
      db.transaction(() => {
        const id = accountId ?? EVERY_ACCOUNT
        if (isHalted) db.run('INSERT OR IGNORE INTO halts (account_id) VALUES (?)', id)
        else if (accountId === null) db.run('DELETE FROM halts')
        else db.run('DELETE FROM halts WHERE account_id = ?', id)
        note(haltStep(accountId, isHalted))
      }),
  }
}

/** The single trades of an order. */
function fillsOf(db: Database, row: Row): Row[] {
  const ids = [String(row.account_id), String(row.intent_id)]
  const rows = db.all(
    'SELECT intent_id, fill_id, price, amount, fee_asset, fee_amount FROM fills WHERE account_id = ? AND intent_id = ?',
    ...ids,
  )
  return soundRows(db, 'fills', rows)
}

function toTraded(db: Database, row: Row): Traded {
  const { averagePrice, fee: _, ...order } = tradedPart(row)
  const fills = fillsOf(db, row)
  return {
    ...order,
    averagePrice,
    fees: feesOf(row, fills),
    fills:
      averagePrice === null ? fills.map(({ price, amount }) => ({ price: String(price), amount: String(amount) })) : [],
  }
}

function draftRows(db: Database) {
  const toDraft = (row: Row | undefined): DraftRow | null =>
    row
      ? {
          intentId: String(row.intent_id),
          window: String(row.window),
          accountId: String(row.account_id),
          coinId: String(row.coin_id),
          side: String(row.side) as DraftRow['side'],
          market: String(row.market),
          createdAt: String(row.created_at),
        }
      : null
  return {
    putDraft: (d: DraftRow) =>
      db.run(
        'INSERT INTO drafts (intent_id, window, account_id, coin_id, side, market, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        d.intentId,
        d.window,
        d.accountId,
        d.coinId,
        d.side,
        d.market,
        d.createdAt,
      ),
    findDraft: (intentId: string) =>
      toDraft(soundRow(db, 'drafts', db.get('SELECT * FROM drafts WHERE intent_id = ?', intentId))),
    findDraftFor: (slot: Pick<DraftRow, 'window' | 'accountId' | 'coinId' | 'side'>) =>
      toDraft(
        soundRow(
          db,
          'drafts',
          db.get(
            'SELECT * FROM drafts WHERE window = ? AND account_id = ? AND coin_id = ? AND side = ?',
            ...[slot.window, slot.accountId, slot.coinId, slot.side],
          ),
        ),
      ),
    dropDraft: (intentId: string) => db.run('DELETE FROM drafts WHERE intent_id = ?', intentId),
  }
}

function listedRows(db: Database, all: (rows: readonly Row[]) => Order[]): Pick<OrderJournal, 'page' | 'search'> {
  return {
    page: (filter) => {
      const { rows, next } = orderPage(db, filter)
      return { items: all(rows), next }
    },
    search: (filter, span) => {
      const { rows, scannedTo } = orderSearch(db, filter, span)
      const orders = new Map(all(rows).map((order) => [order.intentId, order]))
      const found = rows.map((row) => ({
        place: Number(row['place']),
        order: orders.get(String(row.intent_id)) ?? null,
      }))
      return { found, scannedTo }
    },
  }
}

function overrideRows(db: Database, note: (step: OrderStep) => void) {
  return {
    saveOverride: (intentId: string, reason: string, at: string, until: string) =>
      db.transaction(() => {
        const sql = 'INSERT OR REPLACE INTO overrides (intent_id, reason, at, until) VALUES (?, ?, ?, ?)'
        db.run(sql, intentId, reason, at, until)
        note(overrideStep(intentId, reason, until))
      }),
    findOverride: (intentId: string) => {
      const row = db.get('SELECT * FROM overrides WHERE intent_id = ?', intentId)
      if (row === undefined) return null
      const at = String(row.at)
      return { reason: String(row.reason), at, until: row['until'] == null ? overrideEnd(at) : String(row['until']) }
    },
  }
}

function insertUse(db: Database, order: NewOrder, use: OverrideUse): void {
  const sql = 'INSERT INTO override_uses (override_id, intent_id, breaches, at) VALUES (?, ?, ?, ?)'
  db.run(sql, use.overrideId, order.intentId, JSON.stringify(use.breaches), order.createdAt)
}

function insertOrder(db: Database, o: NewOrder): void {
  db.run(
    `INSERT INTO orders (intent_id, account_id, environment, coin_id, market, side, type, time_in_force, size_unit,
       size_value, amount, price, stop_price, payload_hash, venue_client_id, status, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'recorded', ?, ?)`,
    o.intentId,
    o.accountId,
    o.environment,
    o.coinId,
    o.market,
    o.side,
    o.type,
    o.timeInForce,
    o.size.unit,
    o.size.value,
    o.amount,
    o.price,
    o.stopPrice,
    o.payloadHash,
    o.venueClientId,
    o.createdAt,
    o.createdAt,
  )
}

function insertAttempt(db: Database, intentId: string, number: number, at: string, validUntil: number | null): void {
  const sql = 'INSERT INTO attempts (intent_id, number, started_at, valid_until) VALUES (?, ?, ?, ?)'
  db.run(sql, intentId, number, at, validUntil)
}

function writeChange(db: Database, order: Order | null, at: string, change: OrderChange, coinOf: CoinOf): void {
  if (order === null) throw new AppError('INTERNAL', reason('ORDER_NEVER_RECORDED'))
  if (!mayBecome(order.status, change.status)) {
    throw new AppError('INTERNAL', reason('ORDER_STEP_REFUSED', { from: order.status, to: change.status }))
  }
  const venue = change.venueOrder
  const why = change.reason === undefined ? (venue?.reason ?? order.reason) : change.reason
  // Of less than is filled by now it is not the fee any more.
  const isMore = venue != null && compare(venue.filled, order.filled) > 0
  const fee = venue?.fee ?? (isMore ? null : order.fee)
  db.run(
    `UPDATE orders SET status = ?, reason = ?, venue_order_id = ?, filled = ?, average_price = ?, fee_asset = ?,
       fee_amount = ?, updated_at = ? WHERE intent_id = ?`,
    change.status,
    reasonColumn(why),
    venue?.orderId ?? change.orderId ?? order.venueOrderId,
    venue?.filled ?? order.filled,
    venue?.averagePrice ?? order.averagePrice,
    fee?.asset ?? null,
    fee?.amount ?? null,
    at,
    order.intentId,
  )
  for (const fill of venue?.fills ?? []) {
    db.run(
      'INSERT OR IGNORE INTO fills (account_id, fill_id, intent_id, price, amount, fee_asset, fee_amount, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      order.accountId,
      fill.fillId,
      order.intentId,
      fill.price,
      fill.amount,
      fill.fee.asset,
      fill.fee.amount,
      fill.at,
    )
  }
  if (venue != null && (isMore || venue.fills.length > 0)) {
    const { filled } = venue
    const averagePrice = venue.averagePrice ?? order.averagePrice
    bookFills(db, order, venue.fills, { filled: max(filled, order.filled), averagePrice, fee }, at, coinOf)
  }
  // A definite answer frees the ticket's slot: the next ticket for this coin gets a key of its own.
  if (!isUnsettled(change.status)) db.run('DELETE FROM drafts WHERE intent_id = ?', order.intentId)
}
