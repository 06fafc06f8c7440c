// Coinbase's rows of orders. Statuses, configurations and reasons: "List Orders" and "Get Order" of Advanced Trade are
// the place to check them; these were written from what is known of them, not read off them. That `total_fees` is in the
// currency of the market is so in recorded answers, and not said on a page that was found.

import type { OrderType } from '../../../shared/order.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { entriesOf, listOf, meaningOf, type OrderRows, type RowStatus, saidOf } from '../common/order-rows.ts'

/** UNKNOWN_ORDER_STATUS says that nobody knows, and is not among them. */
const STATUS: Readonly<Record<string, RowStatus>> = {
  PENDING: 'open',
  OPEN: 'open',
  QUEUED: 'open',
  CANCEL_QUEUED: 'open',
  EDIT_QUEUED: 'open',
  FILLED: 'filled',
  CANCELLED: 'canceled',
  EXPIRED: 'expired',
  FAILED: 'rejected',
}

const TYPE: Readonly<Record<string, OrderType>> = {
  market_market_ioc: 'market',
  limit_limit_gtc: 'limit',
  limit_limit_gtd: 'limit',
  limit_limit_fok: 'limit',
  sor_limit_ioc: 'limit',
  stop_limit_stop_limit_gtc: 'stop-limit',
}

/** What says that there is no reason. */
const NO_REASON = /UNSPECIFIED|^UNKNOWN/

export const COINBASE_ROWS: OrderRows = {
  hasOtherFee: () => false,
  trades: (body) => listOf(member(body, 'fills')),
  rows: (body) => {
    const one = member(body, 'order')
    return one === undefined ? listOf(member(body, 'orders')) : [one]
  },
  row: (raw) => {
    const [[kind, terms] = ['', undefined], ...more] = entriesOf(member(raw, 'order_configuration'))
    const code = textOf(member(raw, 'reject_reason'))
    const words = textOf(member(raw, 'reject_message')) ?? textOf(member(raw, 'cancel_message'))
    return {
      orderId: member(raw, 'order_id'),
      key: member(raw, 'client_order_id'),
      market: member(raw, 'product_id'),
      side: member(raw, 'side'),
      type: more.length > 0 ? null : meaningOf(TYPE, kind),
      // Of an order for so much money there is none, and none of ours is one.
      amount: member(terms, 'base_size'),
      price: member(terms, 'limit_price'),
      stopPrice: member(terms, 'stop_price'),
      status: meaningOf(STATUS, member(raw, 'status')),
      filled: member(raw, 'filled_size'),
      average: member(raw, 'average_filled_price'),
      fees: member(raw, 'total_fees') === undefined ? [] : [{ asset: undefined, amount: member(raw, 'total_fees') }],
      reason: saidOf(code === null || NO_REASON.test(code) ? null : code, words),
    }
  },
}
