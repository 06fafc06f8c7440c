// What the ledger made: by method and year, per coin and in all. Everything is in USDT; `null` is unknown.

import type { Decimal } from '../decimal.ts'
import type { Environment } from '../order.ts'
import type { Booking, BookingOutcome, CostMethod, IncomeBasis } from './ledger.ts'

/**
 * Currencies that count as one USDT a unit in what was paid and got: the dollar and coins that are redeemed for one. What they were
 * worth at the time nobody kept; the results say so.
 */
export const DOLLARS: readonly string[] = [
  ...['USDT', 'USD', 'USDC', 'BUSD', 'FDUSD', 'TUSD', 'USDP', 'PYUSD', 'GUSD', 'DAI'],
]

/** What some bookings add up to. Each sum is over what is known; how much is not stands beside it. */
export interface ResultSums {
  /** Of what was sold with a known result: what it brought, what it had cost, and the difference. */
  proceeds: Decimal
  cost: Decimal
  realised: Decimal
  /** What airdrops, rewards and interest were worth, by the basis. */
  income: Decimal
  /** What fees outside of trades had cost. Those of trades are in their cost and proceeds. */
  fees: Decimal
  /** How much was sold or spent, or came in, of which the result is not known. */
  unknown: Decimal
}

export interface CoinResult extends ResultSums {
  coinId: string | null
  asset: string
  held: Decimal
  places: { accountId: string; amount: Decimal }[]
  /** What the part that is held at a known cost has cost, how much that is, and of how much nobody knows. */
  heldCost: Decimal | null
  heldAtCost: Decimal
  heldUnknown: Decimal
  /** For one unit of the part at a known cost. */
  averageCost: Decimal | null
  price: Decimal | null
  priceAt: string | null
  /** What all that is held is worth. */
  value: Decimal | null
  /** Of the part at a known cost. */
  unrealised: Decimal | null
}

/** What was made at one place, over all its coins. */
export interface PlaceResult extends ResultSums {
  accountId: string
  /** Of what is there now at a known cost; `null` where nothing is, and for the gain where nothing has a price. */
  heldCost: Decimal | null
  unrealised: Decimal | null
}

/** What was made in one year, over all coins. */
export interface YearResult extends ResultSums {
  year: number
}

/** A sale, fee or income without a known result, and what left or moved without a known cost. */
export interface MissingEntry {
  entryId: string
  at: string
  accountId: string
  coinId: string | null
  asset: string
  outcome: BookingOutcome
  amount: Decimal
}

export interface Results extends Omit<ResultSums, 'unknown'> {
  environment: Environment
  method: CostMethod
  basis: IncomeBasis
  /** `null` for all years. What is held is that of now, whatever the year. */
  year: number | null
  currency: 'USDT'
  /** Currencies that counted as one USDT a unit. */
  dollars: readonly string[]
  asOf: string
  /** `realised` and `income` less `fees`. */
  net: Decimal
  /** Over the coins that have one. */
  heldCost: Decimal
  value: Decimal
  unrealised: Decimal
  /** Coins that are held and count in none of these three sums, or in part: no price, or no known cost. */
  leftOut: { coinId: string | null; asset: string; amount: Decimal; why: 'price' | 'cost' }[]
  coins: CoinResult[]
  /** Of the year that is asked for. */
  places: PlaceResult[]
  /** Every year in which something was booked, newest first, whichever is asked for. */
  years: YearResult[]
  /** Newest first, at most 500; `missingCount` is how many there are. */
  missing: MissingEntry[]
  missingCount: number
}

export interface ResultFilter {
  environment: Environment
  method: CostMethod
  /** A coin's id, or the asset of what is no coin of the list. */
  coinId?: string | undefined
  asset?: string | undefined
  year?: number | undefined
  before?: number | undefined
  limit?: number | undefined
}

/** Newest first; `next` goes on. */
export interface BookingPage {
  items: Booking[]
  next: number | null
}
