// The operations on coins, the watchlist, and the trader's words on them: shape of the input, and who answers.

import { z } from 'zod'
import type { Coin, SeenStage } from '../../../shared/coin.ts'
import type { CoinOperations } from '../../../shared/contract/coins.ts'
import type { CoinService } from '../../services/research/coin-service.ts'
import * as s from '../schemas/coins.ts'
import * as common from '../schemas/common.ts'
import type { HandlersOf } from './handler.ts'
import type { CoinFactOperations } from './research/coin-facts.ts'

/** The services behind these operations. */
export interface CoinServices {
  coins: CoinService
  now(): string
  /** By the public lists of exchanges, of every coin that is on one. */
  seenStages(): ReadonlyMap<string, SeenStage[]>
}

/** The coin with what exchanges list of it; nothing is added to one that none lists. */
export function withSeen<T extends Coin>(coin: T, seen: ReadonlyMap<string, SeenStage[]>): T {
  const stages = seen.get(coin.id)
  return stages === undefined ? coin : { ...coin, seen: stages }
}

const withAllSeen = (all: Coin[], seen: ReadonlyMap<string, SeenStage[]>): Coin[] =>
  seen.size === 0 ? all : all.map((coin) => withSeen(coin, seen))

/** Ties each of the operations to its service. */
export function coinHandlers(services: CoinServices): HandlersOf<Omit<CoinOperations, keyof CoinFactOperations>> {
  const { coins, seenStages } = services
  const seen = <T extends Coin>(coin: T): T => withSeen(coin, seenStages())
  return {
    'coins.list': { input: common.nothing, run: () => withAllSeen(coins.list(), seenStages()) },
    'coins.get': { input: common.byCoin, run: ({ coinId }) => seen(coins.get(coinId)) },
    'coins.save': { input: s.coinFields, run: (fields) => seen(coins.save(fields)) },
    'coins.remove': {
      input: common.byCoin,
      run: ({ coinId }) => {
        coins.remove(coinId)
        return null
      },
    },
    'watchlist.set': {
      input: common.byCoin.extend({ watched: z.boolean() }),
      run: ({ coinId, watched }) => seen(coins.mark(coinId, { watched })),
    },
    'notes.save': {
      input: common.byCoin.extend({ text: common.note }),
      run: ({ coinId, text }) =>
        seen(coins.mark(coinId, { note: text === '' ? null : { text, updatedAt: services.now() } })),
    },
    'tags.set': {
      input: common.byCoin.extend({ tags: s.tags }),
      run: ({ coinId, tags }) => seen(coins.mark(coinId, { tags: [...new Set(tags)] })),
    },
  }
}
