// Reads orders with what belongs to them: for any number of orders one statement a table. What is not final is read once and
// kept until something is written, since every step of an order asks for it many times.

import type { Order, OrderStatus } from '../../../../shared/order.ts'
import { UNFINISHED } from '../../../../shared/order-states.ts'
import type { Database, Row } from '../database.ts'
import { soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'
import { toAttempt, toOrder, toSearch } from './order-rows.ts'

const TABLES = ['orders', 'attempts', 'searches', 'fills'] as const
/** So many single orders are kept while nothing is written. */
const MAX_KEPT = 1_000
const AMONG = 'IN (SELECT value FROM json_each(?))'

export interface OrderReads {
  get(intentId: string): Order | null
  withStatus(statuses: readonly OrderStatus[], since: string): Order[]
  /** Rows of `orders` as orders, in their order; bad ones are left out. */
  all(rows: readonly Row[]): Order[]
}

/** Builds the reading of one journal. */
export function createOrderReads(db: Database): OrderReads {
  const all = (found: readonly Row[]): Order[] => {
    const rows = soundRows(db, 'orders', found)
    if (rows.length === 0) return []
    const ids = JSON.stringify(rows.map((row) => String(row.intent_id)))
    const belonging = (table: string, sql: string) =>
      Map.groupBy(soundRows(db, table, db.all(sql, ids)), (row) => String(row.intent_id))
    const attempts = belonging('attempts', `SELECT * FROM attempts WHERE intent_id ${AMONG} ORDER BY intent_id, number`)
    const searches = belonging('searches', `SELECT * FROM searches WHERE intent_id ${AMONG}`)
    const fills = belonging(
      'fills',
      `SELECT f.intent_id, f.fill_id, f.price, f.amount, f.fee_asset, f.fee_amount FROM orders o
       CROSS JOIN fills f ON f.account_id = o.account_id AND f.intent_id = o.intent_id WHERE o.intent_id ${AMONG}`,
    )
    return rows.map((row) => {
      const id = String(row.intent_id)
      const search = searches.get(id)?.[0]
      const told = (attempts.get(id) ?? []).map(toAttempt)
      return toOrder(row, told, search === undefined ? null : toSearch(search), fills.get(id) ?? [])
    })
  }
  const select = (statuses: readonly OrderStatus[], since: string): Order[] => {
    const marks = statuses.map(() => '?').join(', ')
    const sql = `SELECT * FROM orders WHERE status IN (${marks}) AND created_at >= ? ORDER BY created_at, rowid`
    return all(db.all(sql, ...statuses, since))
  }
  const kept = whileUnchanged(db, TABLES, () => {
    const unfinished = select(UNFINISHED, '')
    return { unfinished, byId: new Map<string, Order | null>(unfinished.map((order) => [order.intentId, order])) }
  })
  return {
    all,
    get: (intentId) => {
      const { byId } = kept()
      const known = byId.get(intentId)
      if (known !== undefined) return known
      const [order = null] = all(db.all('SELECT * FROM orders WHERE intent_id = ?', intentId))
      if (byId.size < MAX_KEPT) byId.set(intentId, order)
      return order
    },
    withStatus: (statuses, since) => {
      const isKept = statuses.every((status) => UNFINISHED.includes(status))
      const known = isKept ? kept().unfinished : select(statuses, since)
      return statuses.flatMap((wanted) =>
        known.filter(({ status, createdAt }) => status === wanted && createdAt >= since),
      )
    },
  }
}
