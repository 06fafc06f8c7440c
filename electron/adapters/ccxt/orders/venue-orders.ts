// Reads the trades of ccxt's into ours, and gives orders their fills.

import { add, compare, type Decimal, divide, isZero, multiply, subtract } from '../../../../shared/decimal.ts'
import type { Fee } from '../../../../shared/order.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { Venue } from '../../../exchanges/common/library.ts'
import { decimalOf, signedOf } from '../../../exchanges/common/numbers.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { VenueFill, VenueOrder } from '../../../ports/venue.ts'

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
 * which an empty asset says. Where the row itself names the asset, that counts.
 */
function feeOf(exchange: Venue, raw: unknown): Fee {
  const told = adapterOf(exchange.id).tradeFeeAsset(raw)
  const asset = told === null || told === '' ? (textOf(member(raw, 'fee', 'currency')) ?? '') : told
  const amount = signedOf(exchange, member(raw, 'fee', 'cost'))
  return amount === null ? { asset: '', amount: '0' } : { asset, amount }
}

/** What was paid for one unit over all of these trades, which come to `traded`. */
const averageOf = (fills: readonly VenueFill[], traded: Decimal): Decimal | null =>
  isZero(traded)
    ? null
    : divide(
        fills.reduce((sum, { price, amount }) => add(sum, multiply(price, amount)), '0'),
        traded,
      )

/**
 * The order with its fills, and their fee where all of it is in one asset; where the fills are not all there, the one that the
 * order itself tells. A trade that its list lags behind counts, in the average price too: nobody asks again once all is filled.
 */
export function withFills(order: VenueOrder, fills: VenueFill[]): VenueOrder {
  const traded = fills.reduce((sum, fill) => add(sum, fill.amount), '0')
  const isBehind = compare(traded, order.filled) > 0
  const filled = isBehind ? traded : order.filled
  const assets = new Set(fills.map(({ fee }) => fee.asset))
  const [asset = ''] = assets
  const isWhole = isZero(subtract(order.amount, filled))
  const status = isWhole ? 'filled' : order.status === 'open' && !isZero(filled) ? 'partially-filled' : order.status
  return {
    ...order,
    filled,
    status,
    averagePrice: isBehind ? averageOf(fills, traded) : order.averagePrice,
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
