// Decides whether an order is refused, and in the protocol's words why. Pure: it is told prices and funds.

import { add, compare, type Decimal, isMultipleOf, multiply } from '../../../shared/decimal.ts'
import { ExchangeError } from '../wire/errors.ts'
import { type PracticeMarket, QUOTE_ASSET } from './markets.ts'
import type { OrderPayload } from './payload.ts'
import { isOpen, type PracticeStage } from './stages.ts'

export interface BestPrices {
  bid: Decimal
  ask: Decimal
  /** The real exchange whose prices they are; `null` for made ones. */
  source: string | null
}

/** The best prices count only while the market is open. */
export interface MarketState extends BestPrices {
  stage: PracticeStage
}

/** The price that an order is counted at before it fills: its limit, else the best price on the other side. */
function referencePrice(order: OrderPayload, state: MarketState): Decimal {
  return order.price ?? (order.side === 'buy' ? state.ask : state.bid)
}

/** True when a limit order would fill at once against the best price of an open market. */
export function isMarketable(
  order: Pick<OrderPayload, 'side' | 'price'>,
  state: Pick<BestPrices, 'bid' | 'ask'>,
): boolean {
  if (order.price === null) return true
  return order.side === 'buy' ? compare(order.price, state.ask) >= 0 : compare(order.price, state.bid) <= 0
}

/** What an order must reserve: value and taker fee in the quote currency for a buy, the amount itself for a sell. */
export function reservationOf(
  order: OrderPayload,
  market: PracticeMarket,
  state: MarketState,
): { asset: string; amount: Decimal } {
  if (order.side === 'sell') return { asset: market.base, amount: order.amount }
  const value = multiply(order.amount, referencePrice(order, state))
  return { asset: QUOTE_ASSET, amount: add(value, multiply(value, market.takerFee)) }
}

/** Why the order is refused, or `null`. `free` answers what of an asset is not reserved. */
export function refusalOf(
  order: OrderPayload,
  market: PracticeMarket,
  state: MarketState,
  free: (asset: string) => Decimal,
): ExchangeError | null {
  return (
    stageRefusal(order, state.stage) ??
    sizeRefusal(order, market, referencePrice(order, state)) ??
    crossRefusal(order, state) ??
    fundsRefusal(reservationOf(order, market, state), free)
  )
}

function stageRefusal(order: OrderPayload, stage: PracticeStage): ExchangeError | null {
  if (stage === 'halted') {
    return new ExchangeError('MARKET_NOT_TRADING', 'the last real price is older than two minutes: the market waits')
  }
  if (stage === 'announced') return new ExchangeError('MARKET_NOT_TRADING', 'the market has not opened yet')
  if (stage !== 'trading' && order.type === 'market') {
    return new ExchangeError('LIMIT_ONLY', 'the market takes limit orders only at this stage')
  }
  if (stage === 'call-auction' && order.timeInForce === 'ioc') {
    return new ExchangeError('LIMIT_ONLY', 'the call auction takes only orders that can wait for the opening')
  }
  return null
}

function sizeRefusal(order: OrderPayload, market: PracticeMarket, price: Decimal): ExchangeError | null {
  const { tick, step, minAmount, maxAmount, minNotional } = market
  if (!isMultipleOf(order.amount, step)) return new ExchangeError('STEP', `the amount is no multiple of ${step}`)
  if (order.price !== null && !isMultipleOf(order.price, tick)) {
    return new ExchangeError('TICK', `the price is no multiple of ${tick}`)
  }
  if (compare(order.amount, minAmount) < 0) return new ExchangeError('MIN_AMOUNT', `at least ${minAmount}`)
  if (compare(order.amount, maxAmount) > 0) return new ExchangeError('MAX_AMOUNT', `at most ${maxAmount}`)
  if (compare(multiply(order.amount, price), minNotional) < 0) {
    return new ExchangeError('MIN_NOTIONAL', `worth at least ${minNotional} ${QUOTE_ASSET}`)
  }
  return null
}

function crossRefusal(order: OrderPayload, state: MarketState): ExchangeError | null {
  if (order.timeInForce !== 'post-only' || !isOpen(state.stage) || !isMarketable(order, state)) return null
  return new ExchangeError('POST_ONLY_WOULD_CROSS', 'the order would fill at once and not rest')
}

function fundsRefusal(
  need: { asset: string; amount: Decimal },
  free: (asset: string) => Decimal,
): ExchangeError | null {
  if (compare(need.amount, free(need.asset)) <= 0) return null
  return new ExchangeError('INSUFFICIENT_FUNDS', `needs ${need.amount} ${need.asset}`)
}
