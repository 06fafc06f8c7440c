// Reads an order of ccxt's into ours. Whatever is missing or of another form makes it no order at all.

import { compare, type Decimal, isZero } from '../../../shared/decimal.ts'
import type { Fee } from '../../../shared/order.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { isReason } from '../../../shared/reasons/reason-tables.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { VenueOrder, VenueOrderStatus } from '../../ports/venue.ts'
import type { Venue } from './library.ts'
import { decimalOf, signedOf } from './numbers.ts'

/** `null` where it is no order that could be judged, as of a stop-limit one, which the library tells in no one way. */
export function toVenueOrder(exchange: Venue, raw: unknown): VenueOrder | null {
  const text = (name: string) => textOf(member(raw, name))
  const decimal = (name: string) => decimalOf(exchange, member(raw, name))
  const side = text('side')
  const type = text('type')
  const orderId = text('id')
  const market = text('symbol')
  const amount = decimal('amount')
  const filled = decimal('filled')
  const status = statusOf(text('status'), filled, amount)
  if (orderId === null || market === null || amount === null || filled === null || status === null) return null
  if ((side !== 'buy' && side !== 'sell') || (type !== 'market' && type !== 'limit')) return null
  return {
    orderId,
    key: text('clientOrderId') ?? '',
    market,
    side,
    type,
    amount,
    // A market order's price is what it was filled at.
    price: type === 'market' ? null : decimal('price'),
    stopPrice: null,
    status,
    filled,
    averagePrice: isZero(filled) ? null : decimal('average'),
    fee: isZero(filled) ? null : orderFee(exchange, raw),
    reason: ['canceled', 'expired', 'rejected'].includes(status) ? reasonOf(member(raw, 'reason')) : null,
    fills: [],
  }
}

/** What an adapter has read as one, or what a library calls so in the exchange's words. */
function reasonOf(value: unknown): Reason | null {
  if (isReason(value)) return value
  const words = textOf(value)
  return words === null ? null : reason('EXCHANGE_SAID', { words })
}

/** A library writes 0 also for what it does not find, so that no fee is not believed. */
function orderFee(exchange: Venue, raw: unknown): Fee | null {
  const listed = member(raw, 'fees')
  const [fee, ...more]: unknown[] = Array.isArray(listed) && listed.length > 0 ? listed : [member(raw, 'fee')]
  const asset = textOf(member(fee, 'currency'))
  const amount = signedOf(exchange, member(fee, 'cost'))
  return more.length > 0 || asset === null || amount === null || isZero(amount.replace('-', ''))
    ? null
    : { asset, amount }
}

function statusOf(status: string | null, filled: Decimal | null, amount: Decimal | null): VenueOrderStatus | null {
  if (filled === null || amount === null) return null
  switch (status) {
    case 'open':
      return isZero(filled) ? 'open' : 'partially-filled'
    case 'closed':
      return compare(filled, amount) < 0 ? 'canceled' : 'filled'
    case 'canceled':
    case 'expired':
    case 'rejected':
      return status
    default:
      return null
  }
}
