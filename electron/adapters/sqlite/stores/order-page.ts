// A page of the orders, newest first. Each filter has an index that ends with the time, so that a page costs the same however
// many orders there are; only a search of texts reads on, some orders at a time, until it has found enough.

import type { OrderFilter } from '../../../../shared/order.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { REASONS } from '../../../../shared/reasons/reason-tables.ts'
import { AppError } from '../../../../shared/result.ts'
import type { Database, Row } from '../database.ts'

const NEWEST = 'ORDER BY created_at DESC, rowid DESC'
/** What a search looks at. */
const TEXTS = ['market', 'coin_id', 'intent_id', 'venue_client_id', 'venue_order_id'] as const
/** The names of parameters that hold texts of somebody else's; a code or a word of a list is ours, and said in words elsewhere. */
const TEXT_PARAMS = new Set(
  Object.values(REASONS).flatMap((params) =>
    Object.entries(params).flatMap(([name, kind]) => (kind === 'text' || kind === 'text?' ? [name] : [])),
  ),
)
/** And what somebody else has said in the reason, or in the one behind it: there too a code stands beside the parameters. */
const SAID = `CASE WHEN json_valid(reason)
  THEN EXISTS (SELECT 1 FROM json_tree(reason, '$.params') WHERE type = 'text' AND path LIKE '%.params'
    AND key IN (${[...TEXT_PARAMS].map((name) => `'${name}'`).join(', ')}) AND atom LIKE ? ESCAPE '\\') ELSE 0 END`

/** The conditions of a filter but for its text. @throws AppError `NOT_FOUND` for a place that is no order's */
function wanted(
  db: Database,
  filter: Omit<OrderFilter, 'limit' | 'text'>,
): { where: string; values: (string | number)[] } {
  const { accountId, environment, coinId, status, before } = filter
  const conditions: string[] = []
  const values: (string | number)[] = []
  const only = (condition: string, ...bound: (string | number)[]) => {
    conditions.push(condition)
    values.push(...bound)
  }
  if (accountId !== undefined) only('account_id = ?', accountId)
  if (environment !== undefined) only('environment = ?', environment)
  if (coinId !== undefined) only('coin_id = ?', coinId)
  const statuses = status === undefined ? [] : [status].flat()
  if (statuses.length > 0) only(`status IN (${statuses.map(() => '?').join(', ')})`, ...statuses)
  if (before !== undefined) {
    const at = db.get('SELECT created_at FROM orders WHERE rowid = ?', before)?.['created_at']
    if (at === undefined) throw new AppError('NOT_FOUND', reason('NO_SUCH_PLACE'))
    only('created_at <= ? AND (created_at < ? OR rowid < ?)', String(at), String(at), before)
  }
  return { where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, values }
}

/**
 * The rows of a page, and the place after them where there are more. A place is the row's own number, since a row that cannot be
 * read has one as well.
 * @throws AppError `NOT_FOUND` for a place that is no order's
 */
export function orderPage(
  db: Database,
  filter: Omit<OrderFilter, 'limit' | 'text'> & { limit: number },
): { rows: Row[]; next: number | null } {
  const { where, values } = wanted(db, filter)
  const sql = `SELECT rowid AS place, * FROM orders ${where} ${NEWEST} LIMIT ?`
  const found = db.all(sql, ...values, filter.limit + 1)
  const rows = found.slice(0, filter.limit)
  return { rows, next: found.length > filter.limit ? placeOf(rows.at(-1)) : null }
}

/**
 * The newest rows with this text among the newest `span` of a filter, at most `limit`; `scannedTo` is the place of the last that was
 * gone through, `null` where it was the last of all.
 * @throws AppError as `orderPage`
 */
export function orderSearch(
  db: Database,
  filter: Omit<OrderFilter, 'limit'> & { limit: number; text: string },
  span: number,
): { rows: Row[]; scannedTo: number | null } {
  const { where, values } = wanted(db, filter)
  const last = db.get(`SELECT rowid AS place FROM orders ${where} ${NEWEST} LIMIT 1 OFFSET ?`, ...values, span - 1)
  const pattern = `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const places = [...TEXTS.map((column) => `${column} LIKE ? ESCAPE '\\'`), SAID]
  const sql = `SELECT * FROM (SELECT rowid AS place, * FROM orders ${where} ${NEWEST} LIMIT ?)
    WHERE ${places.join(' OR ')} ORDER BY created_at DESC, place DESC LIMIT ?`
  const rows = db.all(sql, ...values, span, ...places.map(() => pattern), filter.limit)
  return { rows, scannedTo: last === undefined ? null : placeOf(last) }
}

const placeOf = (row: Row | undefined) => Number(row?.['place'])
