// The bounds of prices that the exchanges document, as the stand-ins keep them. It shares no arithmetic with the app.

import type { Engine } from '../engine.ts'

interface Filter {
  filterType: string
  avgPriceMins?: number
  [name: string]: unknown
}

/** Which of Binance's filters refuses this price; `null` where none does. filters.md of binance-spot-api-docs. */
export function percentPriceProblem(
  engine: Engine,
  market: string,
  filters: readonly Filter[],
  side: 'buy' | 'sell',
  price: number,
): string | null {
  const { reference, average } = engine.manners
  const failing = filters.find(({ filterType, avgPriceMins, ...filter }) => {
    const of = reference ?? (avgPriceMins === 0 ? engine.priceOf(market) : (average ?? engine.priceOf(market)))
    const by =
      filterType === 'PERCENT_PRICE_BY_SIDE' ? (side === 'buy' ? 'bidMultiplier' : 'askMultiplier') : 'multiplier'
    if (filterType !== 'PERCENT_PRICE_BY_SIDE' && filterType !== 'PERCENT_PRICE') return false
    return price > of * Number(filter[`${by}Up`]) || price < of * Number(filter[`${by}Down`])
  })
  return failing?.filterType ?? null
}

/** The highest price of a buy and the lowest of a sale. Wide as in the first minutes of a listing, where a test names none. */
export function outerPrices(engine: Engine, market: string): { buy: number; sell: number } {
  return engine.manners.priceLimits ?? { buy: engine.priceOf(market) * 100, sell: engine.priceOf(market) / 100 }
}
