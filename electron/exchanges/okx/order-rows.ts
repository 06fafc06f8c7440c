// OKX's rows of orders, the same over REST and the stream. States, `cancelSource` and its reasons: "Order details" and "Order
// channel" of its v5 pages are the place to check them. `cancelSource` was read in copies of these; the rest is what is known of them.

import type { OrderType } from '../../../shared/order.ts'
import type { Ending } from '../../../shared/reasons/exchanges.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import {
  listOf,
  meaningOf,
  negated,
  type OrderRows,
  type RowFee,
  type RowStatus,
  saidOf,
} from '../common/order-rows.ts'

const STATUS: Readonly<Record<string, RowStatus>> = {
  live: 'open',
  partially_filled: 'open',
  filled: 'filled',
  canceled: 'canceled',
  mmp_canceled: 'canceled',
}

const TYPE: Readonly<Record<string, OrderType>> = {
  market: 'market',
  limit: 'limit',
  post_only: 'limit',
  ioc: 'limit',
  fok: 'limit',
}

const ENDINGS: Readonly<Record<string, Ending>> = {
  '0': 'by-its-system',
  '1': 'on-request',
  '14': 'not-all-at-once',
  '15': 'price-limit',
  '20': 'cancel-timer',
  '27': 'spread',
  '31': 'post-only-would-trade',
  '32': 'self-trade',
  '33': 'too-many-matches',
  '44': 'balance-converted',
}

/** Nothing, or nought in any number of digits; whatever else stands there is a rebate. */
const NO_REBATE = /^-?0*(\.0*)?$/

/**
 * What is charged is below nothing there, and a rebate above. One that stands beside the fee is in an asset of its own, and for
 * some orders in the fee as well: then the trades have to tell.
 * "Order details" (fee, feeCcy, rebate, rebateCcy), a copy of 2026-02-23
 */
function feesIn(raw: unknown): RowFee[] {
  const rebate = textOf(member(raw, 'rebate')) ?? '0'
  const asset = textOf(member(raw, 'feeCcy'))
  return asset === null || !NO_REBATE.test(rebate) ? [] : [{ asset, amount: negated(member(raw, 'fee')) }]
}

export const OKX_ROWS: OrderRows = {
  hasOtherFee: () => false,
  trades: (body) => (member(body, 'code') === '0' ? listOf(member(body, 'data')) : null),
  rows: (body) => (member(body, 'code') === '0' ? listOf(member(body, 'data')) : null),
  row: (raw) => {
    const kind = textOf(member(raw, 'ordType')) ?? ''
    const source = textOf(member(raw, 'cancelSource'))
    return {
      orderId: member(raw, 'ordId'),
      key: member(raw, 'clOrdId'),
      market: member(raw, 'instId'),
      side: member(raw, 'side'),
      type: meaningOf(TYPE, kind),
      // Of a market order for so much money it is that.
      amount: kind === 'market' && member(raw, 'tgtCcy') === 'quote_ccy' ? null : member(raw, 'sz'),
      price: member(raw, 'px'),
      status: meaningOf(STATUS, member(raw, 'state')),
      filled: member(raw, 'accFillSz'),
      average: member(raw, 'avgPx'),
      fees: feesIn(raw),
      reason: saidOf(source, textOf(member(raw, 'cancelSourceReason')), ENDINGS),
    }
  },
}
