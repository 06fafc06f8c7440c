// Asks what public data says of the open coin, and for its history over a range.

import type { HistoryRange } from '../../../shared/sources/quotes.ts'
import { call } from '../../api.ts'
import { load } from '../loadable.ts'
import { requests } from '../requests.ts'
import { useCoinMarket } from './coin-market-store.ts'

/** An answer counts only while its coin is the one that is open. */
const ofCoin = () => useCoinMarket.getState().coinId
const detailRequests = requests(ofCoin)
const historyRequests = requests(ofCoin)
const tradeRequests = requests(ofCoin)
/** As many of the trader's own trades are marked; earlier ones are in Orders. */
const MOST_TRADES = 200

/** Loads every source's word on the coin. */
export async function loadCoinQuotes(coinId: string): Promise<void> {
  await load(detailRequests, useCoinMarket.getState().putDetail, () => call('quotes.get', { coinId }))
}

/** Loads the history over the range that is chosen. */
export async function loadHistory(): Promise<void> {
  const { coinId, range, putHistory } = useCoinMarket.getState()
  if (coinId !== null) await load(historyRequests, putHistory, () => call('history.get', { coinId, range }))
}

/** Loads the trader's own orders of the coin that filled. */
export async function loadTrades(coinId: string): Promise<void> {
  const { putTrades } = useCoinMarket.getState()
  await load(tradeRequests, putTrades, async () => {
    const orders = await call('orders.list', { coinId, limit: MOST_TRADES })
    return orders.filter(({ averagePrice }) => averagePrice !== null)
  })
}

/** Shows another coin. */
export async function showCoinMarket(coinId: string): Promise<void> {
  if (ofCoin() !== coinId) useCoinMarket.getState().begin(coinId)
  await Promise.all([loadCoinQuotes(coinId), loadHistory(), loadTrades(coinId)])
}

/** Shows another range. */
export async function showRange(range: HistoryRange): Promise<void> {
  useCoinMarket.getState().setRange(range)
  await loadHistory()
}
