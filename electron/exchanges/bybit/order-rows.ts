// Bybit's rows of orders, the same over REST and the stream. Statuses, `cancelType` and `rejectReason`: docs/v5/enum.mdx,
// `cumFeeDetail`: docs/v5/order/order-list.mdx of bybit-exchange/docs (2026-07-24).

import type { OrderType } from '../../../shared/order.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { entriesOf, listOf, meaningOf, type OrderRows, type RowStatus, saidOf } from '../common/order-rows.ts'

const STATUS: Readonly<Record<string, RowStatus>> = {
  New: 'open',
  PartiallyFilled: 'open',
  Untriggered: 'open',
  // Between Untriggered and New, for an instant.
  Triggered: 'open',
  Rejected: 'rejected',
  PartiallyFilledCanceled: 'canceled',
  Filled: 'filled',
  Cancelled: 'canceled',
  // A conditional order that was canceled before it triggered.
  Deactivated: 'canceled',
}

const TYPE: Readonly<Record<string, OrderType>> = { Market: 'market', Limit: 'limit' }

/** Codes of which a trader would not guess the meaning. The others are told as they are. */
const WORDS: Readonly<Record<string, string>> = {
  EC_NoImmediateQtyToFill: 'nothing in the book to trade with at once',
  EC_NoEnoughQtyToFill: 'not enough in the book to trade with',
  EC_CancelForNoFullFill: 'it could not be filled whole',
  EC_PostOnlyWillTakeLiquidity: 'post-only, and it would have traded at once',
  EC_BySelfMatch: 'it would have traded with an order of the same account',
  EC_StopBySelfMatch: 'it would have traded with an order of the same account',
  EC_InvalidSymbolStatus: 'the market does not take this order now',
  EC_ReachRiskPriceLimit: 'the price is beyond the limit',
  EC_ReachMarketPriceLimit: 'the market moved beyond the price limit',
  EC_ReachMaxTradeNum: 'it would have met too many orders',
  EC_CancelByOrderValueZero: 'what was left of it is worth nothing',
  EC_PerCancelRequest: 'canceled on request',
  CancelByUser: 'canceled on request',
  CancelByAdmin: 'canceled by the exchange',
  CancelBySettle: 'the market is delisted',
  CancelBySmp: 'it would have traded with an order of the same account',
  CancelByDCP: 'the connection to it was lost',
}

const NONE: readonly string[] = ['', 'EC_NoError', 'UNKNOWN']

export const BYBIT_ROWS: OrderRows = {
  hasOtherFee: () => false,
  trades: (body) => listOf(member(body, 'result', 'list')),
  rows: (body) => listOf(member(body, 'result', 'list')),
  row: (raw) => {
    const codes = [member(raw, 'rejectReason'), member(raw, 'cancelType')].map((code) => textOf(code) ?? '')
    return {
      orderId: member(raw, 'orderId'),
      key: member(raw, 'orderLinkId'),
      market: member(raw, 'symbol'),
      side: member(raw, 'side'),
      type: meaningOf(TYPE, member(raw, 'orderType')),
      // Of a market order for so much money it is that.
      amount: member(raw, 'marketUnit') === 'quoteCoin' ? null : member(raw, 'qty'),
      price: member(raw, 'price'),
      status: meaningOf(STATUS, member(raw, 'orderStatus')),
      filled: member(raw, 'cumExecQty'),
      average: member(raw, 'avgPrice'),
      // `cumExecFee` has no asset, and says 0 for spot where this is meant.
      fees: entriesOf(member(raw, 'cumFeeDetail')).map(([asset, amount]) => ({ asset, amount })),
      reason: saidOf(codes.find((code) => !NONE.includes(code)) ?? null, null, WORDS),
    }
  },
}
