// The markets of each account with their last prices, and the prices seen since the window opened.

import { create } from 'zustand'
import type { Decimal } from '../../../shared/decimal.ts'
import type { Market } from '../../../shared/order.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

/** Prices kept for a sparkline; at one every few seconds this is the last minutes. */
const SEEN_PRICES = 120

type Told = Pick<Market, 'market' | 'price'>

interface MarketsState {
  byAccount: Record<string, Loadable<Market[]>>
  /** Last prices by account and market, oldest first. Lost with the window: they are made up for practice. */
  seen: Record<string, Decimal[]>
  put: (accountId: string, step: Partial<Loadable<Market[]>>) => void
  /** Takes in markets that are others now, and prices of any; prices of what is not known are left. */
  note: (accountId: string, markets: readonly Market[], prices?: readonly Told[]) => void
}

/** The key of one market's seen prices. */
export function seenKey(accountId: string, market: string): string {
  return `${accountId} ${market}`
}

function withSeen(seen: MarketsState['seen'], accountId: string, markets: readonly Told[]): MarketsState['seen'] {
  const next = { ...seen }
  for (const { market, price } of markets) {
    if (price === null) continue
    const key = seenKey(accountId, market)
    next[key] = [...(next[key] ?? []), price.last].slice(-SEEN_PRICES)
  }
  return next
}

export const useMarkets = create<MarketsState>()((set) => ({
  byAccount: {},
  seen: {},
  put: (accountId, step) =>
    set((state) => ({
      byAccount: { ...state.byAccount, [accountId]: { ...(state.byAccount[accountId] ?? NOT_LOADED), ...step } },
      seen: step.value ? withSeen(state.seen, accountId, step.value) : state.seen,
    })),
  // An event carries only what changed, so the markets that it leaves out stay as they were.
  note: (accountId, markets, prices = markets) =>
    set((state) => {
      const before = state.byAccount[accountId]?.value ?? []
      if (before.length === 0 && markets.length === 0) return {}
      const changed = new Map(markets.map((market) => [nameOf(market), market]))
      const kept = before.map((market) => changed.get(nameOf(market)) ?? market)
      const known = new Set(before.map(nameOf))
      const priceOf = new Map(prices.map(({ market, price }) => [market, price]))
      const value = [...kept, ...markets.filter((market) => !known.has(nameOf(market)))].map((market) => {
        const price = priceOf.get(market.market)
        return price === undefined ? market : { ...market, price }
      })
      return {
        byAccount: { ...state.byAccount, [accountId]: { value, error: null, loading: false } },
        seen: withSeen(state.seen, accountId, prices),
      }
    }),
}))

/** A market may trade one of several coins, and has a row for each. */
const nameOf = ({ market, coinId }: Market) => `${market} ${coinId}`

/** What presets, limits and one-click orders are reckoned in. */
export const CASH = 'USDT'

const NO_MARKETS: readonly Market[] = []

/** Each list by its coins, made once: every row on the screen asks for its coin's at each change, and an exchange has thousands. */
const BY_COIN = new WeakMap<readonly Market[], ReadonlyMap<string, readonly Market[]>>()

function byCoin(all: readonly Market[]): ReadonlyMap<string, readonly Market[]> {
  const known = BY_COIN.get(all)
  if (known !== undefined) return known
  const made = Map.groupBy(all, ({ coinId }) => coinId)
  BY_COIN.set(all, made)
  return made
}

/** The markets of the coin on the account, as the venue lists them; the same array as long as the list is the same. */
export function marketsOf(all: readonly Market[] | null | undefined, coinId: string): readonly Market[] {
  return (all ? byCoin(all).get(coinId) : undefined) ?? NO_MARKETS
}

/** The one that a click may use unasked: in USDT, since the preset size is one. Null where there is none. */
export function clickMarket(markets: readonly Market[]): Market | null {
  return markets.find(({ quote }) => quote === CASH) ?? null
}

/**
 * The market that stands for the coin on the account: the one in USDT, else the first; null when it has none, undefined
 * while that is not known. An account without any market is one whose venue was never reached, not one that trades nothing.
 */
export function marketFor(
  state: Pick<MarketsState, 'byAccount'>,
  accountId: string,
  coinId: string,
): Market | null | undefined {
  const markets = state.byAccount[accountId]?.value
  if (markets === null || markets === undefined || markets.length === 0) return undefined
  const own = marketsOf(markets, coinId)
  return clickMarket(own) ?? own[0] ?? null
}
