// The resources that need no signature: the exchange's key, its markets and its prices.

import { toIso } from './clock.ts'
import type { Exchange } from './exchange.ts'
import { MARKETS, QUOTE_ASSET } from './trading/markets.ts'
import { marketState } from './trading/matching.ts'
import { quoteAt, STEP_MS, stepAt, toPrice } from './trading/price-process.ts'
import { followedPrice, priceTime } from './trading/real-prices.ts'
import { isOpen, opensAt, stageAt } from './trading/stages.ts'

/** The HPKE keys that order bodies are sealed to, and who vouches for them. */
export function showKeys(exchange: Exchange): Record<string, unknown> {
  return exchange.sealing.statement
}

/** All markets with stage and rules. */
export function showMarkets(exchange: Exchange): Record<string, unknown> {
  const now = exchange.clock.now()
  const markets = MARKETS.map((market) => {
    const { coinId, base, tick, step, minAmount, maxAmount, minNotional, takerFee, makerFee } = market
    const opening = opensAt(market, exchange.createdAt)
    return {
      market: market.market,
      coinId,
      base,
      quote: QUOTE_ASSET,
      stage: marketState(exchange, market, now).stage,
      opensAt: opening === null ? null : toIso(opening),
      tick,
      step,
      minAmount,
      maxAmount,
      minNotional,
      takerFee,
      makerFee,
    }
  })
  return { asOf: toIso(now), markets }
}

/** The best prices of every market that has opened: an old real one too, with its time. */
export function showPrices(exchange: Exchange): Record<string, unknown> {
  const now = exchange.clock.now()
  const step = stepAt(now)
  const opened = MARKETS.filter((market) => isOpen(stageAt(market, exchange.createdAt, now)))
  const prices = opened.map((market) => {
    const real = followedPrice(exchange.db, market)
    if (real !== null) {
      const { bid, ask, last, source } = real
      return { market: market.market, bid, ask, last, source, at: toIso(priceTime(real)) }
    }
    const { bid, ask, last } = quoteAt(exchange.seed, market, step)
    return {
      market: market.market,
      bid: toPrice(bid, market),
      ask: toPrice(ask, market),
      last: toPrice(last, market),
      at: toIso(step * STEP_MS),
    }
  })
  return { asOf: toIso(now), prices }
}
