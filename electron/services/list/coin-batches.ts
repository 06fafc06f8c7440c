// What is done to many coins of the list at once, in one transaction.

import type { Coin } from '../../../shared/coin.ts'
import type { Input, Output } from '../../../shared/contract/contract.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { TraderStore } from '../../ports/stores.ts'
import type { CoinService } from '../research/coin-service.ts'

export interface CoinBatches {
  /** @throws AppError `NOT_FOUND` where one of them is not there, `BAD_INPUT` where one would have too many tags */
  mark(input: Input<'coins.markMany'>): Coin[]
  /** @throws AppError `NOT_FOUND` where one of them is not there */
  remove(coinIds: readonly string[]): Output<'coins.removeMany'>
}

/** As many as one coin may have. */
const MAX_TAGS = 20
/** Why a coin stays, which is no reason for the others to stay. */
const KEPT: readonly string[] = ['NOT_EDITABLE', 'IN_USE']

/** Builds it. */
export function createCoinBatches(
  coins: Pick<CoinService, 'some' | 'mark' | 'remove'>,
  store: Pick<TraderStore, 'atomically'>,
): CoinBatches {
  const all = (coinIds: readonly string[]): Coin[] => {
    const ids = new Set(coinIds)
    const found = coins.some(ids)
    if (found.length < ids.size) throw new AppError('NOT_FOUND', reason('UNKNOWN_COIN'))
    return found
  }
  return {
    mark: ({ coinIds, watched, addTags = [], removeTags = [] }) =>
      store.atomically(() => {
        for (const { id, name, tags: before } of all(coinIds)) {
          const tags = [...new Set([...before.filter((tag) => !removeTags.includes(tag)), ...addTags])]
          if (tags.length > MAX_TAGS) throw new AppError('BAD_INPUT', reason('TOO_MANY_TAGS', { name, most: MAX_TAGS }))
          coins.mark(id, { tags, ...(watched !== undefined && { watched }) })
        }
        return all(coinIds)
      }),
    remove: (coinIds) =>
      store.atomically(() => {
        const [removed, kept]: [string[], string[]] = [[], []]
        for (const { id } of all(coinIds)) (canRemove(() => coins.remove(id)) ? removed : kept).push(id)
        return { removed, kept }
      }),
  }
}

function canRemove(remove: () => void): boolean {
  try {
    remove()
    return true
  } catch (error) {
    if (error instanceof AppError && KEPT.includes(error.code)) return false
    throw error
  }
}
