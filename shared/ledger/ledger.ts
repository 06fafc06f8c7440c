// What the trader owns as movements: one row for each thing that happened, from which holdings, lots and results follow.

import type { Decimal } from '../decimal.ts'
import type { Environment } from '../order.ts'

export const LEDGER_KINDS = [
  'buy',
  'sell',
  'deposit',
  'withdrawal',
  'transfer',
  'fee',
  'airdrop',
  'reward',
  'interest',
  'migration',
  'adjustment',
] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]

/** What was kept of a movement. `coinId` is `null` for what is no coin of the list; a negative amount is a rebate. */
export interface LedgerFee {
  asset: string
  coinId: string | null
  amount: Decimal
}

/** Where a transfer arrived, or what a migration became. */
export interface LedgerTarget {
  accountId: string
  coinId: string | null
  asset: string
  amount: Decimal
}

export interface Movement {
  entryId: string
  /** Rows of one event share it; `sequence` is their order. */
  groupId: string
  sequence: number
  environment: Environment
  at: string
  /** An exchange account, or a place of the trader's own. */
  accountId: string
  kind: LedgerKind
  coinId: string | null
  asset: string
  /** Above zero, and the sign follows from the kind; an adjustment alone has its own sign. */
  amount: Decimal
  /** Of one unit, in `currency`; `null` is unknown. Of what came in without a trade it is what one unit cost or was worth. */
  price: Decimal | null
  currency: string
  /** The coin that the currency is; `null` for money, and for what is no coin of the list. */
  currencyCoinId: string | null
  /** What was paid or got for all of it, in `currency`, where that was told: a quotient times an amount is not exact. */
  total: Decimal | null
  fee: LedgerFee | null
  to: LedgerTarget | null
  /** `manual`, `opening`, `fill`, `claim`, or `import:` with its id. */
  source: string
  note: string
  /** The exchange's id of the trade, where a file tells it. */
  tradeId?: string
}

export const COST_METHODS = ['average', 'fifo', 'lifo', 'hifo'] as const
export type CostMethod = (typeof COST_METHODS)[number]

/** What airdrops, rewards and interest cost: nothing, or what they were worth when they came. */
export const INCOME_BASES = ['zero', 'receipt'] as const
export type IncomeBasis = (typeof INCOME_BASES)[number]

/**
 * What became of an amount. `sold` and `spent` (a fee) have a result; `left` (a withdrawal, a correction) and `moved` (between
 * own places, into another coin) have none; `income` came in and has a value.
 */
export type BookingOutcome = 'sold' | 'spent' | 'left' | 'moved' | 'income'

/** A part of a booking: of one lot, of the average, or of an acquisition that the ledger does not know. */
export interface BookedPart {
  /** The movement that brought it in; `null` by average cost, and where none is known. */
  lotId: string | null
  acquiredAt: string | null
  amount: Decimal
  cost: Decimal | null
  proceeds: Decimal | null
  result: Decimal | null
  /** Nothing in the ledger brought it in: it is listed, and what it cost is never made up. */
  missing: boolean
}

/** What one movement did to one asset, in USDT. Sums are over the parts that are known; `null` where none is. */
export interface Booking {
  entryId: string
  at: string
  accountId: string
  coinId: string | null
  asset: string
  outcome: BookingOutcome
  amount: Decimal
  proceeds: Decimal | null
  cost: Decimal | null
  result: Decimal | null
  /** How much of the amount has no known result, or no known cost where there is none to have. */
  unknown: Decimal
  parts: BookedPart[]
}

export interface LedgerFilter {
  coinId?: string | undefined
  accountId?: string | undefined
  environment?: Environment | undefined
  kind?: LedgerKind | undefined
  /** A place in the list that a page has answered as `next`. */
  before?: number | undefined
  limit?: number | undefined
}
