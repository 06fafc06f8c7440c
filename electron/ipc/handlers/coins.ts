// The operations on coins, the watchlist, and the trader's words on them: shape of the input, and who answers.

import { z } from 'zod'
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
}

/** Ties each of the operations to its service. */
export function coinHandlers(services: CoinServices): HandlersOf<Omit<CoinOperations, keyof CoinFactOperations>> {
  const { coins } = services
  return {
    'coins.list': { input: common.nothing, run: () => coins.list() },
    'coins.get': { input: common.byCoin, run: ({ coinId }) => coins.get(coinId) },
    'coins.save': { input: s.coinFields, run: (fields) => coins.save(fields) },
    'coins.remove': {
      input: common.byCoin,
      run: ({ coinId }) => {
        coins.remove(coinId)
        return null
      },
    },
    'watchlist.set': {
      input: common.byCoin.extend({ watched: z.boolean() }),
      run: ({ coinId, watched }) => coins.mark(coinId, { watched }),
    },
    'notes.save': {
      input: common.byCoin.extend({ text: common.note }),
      run: ({ coinId, text }) => coins.mark(coinId, { note: text === '' ? null : { text, updatedAt: services.now() } }),
    },
    'tags.set': {
      input: common.byCoin.extend({ tags: s.tags }),
      run: ({ coinId, tags }) => coins.mark(coinId, { tags: [...new Set(tags)] }),
    },
  }
}
