// The listings of the trader's accounts: which of his coins each market trades, and what he has said of that.

import type { Input, Output } from '../../../shared/contract/contract.ts'
import type { Listing } from '../../../shared/markets/listing.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { MatchStore } from '../../ports/stores.ts'
import type { Clock } from '../../ports/system.ts'
import type { CoinService } from '../research/coin-service.ts'
import type { AccountCache } from './account-cache.ts'
import type { AccountAt, AccountMatches, AssetMatches } from './asset-matches.ts'

export interface CoinMatches {
  at(accountId: string): AccountMatches
  list(input: Input<'listings.list'>): Output<'listings.list'>
  /** @throws AppError `NOT_FOUND` for a coin or an account that is not there */
  confirm(input: Input<'listings.confirm'>): Listing
}

interface KnownAccount {
  account: AccountAt
  view: AccountCache
}

export interface MatchParts {
  assets: Pick<AssetMatches, 'at'>
  coins: Pick<CoinService, 'some'>
  store: Pick<MatchStore, 'saveMatchAnswer'>
  clock: Clock
  /** The accounts, with what is known of each. */
  accounts: () => KnownAccount[]
  /** One of them; `null` for one that is not there. */
  accountOf: (accountId: string) => KnownAccount | null
  /** An exchange whose public list is watched: its markets can be spoken of without an account. */
  isListed?: (venue: string) => boolean
}

/** A venue of our own protocol names the coin of each market itself. */
const TELLS_COINS: readonly string[] = ['practice', 'gateway']

/** Builds the service. */
export function createCoinMatches(parts: MatchParts): CoinMatches {
  const { assets, coins, store, clock, isListed = () => false } = parts
  const accounts = () => parts.accounts().map(({ account, view }) => ({ ...account, view }))
  const at = (accountId: string): AccountMatches => {
    const known = parts.accountOf(accountId)
    const venue = known?.account.venue ?? ''
    const told = known !== null && TELLS_COINS.includes(venue) ? known.view.lastMarkets() : null
    return assets.at({ accountId, venue }, told)
  }

  const list = ({ coinId }: Input<'listings.list'>): Listing[] => {
    const byMarket = new Map<string, Listing>()
    for (const { accountId, venue, view } of accounts()) {
      const matches = at(accountId)
      const told = TELLS_COINS.includes(venue)
      matches.learn(view.lastMarkets().map(({ base }) => base))
      const seenAt = view.status().lastAnswerAt
      for (const market of view.lastMarkets()) {
        const rows = told
          ? [{ coin: { id: market.coinId }, match: 'confirmed' as const }]
          : matches.of(market.base).coins
        for (const { coin, match } of rows) {
          if (coinId !== undefined && coin.id !== coinId) continue
          const key = JSON.stringify([venue, market.market, coin.id, match])
          const { stage, opensAt, closesAt, stageSince: since = null } = market
          const told = { stage, opensAt, closesAt, since, seenAt, source: 'account' as const }
          const listing = { venue, market: market.market, coinId: coin.id, ...told, match }
          byMarket.set(key, { ...listing, accountIds: [...(byMarket.get(key)?.accountIds ?? []), accountId] })
        }
      }
    }
    return [...byMarket.values()]
  }

  return {
    at,
    list,
    confirm: ({ venue, market, coinId, same, accountId }) => {
      const here = accounts().filter((each) => each.venue === venue && (accountId ?? each.accountId) === each.accountId)
      if (here.length === 0 && (accountId !== undefined || !isListed(venue)))
        throw new AppError('NOT_FOUND', reason('NO_ACCOUNT_AT_EXCHANGE'))
      if (coins.some([coinId]).length === 0) {
        throw new AppError('NOT_FOUND', reason('UNKNOWN_COIN'))
      }
      const [base = ''] = market.split('/')
      const answer = { venue, accountId: accountId ?? null, market, base, coinId, same }
      store.saveMatchAnswer({ ...answer, at: new Date(clock.now()).toISOString() })
      for (const { view } of here) view.touchMarkets()
      const accountIds = here.map((each) => each.accountId)
      const known = list({ coinId }).find((each) => each.venue === venue && each.market === market)
      const nothing = {
        ...({ stage: 'unknown', source: 'account' } as const),
        ...{ opensAt: null, closesAt: null, since: null, seenAt: null },
      }
      return { ...nothing, ...known, venue, market, coinId, accountIds, match: same ? 'confirmed' : 'refused' }
    },
  }
}
