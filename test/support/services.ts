// Services over a real database and a venue that a test speaks for.

import { createLedgerStore } from '../../electron/adapters/sqlite/ledger/ledger-store.ts'
import { createAirdropStore } from '../../electron/adapters/sqlite/stores/airdrop-store.ts'
import { createMatchStore } from '../../electron/adapters/sqlite/stores/match-store.ts'
import { createOrderJournal } from '../../electron/adapters/sqlite/stores/order-journal.ts'
import { createTraderStore } from '../../electron/adapters/sqlite/stores/trader-store.ts'
import type { AirdropStore } from '../../electron/ports/airdrops.ts'
import type { LedgerStore } from '../../electron/ports/ledger.ts'
import type { OrderJournal, TraderStore } from '../../electron/ports/stores.ts'
import type { VenueBalance } from '../../electron/ports/system.ts'
import type { MarketQuote } from '../../electron/ports/venue.ts'
import { type Claim, createClaim } from '../../electron/services/airdrops/airdrop-claims.ts'
import { type AirdropService, createAirdropService } from '../../electron/services/airdrops/airdrop-service.ts'
import { type AirdropTasks, createAirdropTasks } from '../../electron/services/airdrops/airdrop-tasks.ts'
import type { AccountCache, BalanceSheet } from '../../electron/services/markets/account-cache.ts'
import { type AssetMatches, createAssetMatches } from '../../electron/services/markets/asset-matches.ts'
import { type CoinMatches, createCoinMatches } from '../../electron/services/markets/coin-matches.ts'
import { rateOf } from '../../electron/services/markets/rates.ts'
import { createPortfolio, type PortfolioService } from '../../electron/services/portfolio/portfolio.ts'
import { receivedOf } from '../../electron/services/portfolio/received.ts'
import { type CoinService, createCoinService } from '../../electron/services/research/coin-service.ts'
import type { Environment, Market } from '../../shared/order.ts'
import { type AppClock, makeAppClock } from './app-clock.ts'
import { AT, openTestDatabase } from './profile/journal.ts'

export interface Books {
  coins: CoinService
  store: TraderStore
  ledger: LedgerStore
  airdropStore: AirdropStore
  tasks: AirdropTasks
  airdrops: AirdropService
  claim: Claim
  clock: AppClock
  assets: AssetMatches
  matches: CoinMatches
  journal: OrderJournal
  /** What each environment's one venue says; an environment that is missing has no venue. */
  venues: Partial<Record<Environment, { markets: Market[]; sheet: BalanceSheet | null; rates?: MarketQuote[] }>>
  portfolio: PortfolioService
  viewOf: (environment: Environment) => AccountCache[]
}

const quotesOf = (markets: readonly Market[]): MarketQuote[] =>
  markets.flatMap(({ market: name, price }) => (price === null ? [] : [{ market: name, quote: price }]))

/** What a venue tells of a market that no order goes to. */
export function rate(market: string, price: string, at = AT): MarketQuote {
  return { market, quote: { bid: price, ask: price, last: price, at, receivedAt: at, asOfMs: Date.parse(at) } }
}

/** A trading market of `coinId` with one price for everything. */
export function market(coinId: string, base: string, price: string | null, quote = 'USDT'): Market {
  const rules = {
    tick: '0.01',
    step: '0.1',
    minAmount: '1',
    maxAmount: '1000',
    minNotional: '5',
    takerFee: '0',
    makerFee: '0',
  }
  return {
    market: `${base}/${quote}`,
    coinId,
    base,
    quote,
    stage: 'trading',
    opensAt: null,
    closesAt: null,
    rules,
    price:
      price === null ? null : { bid: price, ask: price, last: price, at: AT, receivedAt: AT, asOfMs: Date.parse(AT) },
  }
}

/** Balances as a venue tells them; what is free is all, when not said. */
export function sheetOf(...balances: (Pick<VenueBalance, 'asset' | 'total'> & { free?: string })[]): BalanceSheet {
  return { at: AT, asOfMs: Date.parse(AT), balances: balances.map((balance) => ({ free: balance.total, ...balance })) }
}

/** The books of one trader on an empty profile. */
export function openBooks(): Books {
  const db = openTestDatabase()
  const store = createTraderStore(db)
  const journal = createOrderJournal(
    db,
    () => {},
    () => {},
  )
  let ids = 0
  const clock = makeAppClock()
  const coins = createCoinService(store, clock, () => `id-${++ids}`)
  const airdropStore = createAirdropStore(db)
  const tasks = createAirdropTasks(
    ...([coins, airdropStore, clock] as const),
    () => `task-${++ids}`,
    () => {},
  )
  const airdrops = createAirdropService(coins, store, airdropStore, tasks, clock)
  const claim = createClaim(coins, airdropStore, store, clock)
  const venues: Books['venues'] = {}
  /** One view as long as the venue says the same. */
  const views = new WeakMap<object, AccountCache>()
  const viewOf = (environment: Environment): AccountCache[] => {
    const venue = venues[environment]
    if (venue === undefined) return []
    const view: AccountCache = views.get(venue) ?? {
      accountId: environment,
      markets: async () => venue.markets,
      balances: async () => venue.sheet,
      refresh: async () => {},
      refreshForOrder: async () => {},
      poll: async () => 0,
      depth: async () => null,
      priceLimits: async () => null,
      lastPriceLimits: () => null,
      told: () => {},
      lastMarkets: () => venue.markets,
      marketsAsOfMs: () => null,
      lastBalances: () => venue.sheet,
      lastClockOffset: () => null,
      lastRate: (asset) => rateOf(asset, [...quotesOf(venue.markets), ...(venue.rates ?? [])]),
      touchBalances: () => {},
      touchMarkets: () => {},
      reload: () => {},
      status: () => ({ state: 'reachable', lastAnswerAt: AT, lastAnswerMs: Date.parse(AT) }),
    }
    views.set(venue, view)
    return [view]
  }
  const accounts = () =>
    (['practice', 'test', 'live'] as const).flatMap((environment) =>
      viewOf(environment).map((view) => ({
        account: { accountId: view.accountId, venue: environment === 'practice' ? 'practice' : 'binance' },
        view,
      })),
    )
  const answers = createMatchStore(db)
  const assets = createAssetMatches(coins, answers)
  const matches = createCoinMatches({
    ...{ assets, coins, store: answers, clock, accounts },
    accountOf: (accountId) => accounts().find(({ account }) => account.accountId === accountId) ?? null,
  })
  const received = receivedOf(store)
  const portfolio = createPortfolio(coins, store, journal, viewOf, matches, received)
  return {
    ...{ coins, assets, matches, store, journal, venues, viewOf, portfolio },
    ...{ ledger: createLedgerStore(db), airdropStore, tasks, airdrops, claim, clock },
  }
}
