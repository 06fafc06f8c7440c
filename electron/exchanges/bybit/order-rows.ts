// Bybit's rows of orders, the same over REST and the stream. Statuses, `cancelType` and `rejectReason`: docs/v5/enum.mdx,
// `cumFeeDetail`: docs/v5/order/order-list.mdx of bybit-exchange/docs (2026-07-24).

import type { OrderType } from '../../../shared/order.ts'
import type { Ending } from '../../../shared/reasons/exchanges.ts'
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
const ENDINGS: Readonly<Record<string, Ending>> = {
  EC_NoImmediateQtyToFill: 'nothing-to-trade-with',
  EC_NoEnoughQtyToFill: 'not-enough-to-trade-with',
  EC_CancelForNoFullFill: 'not-whole',
  EC_PostOnlyWillTakeLiquidity: 'post-only-would-trade',
  EC_BySelfMatch: 'self-trade',
  EC_StopBySelfMatch: 'self-trade',
  EC_InvalidSymbolStatus: 'market-not-taking',
  EC_ReachRiskPriceLimit: 'price-limit',
  EC_ReachMarketPriceLimit: 'price-limit-moved',
  EC_ReachMaxTradeNum: 'too-many-matches',
  EC_CancelByOrderValueZero: 'rest-worthless',
  EC_PerCancelRequest: 'on-request',
  CancelByUser: 'on-request',
  CancelByAdmin: 'by-exchange',
  CancelBySettle: 'delisted',
  CancelBySmp: 'self-trade',
  CancelByDCP: 'connection-lost',
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
      reason: saidOf(codes.find((code) => !NONE.includes(code)) ?? null, null, ENDINGS),
    }
  },
}
