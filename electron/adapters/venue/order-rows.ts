// What a row of an exchange's answer says of an order, read from its own words: whose it is, even where nothing else of it
// can be read, and the order where everything can. Rows of other programs have shapes that no document of ours names; they
// must cost nothing but themselves.

import { compare, DECIMAL_PATTERN, type Decimal, isZero, normalize } from '../../../shared/decimal.ts'
import type { OrderType } from '../../../shared/order.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { VenueOrder, VenueOrderStatus } from '../../venue.ts'
import type { Venue } from './client.ts'

/** `open` may be filled in part; `ended` is filled where all of it was traded, and canceled where not. */
export type RowStatus = 'open' | 'ended' | 'filled' | 'canceled' | 'expired' | 'rejected'

/** The members of a row, as they came. Whatever is missing or of another form makes it no order. */
export interface Row {
  orderId: unknown
  /** Our key; the exchange has a word for none. */
  key: unknown
  market: unknown
  side: unknown
  type: OrderType | null
  amount: unknown
  price: unknown
  stopPrice?: unknown
  /** `null` for a word that is in no table: never guessed. */
  status: RowStatus | null
  filled: unknown
  average: unknown
  /** Why it ended, in the exchange's own words. */
  reason: string | null
}

export interface OrderRows {
  /** The rows in an answer; `null` where it is no answer of that kind. */
  rows(body: unknown): unknown[] | null
  row(raw: unknown): Row
}

/** Whose a row is. */
export type Owner = 'ours' | 'other' | 'unknown'

/** By its ids alone. Every order of ours carries our key, so that a row with a word for no key is somebody else's. */
export function ownerOf(
  { orderId, key }: Pick<Row, 'orderId' | 'key'>,
  ours: { key: string; orderId: string | null },
): Owner {
  const id = textOf(orderId)
  if (textOf(key) === ours.key || (id !== null && id === ours.orderId)) return 'ours'
  if (id === null) return 'unknown'
  if (ours.orderId !== null) return 'other'
  return typeof key === 'string' || key === null ? 'other' : 'unknown'
}

/** The order; `null` where a part of it cannot be read. `likely` is the market that is asked about. */
export function orderOfRow(exchange: Venue, row: Row, likely: string | null): VenueOrder | null {
  const orderId = textOf(row.orderId)
  const market = symbolOf(exchange, row.market, likely)
  const side = textOf(row.side)?.toLowerCase()
  const [amount, filled, price] = [row.amount, row.filled, row.price].map(decimalIn)
  if (orderId === null || market === null || amount == null || filled == null) return null
  if ((side !== 'buy' && side !== 'sell') || row.type === null || row.status === null) return null
  // A limit order without its price could be another one.
  if (row.type !== 'market' && price == null) return null
  const status = statusOf(row.status, filled, amount)
  const stop = decimalIn(row.stopPrice)
  return {
    orderId,
    key: textOf(row.key) ?? '',
    market,
    side,
    type: row.type,
    amount,
    // A market order's price is what it was filled at.
    price: row.type === 'market' ? null : (price ?? null),
    stopPrice: row.type === 'stop-limit' && stop !== null && !isZero(stop) ? stop : null,
    status,
    filled,
    averagePrice: isZero(filled) ? null : averageIn(row.average),
    fee: null,
    reason: ['canceled', 'expired', 'rejected'].includes(status) ? row.reason : null,
    fills: [],
  }
}

function statusOf(status: RowStatus, filled: Decimal, amount: Decimal): VenueOrderStatus {
  if (status === 'open') return isZero(filled) ? 'open' : 'partially-filled'
  if (status === 'ended') return compare(filled, amount) < 0 ? 'canceled' : 'filled'
  return status
}

/** Exchanges write numbers as texts; one of JSON could have lost digits, and none of ours has more than a number holds. */
function decimalIn(value: unknown): Decimal | null {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && DECIMAL_PATTERN.test(text) ? normalize(text) : null
}

/** A division of theirs can have any number of digits. */
function averageIn(value: unknown): Decimal | null {
  const average = decimalIn(typeof value === 'string' ? value.replace(/^(\d+\.\d{18})\d+$/, '$1') : value)
  return average === null || isZero(average) ? null : average
}

// Each market has several spellings at some exchanges. One that is not listed keeps the exchange's own.
function symbolOf(exchange: Venue, id: unknown, likely: string | null): string | null {
  const name = textOf(id)
  if (name === null) return null
  const isNamed = (market: unknown) =>
    [member(market, 'id'), member(market, 'info', 'altname'), member(market, 'info', 'wsname')].includes(name)
  if (likely !== null && isNamed(member(exchange.markets, likely))) return likely
  const found = Object.values(exchange.markets ?? {}).find(isNamed)
  return textOf(member(found, 'symbol')) ?? name
}

/** Words longer than this are shown in part. */
const MAX_WORDS = 200

/** What the exchange says of an end, as a sentence; `null` where it says nothing. `gloss` explains a bare code. */
export function saidOf(
  code: string | null,
  words: string | null,
  gloss: Readonly<Record<string, string>> = {},
): string | null {
  const told = words ?? meaningOf(gloss, code)
  if (told === null) return code === null ? null : `The exchange says: ${code.slice(0, MAX_WORDS)}.`
  const plain = told.slice(0, MAX_WORDS).replace(/[.\s]+$/, '')
  return `The exchange says: ${plain}${code === null || code === told ? '' : ` (${code.slice(0, 60)})`}.`
}

/** What a word of the exchange's means; `null` for one that stands in no table. */
export function meaningOf<T>(table: Readonly<Record<string, T>>, word: unknown): T | null {
  const text = textOf(word)
  return text !== null && Object.hasOwn(table, text) ? (table[text] ?? null) : null
}

/** The members of an object that is a list with names. */
export const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []

/** The list, or `null`. */
export const listOf = (value: unknown): unknown[] | null => (Array.isArray(value) ? value : null)
