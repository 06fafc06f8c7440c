// What an exchange's stream of own orders says, message by message. It is read before ccxt reads it: its classes name
// another field as the key at Kraken, and at Coinbase take what was traded for the amount of the order.

import type { VenueOrder } from '../../ports/venue.ts'
import type { Venue } from './library.ts'
import { type OrderRows, orderOfRow } from './order-rows.ts'

/** What one message says; `null` for whatever is of no concern here. */
export type Heard =
  /** The stream stands: from now on it tells of every order. */
  | { kind: 'up' }
  /** The venue has refused it, or ended it. */
  | { kind: 'refused' }
  /** One that cannot be read is `null`: something happened to some order. */
  | { kind: 'orders'; orders: (VenueOrder | null)[] }
  | null

export interface OrderStream {
  read(exchange: Venue, message: unknown): Heard
  /** What ccxt has to be told before it asks for the stream. */
  options: Readonly<Record<string, unknown>>
  /** Sent once the stream stands, where it would fall asleep otherwise; else `null`. */
  keepAwake: unknown
}

/** The list, or none. */
export const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Rows as they come over REST as well. */
export function inRows(exchange: Venue, own: OrderRows, rows: unknown[]): Heard {
  return rows.length === 0
    ? null
    : { kind: 'orders', orders: rows.map((raw) => orderOfRow(exchange, own.row(raw), null)) }
}
