// Gate's rows of orders: docs/Order.md and docs/OpenOrders.md of gate/gateapi-python of 2026-03-31, and "Orders channel" of its
// spot WebSocket page, whose rows have an event in place of a status.

import { DECIMAL_PATTERN, isZero, subtract } from '../../../shared/decimal.ts'
import type { OrderType } from '../../../shared/order.ts'
import type { Ending } from '../../../shared/reasons/exchanges.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { meaningOf, type OrderRows, type RowFee, type RowStatus, saidOf } from '../common/order-rows.ts'

const STATUS: Readonly<Record<string, RowStatus>> = { open: 'open', closed: 'ended', cancelled: 'canceled' }
const EVENT: Readonly<Record<string, RowStatus>> = { put: 'open', update: 'open', finish: 'ended' }
const TYPE: Readonly<Record<string, OrderType>> = { limit: 'limit', market: 'market' }

const ENDINGS: Readonly<Record<string, Ending>> = {
  cancelled: 'on-request',
  depth_not_enough: 'not-enough-to-trade-with',
  trader_not_enough: 'nothing-to-trade-with',
  ioc: 'not-all-at-once',
  fok: 'not-whole',
  poc: 'post-only-would-trade',
  stp: 'self-trade',
  price_protect_cancelled: 'price-limit',
}
/** Says nothing of an end, or not which. */
const NO_END: readonly string[] = ['open', 'filled', 'unknown', '-']

const decimalIn = (value: unknown) => (typeof value === 'string' && DECIMAL_PATTERN.test(value) ? value : null)

/** Older rows say only what is left. */
function filledIn(raw: unknown): unknown {
  const filled = member(raw, 'filled_amount')
  if (filled !== undefined) return filled
  const [amount, left] = [decimalIn(member(raw, 'amount')), decimalIn(member(raw, 'left'))]
  return amount === null || left === null ? null : subtract(amount, left)
}

/**
 * It can be taken in the coin, in GT or in points, and all three stand in a row. What is given back stands beside it in an asset
 * of its own; then the trades have to tell.
 */
function feesIn(raw: unknown): RowFee[] {
  const rebate = member(raw, 'rebated_fee')
  if (rebate !== undefined && rebate !== '' && !isNought(rebate)) return []
  const fees: RowFee[] = [
    { asset: member(raw, 'fee_currency'), amount: member(raw, 'fee') },
    { asset: 'GT', amount: member(raw, 'gt_fee') },
    // As the library calls them: there is a coin with the name POINT.
    { asset: 'GATEPOINT', amount: member(raw, 'point_fee') },
  ].filter(({ amount }) => amount !== undefined)
  const paid = fees.filter(({ amount }) => !isNought(amount))
  return paid.length > 0 ? paid : fees.slice(0, 1)
}

const isNought = (amount: unknown): boolean => {
  const decimal = decimalIn(amount)
  return decimal !== null && isZero(decimal)
}

/** Open orders of all markets come in groups, a market each. */
function rowsIn(body: unknown): unknown[] | null {
  if (Array.isArray(body)) {
    return body.flatMap((row: unknown) => {
      const orders = member(row, 'orders')
      return Array.isArray(orders) ? orders : [row]
    })
  }
  return textOf(member(body, 'id')) === null ? null : [body]
}

export const GATE_ROWS: OrderRows = {
  hasOtherFee: () => false,
  trades: (body) => (Array.isArray(body) ? body : null),
  rows: rowsIn,
  row: (raw) => {
    const type = meaningOf(TYPE, member(raw, 'type'))
    const status = textOf(member(raw, 'status'))
    const end = textOf(member(raw, 'finish_as'))
    return {
      orderId: member(raw, 'id'),
      key: member(raw, 'text'),
      market: member(raw, 'currency_pair'),
      side: member(raw, 'side'),
      type,
      // Of a market buy it is money.
      amount: type === 'market' && member(raw, 'side') === 'buy' ? null : member(raw, 'amount'),
      price: member(raw, 'price'),
      status: status === null ? meaningOf(EVENT, member(raw, 'event')) : meaningOf(STATUS, status),
      filled: filledIn(raw),
      average: member(raw, 'avg_deal_price'),
      fees: feesIn(raw),
      reason: end === null || NO_END.includes(end) ? null : saidOf(end, null, ENDINGS),
    }
  },
}
