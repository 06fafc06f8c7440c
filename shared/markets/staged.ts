// Staged orders: what the trader wants to happen when a market opens that does not trade yet. Nothing of one is at an exchange
// before it is sent.

import type { Decimal } from '../decimal.ts'
import type { Environment, Side, Size } from '../order.ts'
import type { Reason } from '../reasons/reason.ts'

/** `tell`: a notification. `ask`: the ticket is ready, and the trader sends it. `send`: it sends itself. */
export const STAGED_TRIGGERS = ['tell', 'ask', 'send'] as const
export type StagedTrigger = (typeof STAGED_TRIGGERS)[number]

/**
 * `armed`: the market has opened; of `send` its order is on its way, of `tell` the trader was told. `asking`: its ticket is ready.
 * `sent`: its order was sent, and has a life of its own. `expired`: its time is over and nothing was sent. `refused`: something spoke
 * against it at the moment, and nothing was sent or the exchange took nothing.
 */
export const STAGED_STATES = ['waiting', 'armed', 'asking', 'sent', 'expired', 'canceled', 'refused'] as const
export type StagedState = (typeof STAGED_STATES)[number]

export interface StagedTerms {
  accountId: string
  coinId: string
  venue: string
  market: string
  side: Side
  size: Size
  trigger: StagedTrigger
  /** The price limit: a buy is never above it, a sale never below. `null` only for `tell`. */
  maxPrice: Decimal | null
  /** What the order may be worth at most, in USDT. `null` only for `tell`. */
  maxValue: Decimal | null
  /** Only between these two; ISO 8601 UTC. */
  from: string
  until: string
}

export interface StagedInput extends StagedTerms {
  /** Of one that waits. */
  stagedId?: string | undefined
  note?: string | undefined
}

export interface Staged extends StagedTerms {
  stagedId: string
  environment: Environment
  note: string
  state: StagedState
  /** The key of its order, minted when it arms, once; `null` before that, and of `tell`. */
  intentId: string | null
  /** Why the state is what it is, or what it waits for besides its market; `null` where the state says it all. */
  reason: Reason | null
  createdAt: string
  updatedAt: string
}

/** Whether it may still become an order, or be told of. */
export const isStagedOpen = ({ state }: Pick<Staged, 'state'>): boolean =>
  state === 'waiting' || state === 'armed' || state === 'asking'
