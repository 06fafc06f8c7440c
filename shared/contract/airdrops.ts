// The operations on airdrops: name, input and output of each.

import type { Airdrop, AirdropProgress } from '../coin.ts'
import type { Nothing } from './nothing.ts'

export interface AirdropOperations {
  'airdrops.list': { input: Nothing; output: Airdrop[] }
  'airdrops.save': {
    input: {
      coinId: string
      progress?: AirdropProgress | undefined
      note?: string | undefined
      deadline?: string | null | undefined
    }
    output: Airdrop
  }
}

/** A record, so that a name that is missing here does not compile. */
export const AIRDROP_OPERATIONS: Record<keyof AirdropOperations, true> = {
  'airdrops.list': true,
  'airdrops.save': true,
}
