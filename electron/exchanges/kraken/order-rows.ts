// Kraken's rows of orders, each under its id. Statuses and `reason`: "Get Open Orders" and "Get Closed Orders" of its REST
// pages are the place to check them; these were written from what is known of them, not read off them.

import type { OrderType } from '../../../shared/order.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { entriesOf, meaningOf, type OrderRows, type RowStatus, saidOf } from '../common/order-rows.ts'

const STATUS: Readonly<Record<string, RowStatus>> = {
  pending: 'open',
  open: 'open',
  closed: 'ended',
  canceled: 'canceled',
  expired: 'expired',
}

const LISTS = { open: 'open', history: 'closed' } as const

/** Open, closed and asked by id: the rows have no list of their own in the last one. */
export const KRAKEN_ROWS: OrderRows = {
  hasOtherFee: (raw) => isInBase(member(raw, 'row')),
  trades: (body) => member(body, 'result', 'trades'),
  rows: (body, from) => {
    const result = member(body, 'result')
    const errors = member(body, 'error')
    if (typeof result !== 'object' || result === null || (Array.isArray(errors) && errors.length > 0)) return null
    const held = from === 'open' || from === 'history' ? member(result, LISTS[from]) : result
    return typeof held !== 'object' || held === null ? null : entriesOf(held).map(([id, row]) => ({ id, row }))
  },
  row: (raw) => {
    const row = member(raw, 'row')
    const kind = textOf(member(row, 'descr', 'ordertype')) ?? ''
    // Triggered, and from then on a limit order, whose stop price may be told or not.
    const isTriggered = kind === 'limit' && (textOf(member(row, 'misc')) ?? '').split(',').includes('stopped')
    const isStop = kind === 'stop-loss-limit'
    const reason = textOf(member(row, 'reason'))
    return {
      orderId: member(raw, 'id'),
      // Where an order has none the name is left out.
      key: typeof row === 'object' && row !== null ? (member(row, 'cl_ord_id') ?? null) : undefined,
      market: member(row, 'descr', 'pair'),
      side: member(row, 'descr', 'type'),
      type: isStop || isTriggered ? 'stop-limit' : plainType(kind),
      amount: member(row, 'vol'),
      price: member(row, 'descr', isStop ? 'price2' : 'price'),
      stopPrice: isStop ? member(row, 'descr', 'price') : isTriggered ? member(row, 'stopprice') : undefined,
      status: meaningOf(STATUS, member(row, 'status')),
      filled: member(row, 'vol_exec'),
      average: member(row, 'price'),
      fees: isInBase(row) || member(row, 'fee') === undefined ? [] : [{ asset: undefined, amount: member(row, 'fee') }],
      reason: saidOf(null, reason),
    }
  },
}

/**
 * A fee that was taken in the coin is told in the market's currency all the same, here and with the trades: as its worth, and
 * how much of the coin it was stands in the ledger alone. So it is where fee credits (KFEE) paid it.
 * https://support.kraken.com/hc/en-us/articles/360001184886 ("fee"), and `oflags` of "Add Order"; read 2026-11-29 as stored
 */
const isInBase = (row: unknown): boolean => (textOf(member(row, 'oflags')) ?? '').split(',').includes('fcib')

const plainType = (kind: string): OrderType | null => (kind === 'market' || kind === 'limit' ? kind : null)
