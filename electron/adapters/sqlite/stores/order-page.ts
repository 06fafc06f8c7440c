// A page of the orders, newest first. Each filter has an index that ends with the time, so that a page costs the same however
// many orders there are; only a search of texts reads on until it has found enough.

import type { OrderFilter } from '../../../../shared/order.ts'
import { AppError } from '../../../../shared/result.ts'
import type { Database, Row } from '../database.ts'

/** What a search looks at. */
const TEXTS = ['market', 'coin_id', 'intent_id', 'venue_client_id', 'venue_order_id', 'reason'] as const

/**
 * The rows of a page, and the place after them where there are more. A place is the row's own number, since a row that cannot be
 * read has one as well.
 * @throws AppError `NOT_FOUND` for a place that is no order's
 */
export function orderPage(
  db: Database,
  filter: Omit<OrderFilter, 'limit'> & { limit: number },
): { rows: Row[]; next: number | null } {
  const { accountId, environment, coinId, status, text, before, limit } = filter
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
  if (text !== undefined) {
    const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
    only(`(${TEXTS.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ')})`, ...TEXTS.map(() => pattern))
  }
  if (before !== undefined) {
    const at = db.get('SELECT created_at FROM orders WHERE rowid = ?', before)?.['created_at']
    if (at === undefined) throw new AppError('NOT_FOUND', 'There is no such place in the list of orders.')
    only('created_at <= ? AND (created_at < ? OR rowid < ?)', String(at), String(at), before)
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const sql = `SELECT rowid AS place, * FROM orders ${where} ORDER BY created_at DESC, rowid DESC LIMIT ?`
  const found = db.all(sql, ...values, limit + 1)
  const rows = found.slice(0, limit)
  return { rows, next: found.length > limit ? Number(rows.at(-1)?.['place']) : null }
}
