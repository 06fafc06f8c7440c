// The operations on many coins of the list at once: name, input and output of each.

import type { Coin } from '../coin.ts'

export interface CoinListOperations {
  /** All of them, or none. Answers the coins as they are then. */
  'coins.markMany': {
    input: {
      coinIds: string[]
      watched?: boolean | undefined
      addTags?: string[] | undefined
      removeTags?: string[] | undefined
    }
    output: Coin[]
  }
  /** Those that can be removed; the others are named, and stay as they are. */
  'coins.removeMany': { input: { coinIds: string[] }; output: { removed: string[]; kept: string[] } }
}

/** A record, so that a name that is missing here does not compile. */
export const COIN_LIST_OPERATIONS: Record<keyof CoinListOperations, true> = {
  'coins.markMany': true,
  'coins.removeMany': true,
}
