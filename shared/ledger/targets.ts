// What share of the portfolio each coin or narrative should have, and the orders that would lead there. A share is a fraction of 1.

import type { Decimal } from '../decimal.ts'
import type { Environment, Side, Size } from '../order.ts'
import type { Breach } from '../portfolio.ts'
import type { Reason } from '../reasons/reason.ts'

/** Of a coin, or of all held coins of a narrative that have no target of their own. */
export type Target = { coinId: string; share: Decimal } | { narrative: string; share: Decimal }

export interface Targets {
  environment: Environment
  items: Target[]
  /** A drift up to this is left alone, as a fraction of the portfolio. */
  band: Decimal
  updatedAt: string | null
}

export interface RebalanceItem {
  coinId: string | null
  narrative: string | null
  target: Decimal
  /** What it has now, and by how much that is over its target; `null` where a price or the total is not known. */
  share: Decimal | null
  drift: Decimal | null
  /** In USDT, now and at its target. */
  value: Decimal | null
  wanted: Decimal | null
}

/** An order to look at and place by hand: nothing of it is placed by itself. */
export interface RebalanceTicket {
  accountId: string
  coinId: string
  market: string
  side: Side
  size: Size
  /** After cutting to the market's step; value and fee are in the market's quote currency. */
  amount: Decimal
  value: Decimal
  fee: Decimal | null
  shareAfter: Decimal | null
  breaches: Breach[]
  warnings: Reason[]
}

/**
 * Why a part of the way is not in the tickets: `price` none is known; `market` no account trades it; `locked` more than is free
 * at the accounts; `cash` more than is free to pay with; `limit` your own rules; `refused` by the exchange, with its reasons;
 * `coin` none of the narrative is held.
 */
export type RebalanceGap = 'price' | 'market' | 'locked' | 'cash' | 'limit' | 'refused' | 'coin'

export interface RebalancePlan {
  environment: Environment
  asOf: string | null
  /** The whole that shares are of, in USDT; without it there is no plan. */
  total: Decimal | null
  items: RebalanceItem[]
  /** Sales first: what they bring is not reckoned with, so plan again after them. */
  tickets: RebalanceTicket[]
  left: {
    coinId: string | null
    narrative: string | null
    why: RebalanceGap
    value: Decimal | null
    reasons: Reason[]
  }[]
}
