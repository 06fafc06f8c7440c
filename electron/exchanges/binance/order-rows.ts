// Binance's rows of orders. Statuses: enums.md of binance-spot-api-docs (2026-07-21).

import { DECIMAL_PATTERN, divide, isZero } from '../../../shared/decimal.ts'
import type { OrderType } from '../../../shared/order.ts'
import type { Ending } from '../../../shared/reasons/exchanges.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { listOf, meaningOf, type OrderRows, type Row, type RowStatus, saidOf } from '../common/order-rows.ts'

const STATUS: Readonly<Record<string, RowStatus>> = {
  NEW: 'open',
  // Waits for the first order of its list.
  PENDING_NEW: 'open',
  PARTIALLY_FILLED: 'open',
  FILLED: 'filled',
  CANCELED: 'canceled',
  // Unused, by the document; until it is canceled an order is there.
  PENDING_CANCEL: 'open',
  REJECTED: 'rejected',
  EXPIRED: 'expired',
  EXPIRED_IN_MATCH: 'expired',
}

const TYPE: Readonly<Record<string, OrderType>> = {
  MARKET: 'market',
  LIMIT: 'limit',
  LIMIT_MAKER: 'limit',
  STOP_LOSS_LIMIT: 'stop-limit',
}

const ENDINGS: Readonly<Record<string, Ending>> = {
  EXPIRED_IN_MATCH: 'self-trade',
}

/** A row of an answer, and an answer to an order itself. */
export const BINANCE_ROWS: OrderRows = {
  hasOtherFee: () => false,
  trades: (body) => listOf(body),
  rows: (body) => {
    if (Array.isArray(body)) return body
    return member(body, 'orderId') === undefined ? null : [body]
  },
  row: (raw) => {
    const status = textOf(member(raw, 'status')) ?? ''
    const expiry = textOf(member(raw, 'expiryReason'))
    const code = expiry ?? (Object.hasOwn(ENDINGS, status) ? status : null)
    return {
      orderId: member(raw, 'orderId'),
      key: member(raw, 'clientOrderId'),
      market: member(raw, 'symbol'),
      side: member(raw, 'side'),
      type: meaningOf(TYPE, member(raw, 'type')),
      amount: member(raw, 'origQty'),
      price: member(raw, 'price'),
      stopPrice: member(raw, 'stopPrice'),
      status: meaningOf(STATUS, status),
      filled: member(raw, 'executedQty'),
      average: averageOf(member(raw, 'cummulativeQuoteQty'), member(raw, 'executedQty')),
      reason: saidOf(code, null, ENDINGS),
    }
  },
}

/** Why an order did not come to be; the word for none is not one. */
const NO_REASON: readonly unknown[] = ['NONE', '', undefined]

/**
 * What the stream says of an order, under letters where the lists have names. A cancel goes by a key of its own, and names the
 * one of the order beside it. "Order Update" of user-data-stream.md, the same snapshot.
 */
export function reportRow(event: unknown): Row {
  const why = member(event, 'r')
  return {
    orderId: member(event, 'i'),
    key: textOf(member(event, 'C')) ?? member(event, 'c'),
    market: member(event, 's'),
    side: member(event, 'S'),
    type: meaningOf(TYPE, member(event, 'o')),
    amount: member(event, 'q'),
    price: member(event, 'p'),
    stopPrice: member(event, 'P'),
    status: meaningOf(STATUS, member(event, 'X')),
    filled: member(event, 'z'),
    average: averageOf(member(event, 'Z'), member(event, 'z')),
    reason: NO_REASON.includes(why) ? null : saidOf(null, textOf(why)),
  }
}

/** Of orders long ago it tells a negative amount for what it does not know. */
function averageOf(cost: unknown, filled: unknown): string | null {
  const [all, of] = [textOf(cost), textOf(filled)]
  if (all === null || of === null || !DECIMAL_PATTERN.test(all) || !DECIMAL_PATTERN.test(of) || isZero(of)) return null
  return divide(all, of)
}
