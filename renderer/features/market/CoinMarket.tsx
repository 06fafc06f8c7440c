// What public data says of a coin, in its detail: history, prices by source, scores, facts, and the credit that sources ask for.

import { useEffect } from 'react'
import type { QuoteDetail } from '../../../shared/sources/quotes.ts'
import { sayReason } from '../../answer-words.ts'
import { text } from '../../messages/late/en.ts'
import { useCoins } from '../../state/coins/coins-store.ts'
import { loadEvents } from '../../state/listings/listings-actions.ts'
import { useOrders } from '../../state/orders/orders-store.ts'
import { loadCoinQuotes, loadTrades, showCoinMarket } from '../../state/quotes/coin-market-actions.ts'
import { useCoinMarket } from '../../state/quotes/coin-market-store.ts'
import { useQuotes } from '../../state/quotes/quotes-store.ts'
import { useSources } from '../../state/sources/sources-store.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { CoinScores } from './CoinScores.tsx'
import { MarketFactsView } from './MarketFactsView.tsx'
import { PriceHistory } from './PriceHistory.tsx'
import { QuotesBySource } from './QuotesBySource.tsx'

/** The words that sources want beside their data, of those whose data is here. */
function Credit({ detail: { all, facts, grades } }: { detail: QuoteDetail }) {
  const sources = useSources((state) => state.sources.value)
  const used = new Set<string>(all.map(({ source }) => source))
  for (const each of [facts, grades]) if (each !== null) used.add(each.source)
  const credits = (sources ?? []).filter(({ source, attribution }) => attribution !== null && used.has(source))
  if (credits.length === 0) return null
  return (
    <ul className="hint credits" aria-label={text.market.credit}>
      {credits.map(({ source, attribution }) =>
        attribution === null ? null : (
          <li key={source}>
            {sayReason(attribution.text)}, <span className="address">{attribution.url}</span>
          </li>
        ),
      )}
    </ul>
  )
}

/** The sections. */
export function CoinMarket({ coinId }: { coinId: string }) {
  const detail = useCoinMarket((state) => state.detail)
  const coin = useCoins((state) => state.detail.value)
  const receivedAt = useQuotes((state) => state.byCoin[coinId]?.receivedAt)
  const filled = useOrders(
    (state) => state.orders.value?.filter((order) => order.coinId === coinId && order.filled !== '0').length,
  )
  useEffect(() => void showCoinMarket(coinId), [coinId])
  useEffect(() => void loadEvents(), [])
  // A newer quote of the coin means that the list of all of them is another one too.
  useEffect(() => {
    if (receivedAt !== undefined) void loadCoinQuotes(coinId)
  }, [receivedAt, coinId])
  useEffect(() => {
    if (filled !== undefined) void loadTrades(coinId)
  }, [filled, coinId])
  return (
    <>
      <PriceHistory coinId={coinId} />
      <LoadedView from={detail} onRetry={() => void loadCoinQuotes(coinId)}>
        {(value) => (
          <>
            <QuotesBySource detail={value} />
            <CoinScores coin={coin?.id === coinId ? coin : null} grades={value.grades} />
            <MarketFactsView facts={value.facts} coinId={coinId} />
            <Credit detail={value} />
          </>
        )}
      </LoadedView>
    </>
  )
}
