// Reads an order of ccxt's into ours. Whatever is missing or of another form makes it no order at all.

import {
  add,
  compare,
  DECIMAL_PATTERN,
  type Decimal,
  isZero,
  normalize,
  SIGNED_PATTERN,
  subtract,
} from '../../../../shared/decimal.ts'
import type { Fee } from '../../../../shared/order.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { VenueFill, VenueOrder, VenueOrderStatus } from '../../../ports/venue.ts'
import type { Venue } from '../client.ts'
import { stopOf } from '../requests/stop-orders.ts'

/** A decimal in its plain spelling; `null` for whatever is none. */
export function decimalOf(exchange: Venue, value: unknown): Decimal | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const plain = exchange.numberToString(value)
  return typeof plain === 'string' && DECIMAL_PATTERN.test(plain) ? normalize(plain) : null
}

/** `null` where it is no order that could be judged. */
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
  const stop = stopOf(exchange.id, member(raw, 'info'), (value) => decimalOf(exchange, value))
  return {
    orderId,
    key: text('clientOrderId') ?? '',
    market,
    side,
    type: stop === null ? type : 'stop-limit',
    amount,
    // A market order's price is what it was filled at.
    price: type === 'market' ? null : decimal('price'),
    stopPrice: stop?.stopPrice ?? null,
    status,
    filled,
    averagePrice: isZero(filled) ? null : decimal('average'),
    fee: isZero(filled) ? null : orderFee(exchange, raw),
    reason: ['canceled', 'expired', 'rejected'].includes(status) ? text('reason') : null,
    fills: [],
  }
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

export interface Trade {
  orderId: string
  /** `null` where it could not be booked. */
  fill: VenueFill | null
}

/** `null` where not even its order can be read. */
export function toTrade(exchange: Venue, raw: unknown): Trade | null {
  const orderId = textOf(member(raw, 'order'))
  const fillId = textOf(member(raw, 'id'))
  const price = decimalOf(exchange, member(raw, 'price'))
  const amount = decimalOf(exchange, member(raw, 'amount'))
  const at = member(raw, 'timestamp')
  if (orderId === null) return null
  if (fillId === null || price === null || amount === null || typeof at !== 'number') return { orderId, fill: null }
  const fee = feeOf(exchange, raw)
  return { orderId, fill: { fillId, price, amount, fee, at: new Date(at).toISOString() } }
}

/**
 * What was paid for a trade; below zero where it was paid to the trader. Without its asset or its amount it is not known,
 * which an empty asset says. ccxt guesses Bybit's asset from the side: the row itself names it.
 */
function feeOf(exchange: Venue, raw: unknown): Fee {
  const told = exchange.id === 'bybit' ? textOf(member(raw, 'info', 'feeCurrency')) : null
  const asset = told === null || told === '' ? (textOf(member(raw, 'fee', 'currency')) ?? '') : told
  const amount = signedOf(exchange, member(raw, 'fee', 'cost'))
  return amount === null ? { asset: '', amount: '0' } : { asset, amount }
}

function signedOf(exchange: Venue, value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const plain = exchange.numberToString(value)
  return typeof plain === 'string' && SIGNED_PATTERN.test(plain) ? normalize(plain) : null
}

/**
 * The order with its fills, and their fee where all of it is in one asset; where the fills are not all there, the one that the
 * order itself tells. A trade that its list lags behind counts.
 */
export function withFills(order: VenueOrder, fills: VenueFill[]): VenueOrder {
  const traded = fills.reduce((sum, fill) => add(sum, fill.amount), '0')
  const filled = compare(traded, order.filled) > 0 ? traded : order.filled
  const assets = new Set(fills.map(({ fee }) => fee.asset))
  const [asset = ''] = assets
  const isWhole = isZero(subtract(order.amount, filled))
  const status = isWhole ? 'filled' : order.status === 'open' && !isZero(filled) ? 'partially-filled' : order.status
  return {
    ...order,
    filled,
    status,
    // What was filled after all did not end for that reason.
    reason: status === 'filled' ? null : order.reason,
    fills,
    fee:
      compare(traded, filled) < 0 || assets.has('')
        ? order.fee
        : assets.size === 1
          ? { asset, amount: fills.reduce((sum, { fee }) => add(sum, fee.amount), '0') }
          : null,
  }
}
