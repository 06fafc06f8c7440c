// What an account pays for its trades, as each exchange tells it, by ccxt 4.5.84 and what is known of each exchange's pages; not
// every page was found to check it against.

import { compare, type Decimal } from '../../../shared/decimal.ts'
import type { Venue } from './library.ts'

/** Fractions of the value that are charged at most. */
export interface Fees {
  taker: Decimal
  maker: Decimal
}

export type FeesBySymbol = ReadonlyMap<string, Fees>

/** What a reader of fees has at hand. */
export interface FeeSource {
  exchange: Venue
  /** One call of the library's by name; `null` where it was not answered. */
  ask(method: string, params: Record<string, unknown>): Promise<unknown>
  number(value: unknown): Decimal | null
  /** The exchange's own name of a market. */
  idOf(symbol: string): string
}

/** Asks for the rates of the account in these markets; those of which nothing is told are left out. */
export type ReadFees = (source: FeeSource, symbols: readonly string[]) => Promise<Map<string, Fees>>

/** The same question for each market. */
export const feesOfEach = (symbols: readonly string[], of: (symbol: string) => Fees | null): Map<string, Fees> =>
  new Map(
    symbols.flatMap((symbol) => {
      const fees = of(symbol)
      return fees === null ? [] : [[symbol, fees] as const]
    }),
  )

/** A rebate is no fee; that it comes is not reckoned with. */
export function feesFrom(taker: Decimal | null, maker: Decimal | null): Fees | null {
  if (taker === null) return null
  const charged = (fee: Decimal) => (compare(fee, '0') < 0 ? '0' : fee)
  return { taker: charged(taker), maker: charged(maker ?? taker) }
}
