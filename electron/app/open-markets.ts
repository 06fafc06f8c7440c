// Opens the markets: which of the trader's coins each trades, which accounts a window looks at, and the prices that are told.

import type { MarketServices } from '../ipc/handlers/markets.ts'
import type { Accounts } from '../services/accounts/accounts.ts'
import { type CoinMatches, createCoinMatches } from '../services/markets/coin-matches.ts'
import { createPriceFeed } from '../services/markets/price-feed.ts'
import { createPriceNews, type TellPrices } from '../services/markets/price-news.ts'
import { createListingQuestions, type ListingQuestions } from '../services/orders/listing-question.ts'
import type { CoinArea } from './open-coins.ts'
import type { Core } from './open-core.ts'
import { createWatch } from './parts/account-watch.ts'

export interface MarketArea {
  matches: CoinMatches
  questions: ListingQuestions
  tellPrices: TellPrices
  isWatched(accountId: string): boolean
  operations: MarketServices
  /** Ends the polls; resolves when the one under way is over. */
  stop(): Promise<void>
}

/** Opens it; prices are asked for while somebody listens to them. */
export function openMarkets(
  core: Core,
  { coins, answers, assets, listings }: CoinArea,
  accounts: Accounts,
): MarketArea {
  const { clock, page, internal, tellStatus } = core
  const matches = createCoinMatches({
    ...{ assets, coins, store: answers, clock },
    accounts: () => accounts.list().map(({ accountId }) => accounts.context(accountId)),
    accountOf: accounts.find,
    isListed: (venue) => listings.reads().has(venue) || listings.plans().some((plan) => plan.venue === venue),
  })
  const questions = createListingQuestions(coins, matches, accounts.viewsOf)
  const watch = createWatch(accounts, matches, () => internal.emit('streams.wanted', null))
  // How the exchange answers and how old its data are is news as well, each time that it was asked.
  const tellPrices = createPriceNews(matches, page)
  const feed = createPriceFeed(watch.views, tellPrices, core.scheduler, page, tellStatus)
  internal.on('page.listening', (event) => {
    if (event === 'prices.changed') feed.wake()
  })
  const operations = { markets: watch.markets }
  return { matches, questions, tellPrices, isWatched: watch.isWatched, operations, stop: feed.stop }
}
