// Stop-limit orders in the words of an exchange, out and back. To ccxt they are limit orders with one price more, which it
// names differently at each venue, and after a trigger not at all.

import { type Decimal, isZero } from '../../../shared/decimal.ts'
import type { OutgoingOrder } from '../../ports/system.ts'

export interface StopOrders {
  /** What makes a limit order of ccxt's a stop-limit order. */
  params(order: Pick<OutgoingOrder, 'side' | 'stopPrice'>): Record<string, unknown>
  /**
   * Whether an order is a stop-limit one, from the venue's own words `info`, and its stop price; `null` when it is none, or
   * none whose stop price could be read. `decimal` reads a number.
   */
  read(info: unknown, decimal: (value: unknown) => Decimal | null): { stopPrice: Decimal | null } | null
}

/** Where none is sent, and none would be known. */
export const NO_STOP_ORDERS: StopOrders = {
  params: ({ stopPrice }) => ({ stopLossPrice: stopPrice }),
  read: () => null,
}

/** The stop price of a stop-limit order; of none that could be read it is none. */
export function stopIn(stopPrice: Decimal | null): { stopPrice: Decimal } | null {
  return stopPrice === null || isZero(stopPrice) ? null : { stopPrice }
}
