// Fills orders against the made price: at once on acceptance, later by walking the price steps since the last look.

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
import { changeBalance, freeBalance } from './balances.ts'
import { findMarket, type PracticeMarket, QUOTE_ASSET } from './markets.ts'
import { insertFill, isLive, liveOrders, type OrderRow, remainingOf, updateOrder } from './orders.ts'
import { quoteAt, STEP_MS, stepAt, type TickQuote, toPrice } from './price-process.ts'
import { isMarketable, type MarketState } from './rules.ts'
import { isOpen, stageAt } from './stages.ts'

/** A market order fills at most for this much at one price step, in the quote currency. */
const SLICE_VALUE = '1000'

// A week of price steps. An order that nobody looked at for longer is settled over the last week only, so that one
// request never has to walk months.
const MAX_WALK_STEPS = (7 * 86_400_000) / STEP_MS

/** Stage and best prices of `market` at `at` (epoch milliseconds). */
export function marketState(exchange: Exchange, market: PracticeMarket, at: number): MarketState {
  const quote = quoteAt(exchange.seed, market, stepAt(at))
  return {
    stage: stageAt(market, exchange.createdAt, at),
    bid: toPrice(quote.bid, market),
    ask: toPrice(quote.ask, market),
  }
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
  insertFill(db, order.order_id, { price: trade.price, amount: trade.amount, fee, at: trade.at })
  if (isZero(remainingOf(db, order))) finish(exchange, order, 'filled', null, trade.at)
  else Object.assign(order, { status: 'partially-filled', updated_at: trade.at })
}

/** Fills what a newly accepted order fills at once, as taker, and expires the rest of an `ioc` order. */
export function fillAtOnce(exchange: Exchange, order: OrderRow, state: MarketState, now: number): void {
  const market = marketOf(order)
  if (isOpen(state.stage) && isMarketable(order, state)) {
    const price = order.side === 'buy' ? state.ask : state.bid
    const amount = order.type === 'market' ? sliceOf(order.amount, price, market) : order.amount
    fill(exchange, order, market, { price, amount, feeRate: market.takerFee, at: now })
  }
  if (isLive(order) && order.time_in_force === 'ioc') {
    finish(exchange, order, 'expired', 'the rest did not fill at once', now)
  }
  updateOrder(exchange.db, order)
}

function fillAtStep(exchange: Exchange, order: OrderRow, market: PracticeMarket, quote: TickQuote, at: number): void {
  const best = toPrice(order.side === 'buy' ? quote.ask : quote.bid, market)
  if (order.price === null) {
    const amount = sliceOf(remainingOf(exchange.db, order), best, market)
    fill(exchange, order, market, { price: best, amount, feeRate: market.takerFee, at })
    return
  }
  // Orders that waited for the opening get the opening price, as in an auction; all others their own.
  const opening = !isOpen(stageAt(market, exchange.createdAt, at - STEP_MS))
  const price = opening ? best : order.price
  fill(exchange, order, market, { price, amount: order.amount, feeRate: market.makerFee, at })
}

function settleOrder(exchange: Exchange, order: OrderRow, nowStep: number): void {
  if (order.settled_step >= nowStep) return
  const market = marketOf(order)
  // Whole ticks as numbers make a week's walk a matter of a tenth of a second; they are compared, never booked.
  const limit = order.price === null ? null : Number(divide(order.price, market.tick))
  for (let step = Math.max(order.settled_step, nowStep - MAX_WALK_STEPS) + 1; step <= nowStep; step++) {
    if (!isOpen(stageAt(market, exchange.createdAt, step * STEP_MS))) continue
    const quote = quoteAt(exchange.seed, market, step)
    if (limit !== null && (order.side === 'buy' ? quote.ask > limit : quote.bid < limit)) continue
    fillAtStep(exchange, order, market, quote, step * STEP_MS)
    if (!isLive(order)) break
  }
  order.settled_step = nowStep
  updateOrder(exchange.db, order)
}

/** Brings every live order of an account up to `now` (epoch milliseconds). Belongs inside a transaction. */
export function settleAccount(exchange: Exchange, accountId: string, now: number): void {
  for (const order of liveOrders(exchange.db, accountId)) settleOrder(exchange, order, stepAt(now))
}
