// Stop-limit orders in the words of the venues that take them, out and back. To ccxt they are limit orders with one price
// more, which it names differently at each venue, and after a trigger not at all.

import { type Decimal, isZero } from '../../../../shared/decimal.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { OutgoingOrder } from '../../../ports/system.ts'

/** Which way the price goes when a stop triggers. By itself ccxt would take the other one for a common stop price. */
const COINBASE_DIRECTION: Readonly<Record<OutgoingOrder['side'], string>> = {
  buy: 'STOP_DIRECTION_STOP_UP',
  sell: 'STOP_DIRECTION_STOP_DOWN',
}

/** What makes a limit order of ccxt's a stop-limit order; nothing for other orders. */
export function stopParams(venue: string, { type, side, stopPrice }: OutgoingOrder): Record<string, unknown> {
  if (type !== 'stop-limit') return {}
  switch (venue) {
    case 'binance':
      return { stopLossPrice: stopPrice, timeInForce: 'GTC' }
    case 'coinbase':
      return { stopLossPrice: stopPrice, stop_direction: COINBASE_DIRECTION[side] }
    default:
      return { stopLossPrice: stopPrice }
  }
}

/**
 * Whether an order is a stop-limit one, from the venue's own words `info`, and its stop price; `null` when it is none, or
 * none whose stop price could be read. `decimal` reads a number.
 */
export function stopOf(
  venue: string,
  info: unknown,
  decimal: (value: unknown) => Decimal | null,
): { stopPrice: Decimal | null } | null {
  const told = (value: unknown) => {
    const stopPrice = decimal(value)
    return stopPrice === null || isZero(stopPrice) ? null : { stopPrice }
  }
  switch (venue) {
    case 'binance':
      return member(info, 'type') === 'STOP_LOSS_LIMIT' ? told(member(info, 'stopPrice')) : null
    case 'kraken': {
      const type = member(info, 'descr', 'ordertype')
      if (type === 'stop-loss-limit') return told(member(info, 'descr', 'price'))
      // Triggered, and from then on a limit order, whose stop price may be told or not.
      const isTriggered = type === 'limit' && (textOf(member(info, 'misc')) ?? '').split(',').includes('stopped')
      return isTriggered ? (told(member(info, 'stopprice')) ?? { stopPrice: null }) : null
    }
    case 'coinbase':
      return told(member(info, 'order_configuration', 'stop_limit_stop_limit_gtc', 'stop_price'))
    default:
      return null
  }
}
