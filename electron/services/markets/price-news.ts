// What listeners are told of an account's markets: the prices that are others now, and of a market itself only what has changed,
// since the rules of some thousand markets seldom do and are the larger part by far.

import type { Market, Quote } from '../../../shared/order.ts'
import type { EventHub } from '../common/events.ts'
import type { CoinMatches } from './coin-matches.ts'

/** Tells whoever listens of the markets of an account as they are now. */
export type TellPrices = (accountId: string, markets: readonly Market[]) => void

interface Told {
  /** Everything of a row but its price, as text. */
  rows: Map<string, string>
  prices: Map<string, Quote | null>
}

/** Builds it. When the number of listeners is another, all are told of everything once. */
export function createPriceNews(
  matches: Pick<CoinMatches, 'at'>,
  hub: Pick<EventHub, 'emit' | 'listeners'>,
): TellPrices {
  let told = new Map<string, Told>()
  let listeners = 0
  return (accountId, all) => {
    const now = hub.listeners('prices.changed')
    if (now !== listeners) told = new Map()
    listeners = now
    if (now === 0) return
    const before = told.get(accountId)
    const next: Told = { rows: new Map(), prices: new Map() }
    const markets = matches
      .at(accountId)
      .markets([...all])
      .filter((row) => {
        const [name, { price, ...rest }] = [JSON.stringify([row.market, row.coinId]), row]
        const text = JSON.stringify(rest)
        next.rows.set(name, text)
        next.prices.set(row.market, price)
        return before?.rows.get(name) !== text
      })
    told.set(accountId, next)
    const prices = [...next.prices].flatMap(([market, price]) =>
      before?.prices.get(market) === price ? [] : [{ market, price }],
    )
    hub.emit('prices.changed', { accountId, markets, prices })
  }
}
