// The quote of each coin by public data. One that was told stays until a newer one takes its place: offline it only gets older.

import { create } from 'zustand'
import type { Environment, Market } from '../../../shared/order.ts'
import type { Quote } from '../../../shared/sources/quotes.ts'

interface QuotesState {
  byCoin: Readonly<Record<string, Quote>>
  /** All that there are. */
  put: (quotes: readonly Quote[]) => void
  /** Those that are others now. */
  note: (quotes: readonly Quote[]) => void
}

const byCoin = (quotes: readonly Quote[]) => Object.fromEntries(quotes.map((quote) => [quote.coinId, quote]))

export const useQuotes = create<QuotesState>()((set) => ({
  byCoin: {},
  put: (quotes) => set({ byCoin: byCoin(quotes) }),
  note: (quotes) => set((state) => ({ byCoin: { ...state.byCoin, ...byCoin(quotes) } })),
}))

/** What a coin really costs; `null` where nobody says, as of one that only the practice exchange has a price for. */
export function realQuote(state: Pick<QuotesState, 'byCoin'>, coinId: string): Quote | null {
  const quote = state.byCoin[coinId]
  return quote === undefined || quote.simulated ? null : quote
}

/**
 * Whether the quote is shown, and not the price of the account's market: everywhere but on a live account that has a price of
 * its own, which is the one that an order there meets.
 */
export function showsQuote(
  quote: Quote | null,
  market: Pick<Market, 'price'> | null | undefined,
  environment: Environment,
): quote is Quote {
  if (quote === null) return false
  return environment !== 'live' || market?.price == null
}
