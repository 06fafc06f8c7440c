// Opens the sources of market data: which are on, with which key, what is asked of them and when, and what they say of coins.

import { randomUUID } from 'node:crypto'
import type { KnownExchange } from '../../../shared/venues/known.ts'
import { createMarketData } from '../../adapters/market-data/market-data.ts'
import { createSourceStore } from '../../adapters/sqlite/stores/source-store.ts'
import { adapterOf } from '../../exchanges/registry.ts'
import type { SourceServices } from '../../ipc/handlers/sources.ts'
import type { MarketLists } from '../../ports/market-lists.ts'
import type { FollowPrices } from '../../ports/practice-prices.ts'
import type { AuditLog } from '../../services/audit/audit-log.ts'
import { type Announcements, createAnnouncements } from '../../services/sources/announcements.ts'
import { createDataFeed } from '../../services/sources/data-feed.ts'
import { createPracticePrices } from '../../services/sources/practice-prices.ts'
import { createPriceHistory } from '../../services/sources/price-history.ts'
import { createQuoteService } from '../../services/sources/quote-service.ts'
import { createRefreshes } from '../../services/sources/refreshes.ts'
import { createRequestGate } from '../../services/sources/request-gate.ts'
import { createSourceClient } from '../../services/sources/source-client.ts'
import { createSourceKeys } from '../../services/sources/source-keys.ts'
import { createSourceService } from '../../services/sources/source-service.ts'
import { createVenueLists } from '../../services/sources/venue-lists.ts'
import type { BackendOptions } from '../backend-options.ts'
import type { AccountsArea } from '../open-accounts.ts'
import type { CoinArea } from '../open-coins.ts'
import type { Core } from '../open-core.ts'
import type { VaultArea } from '../open-vault.ts'
import { dataHosts } from '../parts/venue-hosts.ts'

export interface SourceArea {
  operations: SourceServices
  /** The public lists of markets of the exchanges that are on. */
  lists: MarketLists
  /** What those that are on announce of the trader's coins. */
  announcements: Pick<Announcements, 'list'>
  /** Asks what is on; nothing is asked before. */
  start(): void
  /** Ends the worker; resolves when nothing is asked any more. */
  stop(): Promise<void>
}

export interface SourceAreaParts {
  core: Core
  audit: AuditLog
  vault: VaultArea
  accounts: AccountsArea
  coins: CoinArea
  /** Has the practice exchange follow real prices. */
  follow: FollowPrices
  options: Pick<BackendOptions, 'dataHosts' | 'venueHosts' | 'confirmCommand' | 'marketDataWorkerUrl'>
}

/** How many requests a whole list of this exchange takes. */
const partsOf = (venue: KnownExchange): number => adapterOf(venue).publicReads?.lists.length ?? 0

const announces = (venue: KnownExchange): boolean => (adapterOf(venue).publicReads?.announcements ?? null) !== null

const namesContracts = (venue: KnownExchange): boolean => (adapterOf(venue).publicReads?.assets ?? null) !== null

/** Opens it. @throws AppError `BAD_INPUT` for a host */
export function openSources({ core, audit, vault, accounts, coins, options, follow }: SourceAreaParts): SourceArea {
  const { clock, page, logger, scheduler, internal } = core
  const { keyService } = vault
  const store = createSourceStore(core.db)
  const hostOf = dataHosts(options)
  const isUnlocked = vault.vault.isOpen
  const workerUrl = options.marketDataWorkerUrl ?? new URL('../../adapters/market-data/worker.ts', import.meta.url)
  const data = createMarketData({ workerUrl, clock, logger, keyService })
  const gate = createRequestGate({ store, clock, changed: () => internal.emit('source.asked', null) })
  const keys = createSourceKeys({
    ...{ store, clock, keyService, isUnlocked, audit: audit.append, newId: randomUUID },
    ...{ confirmed: accounts.store, records: vault.store, confirm: options.confirmCommand ?? null },
  })
  const client = createSourceClient({ store, requests: gate, keys, data, clock, hostOf, isUnlocked })
  const lists = createVenueLists({ client, store, clock, partsOf, namesContracts })
  const known = { coins: coins.coins, assets: coins.assets }
  const announcements = createAnnouncements({ client, store, clock, announces, coins: coins.coins })
  const refreshes = createRefreshes({ client, lists, store, requests: gate, clock, announcements, ...known })
  const quotes = createQuoteService({
    ...{ store, clock, ...known },
    own: () => new Set(accounts.accounts.list().map(({ venue }) => venue)),
    practice: () => accounts.accounts.find('practice')?.view.lastMarkets() ?? [],
  })
  const practicePrices = createPracticePrices({ quotes, store, clock, settings: core.preferences.get, follow })
  const feed = createDataFeed({
    ...{ store, client, refreshes, quotes, scheduler, clock, logger },
    isShown: () => page.listeners('quotes.changed') > 0,
    changed: (news) => {
      practicePrices.tell()
      page.emit('quotes.changed', news)
    },
  })
  const sources = createSourceService({
    ...{ store, keys, requestGate: gate, hostOf, audit: audit.append },
    ...{ perRefresh: refreshes.cost, refresh: feed.refresh },
    changed: (all) => page.emit('sources.changed', all),
    saved: () => {
      practicePrices.tell()
      feed.wake()
      internal.emit('openings.changed', null)
    },
  })
  const history = createPriceHistory({ client, lists, store, quotes, clock, coins: coins.coins })
  internal.on('source.asked', sources.tell)
  internal.on('preferences.changed', practicePrices.tell)
  internal.on('vault.opened', feed.wake)
  internal.on('page.listening', (event) => {
    if (event === 'quotes.changed') feed.wake()
  })
  return {
    operations: { sources, quotes: { list: quotes.list, get: quotes.get, history } },
    lists,
    announcements,
    start: () => {
      practicePrices.tell()
      feed.wake()
    },
    stop: async () => {
      // What is under way ends with the worker: nobody waits for a source that does not answer.
      await Promise.all([data.close(), feed.stop()])
    },
  }
}
