// Rows of the ledger as they are written, each with the sum of holdings that follows from it, in one transaction.

import { add, isZero, subtract } from '../../../../shared/decimal.ts'
import { ownChanges } from '../../../../shared/ledger/amounts.ts'
import type { LedgerFee, LedgerKind, LedgerTarget, Movement } from '../../../../shared/ledger/ledger.ts'
import type { Environment } from '../../../../shared/order.ts'
import { VENUES } from '../../../../shared/venues/list.ts'
import type { Database, Row } from '../database.ts'
import { soundRows } from '../row-check.ts'

const COLUMNS = [
  ...['entry_id', 'group_id', 'sequence', 'environment', 'at', 'account_id', 'kind', 'coin_id', 'asset', 'amount'],
  ...['price', 'currency', 'total', 'fee', 'target', 'source', 'note', 'currency_coin_id', 'trade_id', 'own'],
]
const ADD = `INSERT INTO ledger (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`
const CHANGE = `UPDATE ledger SET ${COLUMNS.slice(1)
  .map((column) => `${column} = ?`)
  .join(', ')} WHERE entry_id = ?`
const OWN = { from: 1, to: 2 } as const

/** How often what was reckoned before has become wrong, by the database: several stores write to one. */
const rewrites = new WeakMap<Database, number>()

/** As `LedgerStore.rewritten`. A rollback and a restore count too. */
export const rewritten = (db: Database): number => (rewrites.get(db) ?? 0) + db.changes([])

/** What was reckoned before does not hold any more. */
export const rewrite = (db: Database) => rewrites.set(db, (rewrites.get(db) ?? 0) + 1)

/** A row as a movement. */
export function toMovement(row: Row): Movement {
  return {
    entryId: String(row.entry_id),
    groupId: String(row.group_id),
    sequence: Number(row.sequence),
    environment: row.environment as Environment,
    at: String(row.at),
    accountId: String(row.account_id),
    kind: row.kind as LedgerKind,
    coinId: orNull(row.coin_id),
    asset: String(row.asset),
    amount: String(row.amount),
    price: orNull(row.price),
    currency: String(row.currency),
    currencyCoinId: orNull(row.currency_coin_id),
    total: orNull(row.total),
    fee: row.fee === null ? null : (JSON.parse(String(row.fee)) as LedgerFee),
    to: row.target === null ? null : (JSON.parse(String(row.target)) as LedgerTarget),
    source: String(row.source),
    note: String(row.note),
    ...(row.trade_id != null && { tradeId: String(row.trade_id) }),
  }
}

const orNull = (value: Row[string] | undefined): string | null => (value == null ? null : String(value))

const isVenue = (accountId: string): boolean => VENUES.some(({ id }) => id === accountId)

/**
 * Whether nothing but the ledger says what is held there: no exchange of an account does. A place where an account once was
 * stays one of an exchange, so that what is there never counts twice. So does an exchange's own name, which its files are put
 * under while no account is said.
 */
function isOwnPlace(db: Database, accountId: string): boolean {
  if (accountId === 'practice' || isVenue(accountId)) return false
  const isAccount = db.get('SELECT 1 FROM accounts WHERE account_id = ?', accountId) !== undefined
  if (isAccount) return false
  const before = db.get('SELECT own FROM ledger WHERE account_id = ? LIMIT 1', accountId)
  return before === undefined || (Number(before.own) & OWN.from) !== 0
}

const ownAt = (db: Database, accountId: string | undefined, side: number): number =>
  accountId !== undefined && isOwnPlace(db, accountId) ? side : 0

/** Of a source that is being written or taken back nothing is seen. */
export const SEEN = 'source NOT IN (SELECT source FROM unfinished_imports)'

/** As `LedgerStore.stage`. */
export function stageMovement(db: Database, movement: Movement): ReadonlyMap<string, string> | null {
  if (db.get('SELECT 1 FROM ledger WHERE entry_id = ?', movement.entryId) !== undefined) return null
  const { accountId, to } = movement
  const own = ownAt(db, accountId, OWN.from) + ownAt(db, to?.accountId, OWN.to)
  db.run(ADD, ...valuesOf(movement), own)
  return changesOf(movement, own)
}

/** What a stored movement changes of the holdings of each coin. */
export const changesOfRow = (row: Row): ReadonlyMap<string, string> => changesOf(toMovement(row), Number(row.own))

function changesOf(movement: Movement, own: number): ReadonlyMap<string, string> {
  const { accountId, to } = movement
  const isOwn = (place: string) =>
    (place === accountId && (own & OWN.from) !== 0) || (place === to?.accountId && (own & OWN.to) !== 0)
  return ownChanges(movement, isOwn)
}

/**
 * Writes a movement; answers `false`, and changes nothing, where one of this id is there. `atExchange`: its account is one of an
 * exchange, whatever is known of it by now.
 */
export function addMovement(db: Database, movement: Movement, atExchange = false): boolean {
  return db.within(() => {
    const { entryId, to } = movement
    if (db.get('SELECT 1 FROM ledger WHERE entry_id = ?', entryId) !== undefined) return false
    const last = db.get('SELECT at FROM ledger WHERE environment = ? ORDER BY at DESC LIMIT 1', movement.environment)
    if (last !== undefined && String(last.at) > movement.at) rewrite(db)
    const from = atExchange ? 0 : ownAt(db, movement.accountId, OWN.from)
    const own = from + ownAt(db, to?.accountId, OWN.to)
    db.run(ADD, ...valuesOf(movement), own)
    count(db, movement, own, add)
    return true
  })
}

/**
 * Puts a movement in the place of the one with its id, where it stays among those of its moment; where there is none it is
 * written. A place that it has still is what it was: of an account that is gone this row can be the only one that says so.
 */
export function replaceMovement(db: Database, movement: Movement, atExchange = false): void {
  db.within(() => {
    const row = db.get('SELECT * FROM ledger WHERE entry_id = ?', movement.entryId)
    if (row === undefined) return void addMovement(db, movement, atExchange)
    rewrite(db)
    const [before, owned] = [toMovement(row), Number(row.own)]
    count(db, before, owned, subtract)
    // Of another amount, asset or place they need not be one transfer any more.
    const isSame = (['kind', 'accountId', 'coinId', 'asset', 'amount', 'at'] as const).every(
      (field) => before[field] === movement[field],
    )
    if (!isSame) removeTransfersOf(db, movement.entryId)
    const { accountId, to } = movement
    const from = accountId === before.accountId ? owned & OWN.from : ownAt(db, accountId, OWN.from)
    const into = to?.accountId === before.to?.accountId ? owned & OWN.to : ownAt(db, to?.accountId, OWN.to)
    db.run(CHANGE, ...valuesOf(movement).slice(1), from + into, movement.entryId)
    count(db, movement, from + into, add)
  })
}

/** What else is known of a movement that is gone. */
export function forget(db: Database, entryId: string): void {
  db.run('DELETE FROM import_rows WHERE entry_id = ?', entryId)
  removeTransfersOf(db, entryId)
}

const removeTransfersOf = (db: Database, entryId: string) =>
  db.run('DELETE FROM transfers WHERE withdrawal_id = ? OR deposit_id = ?', entryId, entryId)

/** Takes a movement away; of one that is not there nothing is. */
export function removeMovement(db: Database, entryId: string): void {
  db.within(() => {
    const row = db.get('SELECT * FROM ledger WHERE entry_id = ?', entryId)
    if (row === undefined) return
    rewrite(db)
    db.run('DELETE FROM ledger WHERE entry_id = ?', entryId)
    forget(db, entryId)
    count(db, toMovement(row), Number(row.own), subtract)
  })
}

/** As `TraderStore.ownAirdrops`. */
export function ownAirdrops(db: Database): Movement[] {
  const rows = db.all(
    `SELECT * FROM ledger WHERE kind = 'airdrop' AND own & ? != 0 AND ${SEEN} ORDER BY at, place`,
    OWN.from,
  )
  return soundRows(db, 'ledger', rows).map(toMovement)
}

/** The sums that are kept change with what is written, so that adding one movement costs the same among any number. */
function count(db: Database, movement: Movement, own: number, change: typeof add): void {
  countSums(db, movement.environment, changesOf(movement, own), movement.at, change)
}

/** Changes the holdings by these sums. */
export function countSums(
  db: Database,
  environment: Environment,
  sums: ReadonlyMap<string, string>,
  at: string,
  change: typeof add,
): void {
  for (const [coinId, amount] of sums) {
    const key = [environment, coinId] as const
    const held = db.get('SELECT amount FROM holdings WHERE environment = ? AND coin_id = ?', ...key)
    const sum = change(String(held?.amount ?? '0'), amount)
    if (isZero(sum)) db.run('DELETE FROM holdings WHERE environment = ? AND coin_id = ?', ...key)
    else {
      const sql = 'INSERT OR REPLACE INTO holdings (environment, coin_id, amount, updated_at) VALUES (?, ?, ?, ?)'
      db.run(sql, ...key, sum, at)
    }
  }
}

function valuesOf(movement: Movement): (string | number | null)[] {
  const { entryId, groupId, sequence, environment, at, accountId, kind, coinId, asset, amount, price } = movement
  const { currency, currencyCoinId, total, fee, to, source, note, tradeId } = movement
  return [
    ...[entryId, groupId, sequence, environment, at, accountId, kind, coinId, asset, amount, price, currency, total],
    ...[
      fee === null ? null : JSON.stringify(fee),
      to === null ? null : JSON.stringify(to),
      source,
      note,
      currencyCoinId,
      tradeId ?? null,
    ],
  ]
}

/**
 * Makes what the trader's own places hold of a coin `amount`, by the entry that says so without a history. An entry that would
 * say nothing is taken away.
 */
export function stateHolding(
  db: Database,
  { environment, coinId, amount }: { environment: Environment; coinId: string; amount: string },
  at: string,
): void {
  db.within(() => {
    const entryId = `opening:${environment}:${coinId}`
    const row = db.get('SELECT * FROM ledger WHERE entry_id = ?', entryId)
    const before = row === undefined ? null : toMovement(row)
    const held = db.get('SELECT amount FROM holdings WHERE environment = ? AND coin_id = ?', environment, coinId)
    const stated = add(before?.amount ?? '0', subtract(amount, String(held?.amount ?? '0')))
    if (isZero(stated)) return removeMovement(db, entryId)
    replaceMovement(db, {
      ...{ entryId, groupId: entryId, sequence: 0, environment, at: before?.at ?? at, accountId: 'manual' },
      ...{ kind: 'adjustment', coinId, asset: coinId, amount: stated, price: before?.price ?? null, currency: 'USDT' },
      ...{ currencyCoinId: null, total: null, fee: null, to: null, source: 'opening', note: before?.note ?? '' },
    })
  })
}
