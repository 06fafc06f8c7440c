// The last look before the first byte: is the request exactly the order that was written down, in every field that the
// exchange knows, and nothing besides? A library that rounds, renames, drops or adds one of them is stopped here. So is
// a second request of the same call.

import { compare, DECIMAL_PATTERN } from '../../../../shared/decimal.ts'
import type { RequestField } from '../../../../shared/reasons/exchanges.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import type { ExactRequest } from '../../../exchanges/common/request-fields.ts'
import type { CancelTerms, OrderTerms } from '../../../exchanges/common/request-terms.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { HttpRequest } from '../../http-request.ts'
import { holdAgainst } from './request-rules.ts'

/** Says why a request must not go out; `null` lets it. */
export type Check = (request: HttpRequest) => Reason | null

/** Why this request is not this order; `null` when it is. To be made anew for each sending. */
export function sentCheck(venue: string, terms: OrderTerms): Check {
  const described = adapterOf(venue).sentFields
  if (described === null) return once('order', (request) => generalProblem(request, terms))
  const exact = described.order(terms)
  return once('order', (request) => (exact === null ? reason('NO_SUCH_REQUEST') : problem(exact, request, 'order')))
}

/** What a library writes for an id that it does not have. */
const NO_ID: readonly string[] = ['', 'undefined', 'null']

/** The same for the cancel of an order. */
export function cancelCheck(venue: string, terms: CancelTerms): Check {
  if (terms.orderId !== null && NO_ID.includes(terms.orderId)) return () => reason('NO_ORDER_ID')
  const described = adapterOf(venue).sentFields
  if (described === null) return once('cancel', (request) => generalCancel(request, terms))
  const exact = described.cancel(terms)
  return once('cancel', (request) => problem(exact, request, 'cancel'))
}

// What is read before an order, the clock or the markets, is no order. Of what is written only the first may leave: a second
// one under the same key is a second order wherever the first has freed it.
function once(what: 'order' | 'cancel', check: Check): Check {
  let hasLeft = false
  return (request) => {
    if (request.method === 'GET') return null
    if (hasLeft) return reason('SECOND_REQUEST', { what })
    const why = check(request)
    hasLeft = why === null
    return why
  }
}

/** Names from outside are shown to the trader: a few, and not long. */
const shown = (names: string[]) => names.map((name) => name.slice(0, 40)).slice(0, 5)

function problem(exact: ExactRequest, request: HttpRequest, what: 'order' | 'cancel'): Reason | null {
  const found = holdAgainst(exact, request)
  if (found === null) return reason('REQUEST_UNREADABLE', { what })
  const { wrong, besides } = found
  if (wrong.length > 0) return reason('REQUEST_DIFFERS', { what, fields: [...new Set(wrong)] })
  if (besides.length === 0) return null
  return reason('REQUEST_HOLDS_MORE', { what, names: shown(besides) })
}

const SIDES: Readonly<Record<string, 'buy' | 'sell'>> = { buy: 'buy', sell: 'sell', bid: 'buy', ask: 'sell' }

/** What stands in a request of a venue whose fields are not written down here, each value by itself. */
function valuesIn({ url, body }: HttpRequest): string[] {
  const values = [...(URL.parse(url)?.searchParams.values() ?? [])]
  if (body === null || body === '') return values
  try {
    return [...values, ...flat(JSON.parse(body))]
  } catch {
    return [...values, ...new URLSearchParams(body).values()]
  }
}

function flat(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(flat)
  return value === null || value === undefined ? [] : [String(value)]
}

function generalProblem(request: HttpRequest, { order, marketId }: OrderTerms): Reason | null {
  const values = valuesIn(request)
  const numbers = values.filter((value) => DECIMAL_PATTERN.test(value))
  const among = (meant: string) => numbers.some((value) => compare(value, meant) === 0)
  const sides = new Set(values.flatMap((value) => SIDES[value.toLowerCase()] ?? []))
  const types = values.map((value) => value.toLowerCase()).filter((value) => value === 'market' || value === 'limit')
  const wrong = [
    !values.includes(order.key) && 'key',
    !values.includes(marketId) && 'market',
    !(sides.size === 1 && sides.has(order.side)) && 'side',
    !(types.length > 0 && types.every((type) => type === order.type)) && 'type',
    !among(order.amount) && 'amount',
    order.price !== null && !among(order.price) && 'price',
    order.stopPrice !== null && 'stop-price',
  ].filter((field): field is RequestField => field !== false)
  if (wrong.length === 0) return null
  return reason('REQUEST_DIFFERS', { what: 'order', fields: wrong })
}

function generalCancel(request: HttpRequest, { orderId }: CancelTerms): Reason | null {
  const steps = URL.parse(request.url)?.pathname.split('/') ?? []
  const isNamed = orderId !== null && [...valuesIn(request), ...steps].includes(orderId)
  return isNamed ? null : reason('CANCELS_OTHER_ORDER')
}
