// Fills orders against the best price: at once on acceptance, later by walking the price steps since the last look. The price is
// made, or the one of a real exchange that the market follows.

import { isDeepStrictEqual } from 'node:util'
import {
  add,
  compare,
  type Decimal,
  divide,
  floorTo,
  isZero,
  min,
  multiply,
  subtract,
} from '../../../shared/decimal.ts'
import type { Exchange } from '../exchange.ts'
import { transaction } from '../ledger.ts'
import { changeBalance, freeBalance } from './balances.ts'
import { findMarket, MARKETS, type PracticeMarket, QUOTE_ASSET } from './markets.ts'
import { insertFill, isLive, liveOrders, liveOrdersIn, type OrderRow, remainingOf, updateOrder } from './orders.ts'
import { quoteAt, STEP_MS, stepAt, toPrice } from './price-process.ts'
import {
  type FollowedPrice,
  followedPrice,
  isFresh,
  REAL_PRICE_LIFE_MS,
  type RealPrice,
  saveFollowedPrice,
} from './real-prices.ts'
import { type BestPrices, isMarketable, type MarketState } from './rules.ts'
import { isOpen, stageAt } from './stages.ts'

/** A market order fills at most for this much at one price step, in the quote currency. */
const SLICE_VALUE = '1000'

// A week of price steps. An order that nobody looked at for longer is settled over the last week only, so that one
// request never has to walk months.
const MAX_WALK_STEPS = (7 * 86_400_000) / STEP_MS

/** Stage and best prices of `market` at `at` (epoch milliseconds). An open market whose real price is old is halted. */
export function marketState(exchange: Exchange, market: PracticeMarket, at: number): MarketState {
  const stage = stageAt(market, exchange.createdAt, at)
  const real = followedPrice(exchange.db, market)
  if (real === null) return { stage, ...madePrices(exchange, market, stepAt(at)) }
  const { bid, ask, source } = real
  return { stage: isOpen(stage) && !isFresh(real, at) ? 'halted' : stage, bid, ask, source }
}

function madePrices(exchange: Exchange, market: PracticeMarket, step: number): BestPrices {
  const { bid, ask } = quoteAt(exchange.seed, market, step)
  return { bid: toPrice(bid, market), ask: toPrice(ask, market), source: null }
}

/** The part of a market order that one step fills: all of it up to `SLICE_VALUE`, else whole amount steps of that. */
function sliceOf(remaining: Decimal, price: Decimal, market: PracticeMarket): Decimal {
  if (compare(multiply(remaining, price), SLICE_VALUE) <= 0) return remaining
  const slice = floorTo(divide(SLICE_VALUE, price), market.step)
  return isZero(slice) ? market.step : min(slice, remaining)
}

/** Ends an order and gives back what it still reserves. The caller writes the row. */
export function finish(
  exchange: Exchange,
  order: OrderRow,
  status: 'filled' | 'canceled' | 'expired',
  reason: string | null,
  now: number,
): void {
  const asset = order.side === 'buy' ? QUOTE_ASSET : marketOf(order).base
  changeBalance(exchange.db, order.account_id, asset, '0', `-${order.held}`)
  Object.assign(order, { status, reason, held: '0', updated_at: now })
}

function marketOf(order: OrderRow): PracticeMarket {
  const market = findMarket(order.market)
  if (market === undefined) throw new Error(`an order in the unknown market ${order.market}`)
  return market
}

interface Trade {
  price: Decimal
  amount: Decimal
  feeRate: Decimal
  at: number
  /** As `BestPrices`. */
  source: string | null
}

/** Books one trade of an order: fill, balances, reservation, status. Funds that ran out end the order instead. */
function fill(exchange: Exchange, order: OrderRow, market: PracticeMarket, trade: Trade): void {
  const value = multiply(trade.price, trade.amount)
  const fee = multiply(value, trade.feeRate)
  const { db } = exchange
  const account = order.account_id
  if (order.side === 'buy') {
    const cost = add(value, fee)
    if (compare(cost, add(order.held, freeBalance(db, account, QUOTE_ASSET))) > 0) {
      finish(exchange, order, 'canceled', 'the price rose and the funds ran out', trade.at)
      return
    }
    const fromHeld = min(cost, order.held)
    changeBalance(db, account, QUOTE_ASSET, `-${cost}`, `-${fromHeld}`)
    changeBalance(db, account, market.base, trade.amount, '0')
    order.held = subtract(order.held, fromHeld)
  } else {
    changeBalance(db, account, market.base, `-${trade.amount}`, `-${trade.amount}`)
    changeBalance(db, account, QUOTE_ASSET, subtract(value, fee), '0')
    order.held = subtract(order.held, trade.amount)
  }
  insertFill(db, order.order_id, { price: trade.price, amount: trade.amount, fee, at: trade.at, source: trade.source })
  // The money is not real whatever the price is: whoever sees the one must see the other.
  const why = trade.source === null ? null : `play money at the price of ${trade.source}`
  if (isZero(remainingOf(db, order))) finish(exchange, order, 'filled', why, trade.at)
  else Object.assign(order, { status: 'partially-filled', updated_at: trade.at })
}

/** Fills what a newly accepted order fills at once, as taker, and expires the rest of an `ioc` order. */
export function fillAtOnce(exchange: Exchange, order: OrderRow, state: MarketState, now: number): void {
  const market = marketOf(order)
  if (isOpen(state.stage) && isMarketable(order, state)) {
    const price = order.side === 'buy' ? state.ask : state.bid
    const amount = order.type === 'market' ? sliceOf(order.amount, price, market) : order.amount
    fill(exchange, order, market, { price, amount, feeRate: market.takerFee, at: now, source: state.source })
  }
  if (isLive(order) && order.time_in_force === 'ioc') {
    finish(exchange, order, 'expired', 'the rest did not fill at once', now)
  }
  updateOrder(exchange.db, order)
}

/** `afterGap`: the price has jumped there, and nobody traded in between. */
function fillAtStep(
  exchange: Exchange,
  order: OrderRow,
  market: PracticeMarket,
  best: BestPrices,
  { at, afterGap = false }: { at: number; afterGap?: boolean },
): void {
  const { source } = best
  const across = order.side === 'buy' ? best.ask : best.bid
  if (order.price === null) {
    const amount = sliceOf(remainingOf(exchange.db, order), across, market)
    fill(exchange, order, market, { price: across, amount, feeRate: market.takerFee, at, source })
    return
  }
  // Orders that waited for the opening get the opening price, as in an auction; all others their own.
  const opening = afterGap || !isOpen(stageAt(market, exchange.createdAt, at - STEP_MS))
  const price = opening ? across : order.price
  fill(exchange, order, market, { price, amount: order.amount, feeRate: market.makerFee, at, source })
}

function settleOrder(exchange: Exchange, order: OrderRow, nowStep: number): void {
  if (order.settled_step >= nowStep) return
  const market = marketOf(order)
  const real = followedPrice(exchange.db, market)
  if (real === null) walkMadePrices(exchange, order, market, nowStep)
  else walkRealPrice(exchange, order, market, { real, nowStep })
  order.settled_step = nowStep
  updateOrder(exchange.db, order)
}

/** One real price holds until the next is told, or until it is old; each that comes is met when it comes. */
function walkRealPrice(
  exchange: Exchange,
  order: OrderRow,
  market: PracticeMarket,
  { real, nowStep }: { real: FollowedPrice; nowStep: number },
): void {
  if (!isMarketable(order, real)) return
  const from = Math.max(order.settled_step + 1, stepAt(real.receivedAt))
  for (let step = from; step <= Math.min(nowStep, stepAt(real.receivedAt + REAL_PRICE_LIFE_MS)); step++) {
    if (!isOpen(stageAt(market, exchange.createdAt, step * STEP_MS))) continue
    fillAtStep(exchange, order, market, real, { at: step * STEP_MS })
    if (!isLive(order)) return
  }
}

function walkMadePrices(exchange: Exchange, order: OrderRow, market: PracticeMarket, nowStep: number): void {
  // Whole ticks as numbers make a week's walk a matter of a tenth of a second; they are compared, never booked.
  const limit = order.price === null ? null : Number(divide(order.price, market.tick))
  for (let step = Math.max(order.settled_step, nowStep - MAX_WALK_STEPS) + 1; step <= nowStep; step++) {
    if (!isOpen(stageAt(market, exchange.createdAt, step * STEP_MS))) continue
    const quote = quoteAt(exchange.seed, market, step)
    if (limit !== null && (order.side === 'buy' ? quote.ask > limit : quote.bid < limit)) continue
    fillAtStep(exchange, order, market, madePrices(exchange, market, step), { at: step * STEP_MS })
    if (!isLive(order)) return
  }
}

/** Brings every live order of an account up to `now` (epoch milliseconds). Belongs inside a transaction. */
export function settleAccount(exchange: Exchange, accountId: string, now: number): void {
  for (const order of liveOrders(exchange.db, accountId)) settleOrder(exchange, order, stepAt(now))
}

/**
 * Has each market follow the real price of its coin from `now` on (epoch milliseconds), and gives those that have none their made
 * prices back. What happened until now is settled at the prices of until now; then resting orders meet the new one: after a
 * jump, to, from or between real exchanges or out of a halt, at the best price, else at their own.
 */
export function followPrices(exchange: Exchange, prices: readonly RealPrice[], now: number): void {
  const byCoin = new Map(prices.map(({ coinId, ...price }) => [coinId, price]))
  transaction(exchange.db, () => {
    for (const market of MARKETS) followOne(exchange, market, byCoin.get(market.coinId) ?? null, now)
  })
}

function followOne(
  exchange: Exchange,
  market: PracticeMarket,
  told: Omit<FollowedPrice, 'toldAt'> | null,
  now: number,
): void {
  const { db } = exchange
  const before = followedPrice(db, market)
  if (isDeepStrictEqual(told, before === null ? null : withoutTime(before))) return
  const orders = liveOrdersIn(db, market.market)
  for (const order of orders) settleOrder(exchange, order, stepAt(now))
  saveFollowedPrice(db, market, told === null ? null : { ...told, toldAt: now })
  const afterGap = before === null || before.source !== told?.source || !isFresh(before, now)
  const state = marketState(exchange, market, now)
  if (isOpen(state.stage)) for (const order of orders) meet(exchange, order, { state, now, afterGap })
}

const withoutTime = ({ toldAt: _, ...price }: FollowedPrice): Omit<FollowedPrice, 'toldAt'> => price

/** A market order that fills in parts goes on at the next step. */
function meet(
  exchange: Exchange,
  order: OrderRow,
  { state, now, afterGap }: { state: MarketState; now: number; afterGap: boolean },
): void {
  if (!isLive(order) || order.price === null || !isMarketable(order, state)) return
  fillAtStep(exchange, order, marketOf(order), state, { at: now, afterGap })
  updateOrder(exchange.db, order)
}
