// The table of coins, filtered, screened and sorted.

import { useMemo } from 'react'
import type { Coin } from '../../../shared/coin.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { Environment, Market } from '../../../shared/order.ts'
import { text } from '../../messages/en.ts'
import { CASH, useMarkets } from '../../state/markets/markets-store.ts'
import { showsQuote, useQuotes } from '../../state/quotes/quotes-store.ts'
import { environmentOf, useSession } from '../../state/session/session-store.ts'
import { EmptyState } from '../../ui/StateView.tsx'
import type { RowGroup } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useArrangedRows } from '../../ui/table/use-arranged-rows.ts'
import { COIN_COLUMNS, type CoinPrices } from './coin-columns.tsx'
import type { TradeSlot } from './trade-slot.ts'
import { type CoinFilter, NO_FILTER, NO_PRICES, screenCoins, wantedOf } from './watchlist-rows.ts'
import { useWatchlist } from './watchlist-store.ts'

type QuotesByCoin = ReturnType<typeof useQuotes.getState>['byCoin']

const NO_MARKETS: Market[] = []
/** Close enough to each other to be sorted as one. */
const DOLLARS: readonly string[] = [CASH, 'USD', 'USDC']
/** Columns that are sorted by what comes as news. */
const BY_PRICE: readonly string[] = ['price', 'change']

function groupsOf(matching: readonly Coin[], filter: CoinFilter): RowGroup<Coin>[] {
  const screening = screenCoins(matching, filter)
  if (screening === null) return [{ id: 'all', rows: matching }]
  const groups: RowGroup<Coin>[] = [
    { id: 'pass', title: text.coins.screenPass, rows: screening.passes },
    { id: 'unknown', title: text.coins.screenUnknown, rows: screening.unknown },
    { id: 'fail', title: text.coins.screenFail, rows: screening.fails },
  ]
  return groups.filter((group) => group.rows.length > 0)
}

/** Each coin by the price that its cell shows. */
function pricesOf(markets: readonly Market[], quotes: QuotesByCoin, environment: Environment): CoinPrices {
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

/** Each is said once, however many coins it is of. */
function interestOf(coins: readonly Coin[]): string | null {
  const said = new Set(coins.flatMap(({ interest }) => (interest === null ? [] : [interest])))
  return said.size === 0 ? null : [...said].join(' ')
}

const coinKey = ({ id }: Coin) => id

interface Props {
  coins: readonly Coin[]
  openId: string | null
  Trade: TradeSlot
}

/** The rows that the filter lets through, or how to get them back. */
export function CoinTable({ coins, openId, Trade }: Props) {
  const filter = useWatchlist((state) => state.filter)
  const sorting = useWatchlist((state) => state.sorting)
  const sortBy = useWatchlist((state) => state.sortBy)
  const setFilter = useWatchlist((state) => state.setFilter)
  const accountId = useSession((state) => state.accountId)
  const markets = useMarkets((state) => state.byAccount[accountId]?.value ?? NO_MARKETS)

  // Each only from what it needs: prices come every few seconds, and only an order by price asks for them.
  const quotes = useQuotes((state) => state.byCoin)
  const environment = useSession(environmentOf)
  const prices = useMemo(() => pricesOf(markets, quotes, environment), [markets, quotes, environment])
  const { query, watchedOnly } = filter
  const wanted = useMemo(() => wantedOf({ query, watchedOnly }), [query, watchedOnly])
  const live = BY_PRICE.includes(sorting[0]?.id ?? '') ? prices : NO_PRICES
  const matching = useArrangedRows(COIN_COLUMNS, coins, live, { sorting, wanted })
  const groups = useMemo(() => groupsOf(matching, filter), [matching, filter])
  const interest = useMemo(() => interestOf(coins), [coins])
  const given = useMemo(() => ({ accountId, Trade, interest }), [accountId, Trade, interest])

  if (groups.every((group) => group.rows.length === 0)) {
    return (
      <EmptyState title={text.coins.filter.none} help={text.coins.filter.noneHelp}>
        <button type="button" className="button" onClick={() => setFilter(NO_FILTER)}>
          {text.coins.filter.clear}
        </button>
      </EmptyState>
    )
  }
  return (
    <DataTable
      label={text.coins.listed}
      columns={COIN_COLUMNS}
      given={given}
      groups={groups}
      rowKey={coinKey}
      sorting={sorting}
      onSort={sortBy}
      currentKey={openId}
    />
  )
}
