// What goes out with an order at each venue besides its terms: our key under the venue's own name, and the moment after
// which the venue must refuse it. ccxt's common names for these are wrong at several venues, so they are not used.

import type { OutgoingOrder } from '../../../ports/system.ts'
import { stopParams } from './stop-orders.ts'

export interface PlaceParams {
  params: Record<string, unknown>
  headers: Record<string, string>
}

const iso = (ms: number) => new Date(ms).toISOString()

/** @param windowMs of the venue's validity */
export function placeParams(venue: string, order: OutgoingOrder, windowMs: number): PlaceParams {
  const { key, validUntil, timeInForce } = order
  const common = { ...(order.type === 'limit' ? timeInForceParams(timeInForce) : {}), ...stopParams(venue, order) }
  switch (venue) {
    case 'binance': {
      const window = validUntil === null ? {} : { timestamp: validUntil - windowMs, recvWindow: windowMs }
      return { params: { ...common, newClientOrderId: key, ...window }, headers: {} }
    }
    case 'kraken': {
      const deadline = validUntil === null ? {} : { deadline: iso(validUntil) }
      return { params: { ...common, clientOrderId: key, ...deadline }, headers: {} }
    }
    case 'coinbase':
      return { params: { ...common, client_order_id: key, ...coinbaseMarket(order) }, headers: {} }
    case 'okx': {
      const headers: Record<string, string> = validUntil === null ? {} : { expTime: String(validUntil) }
      // For market orders alone; ccxt would say it of every other as well.
      const tgtCcy = order.type === 'market' ? 'base_ccy' : undefined
      return { params: { ...common, clOrdId: key, tgtCcy }, headers }
    }
    case 'bybit':
      return {
        params: { ...common, clientOrderId: key, ...(order.type === 'market' ? { marketUnit: 'baseCoin' } : {}) },
        headers: {},
      }
    default:
      return { params: { ...common, clientOrderId: key }, headers: {} }
  }
}

function timeInForceParams(timeInForce: OutgoingOrder['timeInForce']): Record<string, unknown> {
  if (timeInForce === 'post-only') return { postOnly: true }
  return { timeInForce: timeInForce === 'ioc' ? 'IOC' : 'GTC' }
}

// By itself ccxt turns the amount of a market buy into money to be spent.
function coinbaseMarket(order: OutgoingOrder): Record<string, unknown> {
  if (order.type !== 'market') return {}
  return { order_configuration: { market_market_ioc: { base_size: order.amount } } }
}
