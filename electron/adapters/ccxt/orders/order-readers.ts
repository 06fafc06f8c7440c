// How the rows of orders of one venue are read: from its own words where they are written down here, and else from what
// ccxt makes of them.

import { member } from '../../../../shared/venues/json.ts'
import type { Venue } from '../../../exchanges/common/library.ts'
import { toVenueOrder } from '../../../exchanges/common/library-orders.ts'
import { type OrderSource, type Owner, orderOfRow, ownerOf } from '../../../exchanges/common/order-rows.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { VenueOrder } from '../../../ports/venue.ts'

/** Which order is looked for, as far as that is known. */
export interface Ours {
  key: string
  orderId: string | null
}

export interface OrderReader {
  /** The rows of an answer, from `parsed`, what ccxt made of it, or `body`, as it came; `null` where it holds none. */
  rows(parsed: unknown, body: unknown, from: OrderSource): unknown[] | null
  /** What ccxt made of an answer of trades; `undefined` where it holds no list of them. */
  trades(parsed: unknown, body: unknown): unknown
  owner(raw: unknown, ours: Ours): Owner
  /** `null` where it cannot be read. */
  order(raw: unknown): VenueOrder | null
  orderId(raw: unknown): unknown
  /** Whether what its trades tell of their fees is not what was taken. */
  hasOtherFee(raw: unknown): boolean
}

/** The reader of this venue's rows. `likely` is the market that is asked about. */
export function readerOf(exchange: Venue, likely: string | null): OrderReader {
  const { orderRows: own } = adapterOf(exchange.id)
  if (own === null) {
    const idsOf = (raw: unknown) => ({ orderId: member(raw, 'id'), key: member(raw, 'clientOrderId') ?? null })
    return {
      rows: (parsed) => (Array.isArray(parsed) ? parsed : null),
      trades: (parsed) => parsed,
      owner: (raw, ours) => ownerOf(idsOf(raw), ours),
      order: (raw) => inLikely(exchange, toVenueOrder(exchange, raw), likely),
      orderId: (raw) => member(raw, 'id'),
      hasOtherFee: () => false,
    }
  }
  return {
    // An answer that ccxt could not make sense of is an answer all the same: of rows that it does not know it makes an error.
    rows: (_parsed, body, from) => own.rows(body, from),
    // What the library makes of an answer without a list is an empty one, which would prove that nothing was traded.
    trades: (parsed, body) => ((own.trades(body) ?? null) === null ? undefined : parsed),
    owner: (raw, ours) => ownerOf(own.row(raw), ours),
    order: (raw) => orderOfRow(exchange, own.row(raw), likely),
    orderId: (raw) => own.row(raw).orderId,
    hasOtherFee: (raw) => own.hasOtherFee(raw),
  }
}

/** A market that is listed no more comes under the exchange's own word: the one that is asked about is meant. */
function inLikely(exchange: Venue, order: VenueOrder | null, likely: string | null): VenueOrder | null {
  const isListed = (market: string) => exchange.markets?.[market] !== undefined
  return order === null || likely === null || isListed(likely) || isListed(order.market)
    ? order
    : { ...order, market: likely }
}
