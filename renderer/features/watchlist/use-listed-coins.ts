// The coins that the list shows, in its order, arranged anew only with what they are sorted or filtered by.

import { useMemo } from 'react'
import type { Coin } from '../../../shared/coin.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { Environment, Market } from '../../../shared/order.ts'
import { useClock } from '../../state/clock-store.ts'
import { useAirdrops } from '../../state/coins/airdrops-store.ts'
import { useTasks } from '../../state/coins/tasks-store.ts'
import { useViews } from '../../state/coins/views-store.ts'
import { CASH, useMarkets } from '../../state/markets/markets-store.ts'
import { usePortfolio } from '../../state/portfolio/portfolio-store.ts'
import { showsQuote, useQuotes } from '../../state/quotes/quotes-store.ts'
import { environmentOf, useSession } from '../../state/session/session-store.ts'
import { useArrangedRows } from '../../ui/table/use-arranged-rows.ts'
import type { CoinLive } from './coin-columns.tsx'
import { useListColumns, useListTools } from './list-tools.ts'
import { NO_NEWS, wantedOf } from './watchlist-rows.ts'
import { useWatchlist } from './watchlist-store.ts'

type QuotesByCoin = ReturnType<typeof useQuotes.getState>['byCoin']

const NO_MARKETS: Market[] = []
/** Close enough to each other to be sorted as one. */
const DOLLARS: readonly string[] = [CASH, 'USD', 'USDC']
const MINUTE_MS = 60_000

/** Each coin by the price that its cell shows. */
function pricesOf(markets: readonly Market[], quotes: QuotesByCoin, environment: Environment) {
  const price = new Map<string, Decimal | null>()
  const priced = new Map<string, Market>()
  for (const market of markets) {
    if (market.quote !== CASH) continue
    price.set(market.coinId, market.price?.last ?? null)
    priced.set(market.coinId, market)
  }
  const real = Object.values(quotes).filter(({ simulated }) => !simulated)
  for (const quote of real) {
    if (!showsQuote(quote, priced.get(quote.coinId), environment)) continue
    price.set(quote.coinId, DOLLARS.includes(quote.currency) ? quote.price : null)
  }
  return { price, change: new Map(real.map(({ coinId, change24h }) => [coinId, change24h])) }
}

/** What comes as news; the same object as long as no column that reads it sorts or filters. */
function useNews(isRead: boolean): CoinLive {
  const accountId = useSession((state) => state.accountId)
  const environment = useSession(environmentOf)
  const markets = useMarkets((state) => state.byAccount[accountId]?.value ?? NO_MARKETS)
  const quotes = useQuotes((state) => state.byCoin)
  const portfolio = usePortfolio((state) => state.portfolio.value)
  const airdrops = useAirdrops((state) => state.airdrops.value)
  const tasks = useTasks((state) => state.tasks.value)
  const tools = useListTools()
  return useMemo(
    () =>
      isRead
        ? { ...NO_NEWS, ...pricesOf(markets, quotes, environment), ...tools?.workOf({ portfolio, airdrops, tasks }) }
        : NO_NEWS,
    [isRead, markets, quotes, environment, portfolio, airdrops, tasks, tools],
  )
}

/** Those of the list that are wanted, sorted. */
export function useListedCoins(coins: readonly Coin[]): readonly Coin[] {
  const { query, filters } = useWatchlist((state) => state.filter)
  const sorting = useViews((state) => state.sorting)
  const columns = useListColumns()
  const isRead = columns.some(({ id, live }) => live === true && (filters[id] !== undefined || sorting[0]?.id === id))
  const news = useNews(isRead)
  const hasDays = Object.values(filters).some(({ kind }) => kind === 'days')
  const minute = useClock(({ now }) => (hasDays ? Math.floor(now / MINUTE_MS) : 0))
  const wanted = useMemo(() => wantedOf({ query, filters }, minute * MINUTE_MS), [query, filters, minute])
  return useArrangedRows(columns, coins, news, { sorting, wanted })
}
