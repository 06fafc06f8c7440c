// How the rows of orders of one venue are read: from its own words where they are written down here, and else from what
// ccxt makes of them.

import { member } from '../../../../shared/venues/json.ts'
import type { Venue } from '../../../exchanges/common/library.ts'
import { toVenueOrder } from '../../../exchanges/common/library-orders.ts'
import { type Owner, orderOfRow, ownerOf } from '../../../exchanges/common/order-rows.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { VenueOrder } from '../../../ports/venue.ts'

/** Which order is looked for, as far as that is known. */
export interface Ours {
  key: string
  orderId: string | null
}

export interface OrderReader {
  /** The rows of an answer, from `parsed`, what ccxt made of it, or `body`, as it came; `null` where it holds none. */
  rows(parsed: unknown, body: unknown): unknown[] | null
  owner(raw: unknown, ours: Ours): Owner
  /** `null` where it cannot be read. */
  order(raw: unknown): VenueOrder | null
  orderId(raw: unknown): unknown
  /** Whether what its trades tell of their fees is not what was taken. */
  hasOtherFee(raw: unknown): boolean
}

/** The reader of this venue's rows. `likely` is the market that is asked about. */
export function readerOf(exchange: Venue, likely: string | null): OrderReader {
  const { orderRows: own, stopOrders } = adapterOf(exchange.id)
  if (own === null) {
    const idsOf = (raw: unknown) => ({ orderId: member(raw, 'id'), key: member(raw, 'clientOrderId') ?? null })
    return {
      rows: (parsed) => (Array.isArray(parsed) ? parsed : null),
      owner: (raw, ours) => ownerOf(idsOf(raw), ours),
      order: (raw) => toVenueOrder(exchange, raw, stopOrders),
      orderId: (raw) => member(raw, 'id'),
      hasOtherFee: () => false,
    }
  }
  return {
    // An answer that ccxt could not make sense of is an answer all the same: of rows that it does not know it makes an error.
    rows: (_parsed, body) => own.rows(body),
    owner: (raw, ours) => ownerOf(own.row(raw), ours),
    order: (raw) => orderOfRow(exchange, own.row(raw), likely),
    orderId: (raw) => own.row(raw).orderId,
    hasOtherFee: (raw) => own.hasOtherFee(raw),
  }
}
