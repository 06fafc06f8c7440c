// What a row of an exchange's answer says of an order, read from its own words: whose it is, even where nothing else of it
// can be read, and the order where everything can. Rows of other programs have shapes that no document of ours names; they
// must cost nothing but themselves.

import { compare, DECIMAL_PATTERN, type Decimal, isZero, normalize, SIGNED_PATTERN } from '../../../shared/decimal.ts'
import type { Fee, OrderType } from '../../../shared/order.ts'
import type { Ending } from '../../../shared/reasons/exchanges.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { VenueOrder, VenueOrderStatus } from '../../ports/venue.ts'
import type { Venue } from './library.ts'

/** `open` may be filled in part; `ended` is filled where all of it was traded, and canceled where not. */
export type RowStatus = 'open' | 'ended' | 'filled' | 'canceled' | 'expired' | 'rejected'

/** What was paid for all of it, below zero where it was paid to the trader. Without an asset it is in the market's currency. */
export interface RowFee {
  asset: unknown
  amount: unknown
}

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
  /** Each asset that it was paid in; empty or left out where the exchange does not tell it with the order. */
  fees?: readonly RowFee[]
  /** Why it ended, in the exchange's own words. */
  reason: Reason | null
}

/** Of what was paid in several assets no one sum is the fee; of what is not told nothing is. */
function feeOfRow(exchange: Venue, { fees = [] }: Row, market: string): Fee | null {
  const [fee, ...more] = fees
  if (fee === undefined || more.length > 0) return null
  const id = fee.asset === undefined ? null : textOf(fee.asset)
  const asset = fee.asset === undefined ? market.split('/')[1] : id === null ? null : exchange.safeCurrencyCode(id)
  const amount = signedIn(fee.amount)
  return amount === null || asset === undefined || asset === null || asset === '' ? null : { asset, amount }
}

/** The same paid by the trader where the exchange counts what he gets. */
export function negated(amount: unknown): unknown {
  const text = signedIn(amount)
  if (text === null || isZero(text.replace('-', ''))) return text
  return text.startsWith('-') ? text.slice(1) : `-${text}`
}

/** Which call has answered with orders. */
export type OrderSource = 'id' | 'open' | 'history' | 'one'

export interface OrderRows {
  /**
   * The rows in an answer of a list, or `one` that was asked for by its id; `null` where it is no answer of that kind. What names
   * no list is none: read as an empty one it would prove that an order does not exist.
   */
  rows(body: unknown, from: OrderSource): unknown[] | null
  /** The list of trades in an answer, in whatever shape it has; `null` or `undefined` where it holds none. */
  trades(body: unknown): unknown
  row(raw: unknown): Row
  /** Whether its trades tell a value in another currency than the one that the fee was taken in. */
  hasOtherFee(raw: unknown): boolean
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
    fee: isZero(filled) ? null : feeOfRow(exchange, row, market),
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

function signedIn(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && SIGNED_PATTERN.test(text) ? normalize(text) : null
}

/** A division of theirs can have any number of digits. */
function averageIn(value: unknown): Decimal | null {
  const average = decimalIn(typeof value === 'string' ? value.replace(/^(\d+\.\d{18})\d+$/, '$1') : value)
  return average === null || isZero(average) ? null : average
}

// Each market has several spellings at some exchanges. One that is not listed keeps the exchange's own; where the market that
// is asked about is listed no more, it is taken for that one.
function symbolOf(exchange: Venue, id: unknown, likely: string | null): string | null {
  const name = textOf(id)
  if (name === null) return null
  const isNamed = (market: unknown) =>
    [member(market, 'id'), member(market, 'info', 'altname'), member(market, 'info', 'wsname')].includes(name)
  if (likely !== null && isNamed(member(exchange.markets, likely))) return likely
  const found = Object.values(exchange.markets ?? {}).find(isNamed)
  const isGone = likely !== null && exchange.markets?.[likely] === undefined
  return textOf(member(found, 'symbol')) ?? (isGone ? likely : name)
}

/** Words longer than this are shown in part. */
const MAX_WORDS = 200
const MAX_CODE = 60

/** What the exchange says of an end; `null` where it says nothing. `endings` explain a bare code. */
export function saidOf(
  code: string | null,
  words: string | null,
  endings: Readonly<Record<string, Ending>> = {},
): Reason | null {
  const as = words === null ? meaningOf(endings, code) : null
  if (as !== null && code !== null) return reason('EXCHANGE_ENDED_AS', { code: code.slice(0, MAX_CODE), as })
  if (words === null) return code === null ? null : reason('EXCHANGE_ENDED', { code: code.slice(0, MAX_WORDS), words })
  const plain = words.slice(0, MAX_WORDS).replace(/[.\s]+$/, '')
  return reason('EXCHANGE_ENDED', { code: code === words ? null : (code?.slice(0, MAX_CODE) ?? null), words: plain })
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
