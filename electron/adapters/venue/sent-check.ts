// The last look before the first byte: does the request carry exactly the amount, the prices and the key that were
// written down? A library that rounds, renames or drops one of them is stopped here.

import { compare, DECIMAL_PATTERN } from '../../../shared/decimal.ts'
import { member } from '../../../shared/venues/json.ts'
import type { OutgoingOrder } from '../../ports.ts'
import type { HttpRequest } from '../http-request.ts'
import { COINBASE_DIRECTION } from './stop-orders.ts'

interface Fields {
  key: unknown
  amount: unknown
  price: unknown
  /** The stop price, where the request is a stop-limit order of this side in the venue's own words. */
  stop?: unknown
}

type Reader = (fields: (name: string) => unknown, body: unknown, side: OutgoingOrder['side']) => Fields

const READERS: Readonly<Record<string, Reader>> = {
  binance: (field) => ({
    key: field('newClientOrderId'),
    amount: field('quantity'),
    price: field('price'),
    stop: stopIf(field('type') === 'STOP_LOSS_LIMIT', field('stopPrice')),
  }),
  // Of a stop-limit order the first price is the stop, and the second one the limit.
  kraken: (field) => {
    const isStop = field('ordertype') === 'stop-loss-limit'
    const [price, stop] = isStop ? [field('price2'), field('price')] : [field('price'), field('price2')]
    return { key: field('cl_ord_id'), amount: field('volume'), price, stop: stopIf(isStop, stop) }
  },
  okx: (field) => ({ key: field('clOrdId'), amount: field('sz'), price: field('px') }),
  bybit: (field) => ({ key: field('orderLinkId'), amount: field('qty'), price: field('price') }),
  coinbase: (field, body, side) => {
    const configuration = member(body, 'order_configuration')
    const terms = typeof configuration === 'object' && configuration !== null ? Object.values(configuration) : []
    return {
      key: field('client_order_id'),
      amount: member(terms[0], 'base_size'),
      price: member(terms[0], 'limit_price'),
      stop: coinbaseStop(configuration, side),
    }
  },
}

/** Why this request is not this order; `null` when it is. */
export function sentCheck(venue: string, order: OutgoingOrder): (request: HttpRequest) => string | null {
  return (request) => {
    // What is read before an order, the clock or the markets, is no order.
    if (request.method === 'GET') return null
    const body = bodyOf(request)
    const read = READERS[venue] ?? anywhere(order)
    const { key, amount, price, stop } = read((name) => member(body, name), body, order.side)
    const wrong = [
      key !== order.key && 'key',
      !isSame(amount, order.amount) && 'amount',
      !isSameOrNone(price, order.price) && 'price',
      !isSameOrNone(stop, order.stopPrice) && 'stop price',
    ].filter((field) => field !== false)
    if (wrong.length === 0) return null
    return `The request would have carried another ${wrong.join(', ')} than the order. Nothing was sent.`
  }
}

/** No stop price, and not that there is none. */
const NONE = 'none'

/** A price of that field on another kind of order would trigger something else; a stop-limit order must have it. */
function stopIf(isStop: boolean, price: unknown): unknown {
  return isStop === (price !== undefined) ? price : NONE
}

function coinbaseStop(configuration: unknown, side: OutgoingOrder['side']): unknown {
  const terms = member(configuration, 'stop_limit_stop_limit_gtc')
  if (terms === undefined) return undefined
  return member(terms, 'stop_direction') === COINBASE_DIRECTION[side] ? member(terms, 'stop_price') : NONE
}

function isSameOrNone(sent: unknown, meant: string | null): boolean {
  return meant === null ? sent === undefined : isSame(sent, meant)
}

function isSame(sent: unknown, meant: string): boolean {
  return typeof sent === 'string' && DECIMAL_PATTERN.test(sent) && compare(sent, meant) === 0
}

function bodyOf({ url, body }: HttpRequest): unknown {
  const text = body ?? ''
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) && parsed.length === 1 ? parsed[0] : parsed
  } catch {
    return Object.fromEntries(new URLSearchParams(text === '' ? new URL(url).search : text))
  }
}

// Of a venue whose fields are not written down here, each value must stand somewhere in the request by itself.
function anywhere(order: OutgoingOrder): Reader {
  return (_field, body) => {
    const values = typeof body === 'object' && body !== null ? Object.values(body).map(String) : []
    const among = (meant: string) => values.find((value) => DECIMAL_PATTERN.test(value) && compare(value, meant) === 0)
    return {
      key: values.find((value) => value === order.key),
      amount: among(order.amount),
      price: order.price === null ? undefined : among(order.price),
    }
  }
}
