// Puts the desk of an account at a real exchange together: its calls, and what is known of it.

import type { Account } from '../../shared/accounts.ts'
import type { AppStatus } from '../../shared/app.ts'
import type { Environment, Market } from '../../shared/order.ts'
import { openVenueAccount } from '../adapters/ccxt/venue-account.ts'
import type { VenueCache } from '../ports/stores.ts'
import type { Clock, Logger } from '../ports/system.ts'
import type { Keeper, KeyUse } from '../ports/vault.ts'
import { type Accounts, type Desk, PRACTICE_ACCOUNT } from '../services/accounts/accounts.ts'
import type { EventHub } from '../services/common/events.ts'
import { type AccountView, createAccountView } from '../services/markets/account-view.ts'
import type { CoinMatches } from '../services/markets/coin-matches.ts'
import type { TellPrices } from '../services/markets/price-news.ts'
import type { OrderDesk } from '../services/orders/order-desk.ts'
import type { OrderKeeper } from '../services/orders/order-keeper.ts'
import { createOrderEvidence, type EvidenceParts } from '../services/streams/order-evidence.ts'
import { createVenueNews, type NewsParts, type VenueNews } from '../services/streams/venue-news.ts'
import type { Vault } from '../services/vault/vault.ts'

interface Parts {
  cache: VenueCache
  keeper: Pick<Keeper, 'venue' | 'watch' | 'unwatch'>
  isUnlocked: () => boolean
  /** `key`: the client id of the order that the use is for; empty for a read. */
  take: (accountId: string, purpose: 'order' | 'cancel' | 'read' | 'stream', key: string) => KeyUse
  matches: Pick<CoinMatches, 'coinOf' | 'bases'>
  hostOf: (venue: string, environment: Environment) => string | null
  clock: Clock
  logger: Logger
  /** Told of each market whose book is asked for. */
  marketAsked: (accountId: string, market: string) => void
  /** Told after each look at the balances: the exchange's words against the key, or `null`. */
  keyHeard: (accountId: string, refusal: string | null) => void
}

/** Answers with what opens the desk of an account. */
export function venueDesks(parts: Parts): (account: Account) => Desk {
  const { cache, clock, logger } = parts
  let streams = 0
  return (account) => {
    const { accountId, venue, environment } = account
    const exchange = openVenueAccount({
      venue,
      environment,
      host: parts.hostOf(venue, environment),
      keeper: parts.keeper,
      isUnlocked: parts.isUnlocked,
      use: (purpose, key) => parts.take(accountId, purpose, key),
      newStream: () => {
        streams += 1
        return streams
      },
      coinOf: (base) => parts.matches.coinOf(accountId, base),
      tickers: () => parts.matches.bases(accountId),
    })
    const asked = (market: string) => parts.marketAsked(accountId, market)
    const heard = (refusal: string | null) => parts.keyHeard(accountId, refusal)
    return { account, exchange, view: createAccountView(accountId, exchange, cache, clock, logger, asked, heard) }
  }
}

type ListeningParts = Omit<EvidenceParts, 'look'> &
  Pick<NewsParts, 'accounts' | 'journal' | 'isWatched' | 'clock' | 'cover'> & {
    hub: EventHub
    tellPrices: TellPrices
    keeper: Pick<OrderKeeper, 'wake'>
    desk: Pick<OrderDesk, 'isInFlight'>
    vault: () => Pick<Vault, 'isOpen'>
  }

/** Listens to what the exchanges tell by themselves. */
export function openVenueNews(parts: ListeningParts): VenueNews {
  const { hub, keeper, desk, vault } = parts
  const news = createVenueNews({
    ...parts,
    evidence: createOrderEvidence({ ...parts, look: keeper.wake }),
    look: keeper.wake,
    isInFlight: desk.isInFlight,
    isUnlocked: () => vault().isOpen(),
    pricesTold: ({ account: { accountId }, view }) => parts.tellPrices(accountId, view.lastMarkets()),
  })
  // What may make a stream wanted, beside the end of a submit and a window that looks at another account.
  for (const event of ['vault.changed', 'accounts.changed', 'orders.changed'] as const) hub.on(event, news.wake)
  return news
}

/** How each exchange of the trader's answers, and since when. */
export function accountStates(accounts: Accounts): AppStatus['accounts'] {
  return accounts.list().map(({ accountId }) => ({ accountId, ...accounts.desk(accountId).view.status() }))
}

/** Which accounts are looked at: each window has its own. */
export interface Watch {
  isWatched(accountId: string): boolean
  /** Whose prices are told: the practice account's, and those of the accounts that a window looks at. */
  views(): AccountView[]
  /** The markets of this account, which the window looks at from now on. @throws AppError `NOT_FOUND` */
  markets(accountId: string, window: string): Promise<Market[]>
}

/** Builds it; the practice account is always looked at. `changed` is told when a window looks at another account. */
export function createWatch(accounts: Accounts, matches: Pick<CoinMatches, 'at'>, changed: () => void): Watch {
  const byWindow = new Map<string, string>()
  const watched = () => new Set([PRACTICE_ACCOUNT.accountId, ...byWindow.values()])
  return {
    isWatched: (accountId) => watched().has(accountId),
    views: () => {
      const ids = watched()
      return accounts
        .list()
        .filter(({ accountId }) => ids.has(accountId))
        .map(({ accountId }) => accounts.desk(accountId).view)
    },
    markets: async (accountId, window) => {
      const { view } = accounts.desk(accountId)
      const before = byWindow.get(window)
      byWindow.set(window, accountId)
      if (before !== accountId) changed()
      return matches.at(accountId).markets(await view.markets())
    },
  }
}
