// Listens to what the exchanges tell by themselves.

import type { OrderJournal } from '../ports/stores.ts'
import type { Accounts } from '../services/accounts/accounts.ts'
import { createOrderStreamHandler } from '../services/streams/order-stream-handler.ts'
import { createStreamManager, type StreamManager } from '../services/streams/stream-manager.ts'
import type { Vault } from '../services/vault/vault.ts'
import type { BackendOptions } from './backend-options.ts'
import type { Core } from './open-core.ts'
import type { MarketArea } from './open-markets.ts'
import type { OrderArea } from './open-orders.ts'

export interface StreamAreaParts {
  options: Pick<BackendOptions, 'streams'>
  core: Core
  journal: OrderJournal
  accounts: Accounts
  vault: Pick<Vault, 'isOpen'>
  markets: MarketArea
  orders: OrderArea
}

/** Opens it; a stream is opened when it is wanted. */
export function openStreams({
  options,
  core,
  journal,
  accounts,
  vault,
  markets,
  orders,
}: StreamAreaParts): Pick<StreamManager, 'stop'> {
  if (options.streams === false) return { stop: async () => {} }
  const { clock, logger, internal } = core
  const { queue, executor, cover, orderService, monitor } = orders
  const news = createStreamManager({
    ...{ accounts, journal, clock, scheduler: core.scheduler, cover, isWatched: markets.isWatched },
    evidence: createOrderStreamHandler({
      journal,
      queue,
      executor,
      contextOf: accounts.context,
      logger,
      look: monitor.wake,
    }),
    look: () => monitor.wake(),
    isInFlight: orderService.isInFlight,
    isUnlocked: vault.isOpen,
    pricesTold: ({ account: { accountId }, view }) => markets.tellPrices(accountId, view.lastMarkets()),
  })
  internal.on('streams.wanted', news.wake)
  internal.on('market.asked', ({ accountId, market }) => news.marketAsked(accountId, market))
  // What may make a stream wanted, beside the end of a submit and a window that looks at another account.
  for (const event of ['vault.opened', 'vault.locked', 'accounts.changed', 'order.changed'] as const) {
    internal.on(event, news.wake)
  }
  return { stop: news.stop }
}
