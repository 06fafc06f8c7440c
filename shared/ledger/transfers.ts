// A withdrawal and a deposit that may be one transfer between the trader's own places.

import type { Decimal } from '../decimal.ts'
import type { Environment } from '../order.ts'
import type { Movement } from './ledger.ts'

/** By what they fit: the same amount, the amount less the fee that was told, or less a difference that can be a fee. */
export type TransferMatch = 'amount' | 'fee' | 'difference'

export interface TransferPair {
  withdrawal: Movement
  deposit: Movement
  /** What left and did not arrive. */
  lost: Decimal
  /** From the withdrawal to the deposit; below zero where clocks differ. */
  minutes: number
  match: TransferMatch
}

/** The ids of both entries. */
export interface TransferKey {
  withdrawalId: string
  depositId: string
}

/** Newest first, at most 200 of each; the counts say how many there are. */
export interface Transfers {
  environment: Environment
  /** They look like a transfer, and the trader has not said yet. */
  offered: TransferPair[]
  offeredCount: number
  /** By the trader's word: their lots move with date and cost. */
  confirmed: TransferPair[]
  confirmedCount: number
  /** Two events, by the trader's word. */
  refused: TransferPair[]
  refusedCount: number
  /** Withdrawals and deposits of coins without another side in the ledger: what left is gone, what came has no known cost. */
  unmatched: Movement[]
  unmatchedCount: number
}
