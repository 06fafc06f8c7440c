// The operations on the markets of an account: shape of the input, and who answers.

import type { MarketOperations } from '../../../shared/contract/markets.ts'
import type { Market } from '../../../shared/order.ts'
import * as common from '../schemas/common.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface MarketServices {
  markets(accountId: string, window: string): Promise<Market[]>
}

/** Ties each of the operations to its service. */
export function marketHandlers(services: MarketServices): HandlersOf<MarketOperations> {
  return {
    'markets.list': {
      input: common.byAccount,
      run: ({ accountId }, sender) => services.markets(accountId, sender.window),
    },
  }
}
