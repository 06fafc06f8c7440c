// The operations on markets, and which coin each of them trades: shape of the input, and who answers.

import { z } from 'zod'
import type { MarketOperations } from '../../../shared/contract/markets.ts'
import type { Market } from '../../../shared/order.ts'
import type { CoinMatches } from '../../services/markets/coin-matches.ts'
import type { CoinService } from '../../services/research/coin-service.ts'
import * as common from '../schemas/common.ts'
import * as s from '../schemas/markets.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface MarketServices {
  coins: CoinService
  listings: Pick<CoinMatches, 'list' | 'confirm'>
  markets(accountId: string, window: string): Promise<Market[]>
}

/** Ties each of the operations to its service. */
export function marketHandlers(services: MarketServices): HandlersOf<MarketOperations> {
  const { coins } = services
  return {
    'listings.list': {
      input: z.strictObject({ coinId: common.coinId.optional() }),
      run: (input) => {
        if (input.coinId !== undefined) coins.get(input.coinId)
        return services.listings.list(input)
      },
    },
    'listings.confirm': {
      input: z.strictObject({
        venue: s.venue,
        market: common.market,
        coinId: common.coinId,
        same: z.boolean(),
        accountId: common.accountId.optional(),
      }),
      run: (input) => services.listings.confirm(input),
    },
    'markets.list': {
      input: common.byAccount,
      run: ({ accountId }, sender) => services.markets(accountId, sender.window),
    },
  }
}
