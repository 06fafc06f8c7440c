// Stop-limit orders as they go out in the words of an exchange. To ccxt they are limit orders with one price more, which it
// names differently at each venue.

import type { OutgoingOrder } from '../../ports/system.ts'

export interface StopOrders {
  /** What makes a limit order of ccxt's a stop-limit order. */
  params(order: Pick<OutgoingOrder, 'side' | 'stopPrice'>): Record<string, unknown>
}

/** Where none is sent. */
export const NO_STOP_ORDERS: StopOrders = { params: ({ stopPrice }) => ({ stopLossPrice: stopPrice }) }
