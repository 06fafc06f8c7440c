// What the readers of balances share: which answers hold them, and one row of such an answer. Of the pages on other wallets only
// that of Binance's funding wallet was found and read, on 2026-11-29; the rest is by ccxt 4.5.84.

import { compare, type Decimal } from '../../../shared/decimal.ts'
import { member } from '../../../shared/venues/json.ts'
import type { VenueBalance } from '../../ports/system.ts'
import { call, type Venue } from './library.ts'

export type Row = VenueBalance

/** Reads one row of an answer. */
export interface Reader {
  number: (row: unknown, name: string) => Decimal | null
  /** Every asset that a market of the exchange names. */
  known: ReadonlySet<string>
  exchange: Venue
}

/** One question; `null` where it was not answered. */
export type AskBalances = (work: () => Promise<unknown>) => Promise<{ value: unknown } | null>

/** A place beside the one that orders draw on, and where its rows and their amounts stand. */
export interface Wallet {
  ask: (exchange: Venue) => Promise<unknown>
  rows: readonly (string | number)[]
  asset: string
  amounts: readonly string[]
}

export interface Balances {
  /** The answers that hold what orders can draw on, all pages; `null` where one was not to be had. */
  spendable(exchange: Venue, ask: AskBalances): Promise<unknown[] | null>
  /** The rows of one of these answers; `null` where it has not the documented shape. */
  rows(read: Reader, answer: unknown): Row[] | null
  /** A key without the right, or a test environment, does not tell them. */
  elsewhere: readonly Wallet[]
}

/** Where the exchange's own answer is read. */
export async function ownAnswer(exchange: Venue, ask: AskBalances): Promise<unknown[] | null> {
  const told = await ask(() => exchange.fetchBalance())
  return told === null ? null : [member(told.value, 'info')]
}

/** One call by its name, for a wallet. */
export const wallet =
  (method: string, params: Readonly<Record<string, unknown>> = {}): Wallet['ask'] =>
  (exchange) =>
    call(exchange, method, params)

/** The rows of a list, without those that are none. */
export function listed(rows: unknown, toRow: (row: unknown) => Row | null): Row[] | null {
  return Array.isArray(rows) ? rows.flatMap((row) => toRow(row) ?? []) : null
}

/** What can be spent is never below zero. */
export const freeOf = (value: Decimal | null): Decimal => (value === null || compare(value, '0') < 0 ? '0' : value)

/** The name that the markets use for an asset. */
export const codeOf = ({ exchange }: Reader, id: string | null): string | null =>
  id === null ? null : (exchange.safeCurrencyCode(id) ?? id)
