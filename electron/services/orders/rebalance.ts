// Targets and the way to them: how far each coin is off, and the orders that would lead there within limits, minimum sizes, fees and
// what is free. They are prepared and never placed.

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
import type { RebalanceItem, RebalancePlan, RebalanceTicket, Target, Targets } from '../../../shared/ledger/targets.ts'
import type { Environment, Market, Preview, Side, Size } from '../../../shared/order.ts'
import type { Holding, Portfolio } from '../../../shared/portfolio.ts'
import { AppError } from '../../../shared/result.ts'
import type { AccountCache } from '../markets/account-cache.ts'
import type { PortfolioService } from '../portfolio/portfolio.ts'
import type { CoinService } from '../research/coin-service.ts'
import type { OrderService } from './order-service.ts'

export interface RebalanceParts {
  targets(environment: Environment): Targets
  portfolio: Pick<PortfolioService, 'get'>
  coins: Pick<CoinService, 'some'>
  viewsOf(environment: Environment): AccountCache[]
  preview: OrderService['preview']
}

/** What one coin has to move, in USDT: below zero it is sold. */
interface Move {
  coinId: string
  change: Decimal
}

/** Money is spelled to the cent: a venue cuts the amount to its step anyway. */
const CENT = '0.01'

/** Reckons the plan of one environment. Asks the venues for what is old, and places nothing. */
export async function rebalancePlan(parts: RebalanceParts, environment: Environment): Promise<RebalancePlan> {
  const targets = parts.targets(environment)
  const portfolio = await parts.portfolio.get(environment, { byMarket: true })
  const { total, asOf } = portfolio
  const plan: RebalancePlan = { environment, asOf, total, items: [], tickets: [], left: [] }
  const moves: Move[] = []
  for (const target of targets.items) {
    const of = membersOf(parts, portfolio, targets.items, target)
    const item = itemOf(target, of, total)
    plan.items.push(item)
    const { drift, wanted, value } = item
    if (drift === null || wanted === null || value === null) {
      plan.left.push({ ...named(target), why: 'price', value: wanted, reasons: [] })
    } else if (compare(magnitude(drift), targets.band) > 0) {
      const change = subtract(wanted, value)
      if ('coinId' in target) moves.push({ coinId: target.coinId, change })
      else if (isZero(value)) plan.left.push({ ...named(target), why: 'coin', value: change, reasons: [] })
      else
        for (const each of of)
          moves.push({ coinId: each.coinId, change: divide(multiply(change, each.value ?? '0'), value) })
    }
  }
  const sales = moves.filter(({ change }) => compare(change, '0') < 0)
  const buys = moves.filter(({ change }) => compare(change, '0') > 0)
  const work = createPlanner(parts, environment, plan)
  for (const sale of sales) await work.sell(sale)
  for (const buy of buys) await work.buy(buy)
  return plan
}

function membersOf(
  { coins }: RebalanceParts,
  { holdings }: Portfolio,
  all: readonly Target[],
  target: Target,
): Holding[] {
  if ('coinId' in target) return holdings.filter(({ coinId }) => coinId === target.coinId)
  const own = new Set(all.flatMap((each) => ('coinId' in each ? [each.coinId] : [])))
  const inNarrative = new Set(
    coins
      .some(holdings.map(({ coinId }) => coinId))
      .flatMap(({ id, narratives }) => (narratives.includes(target.narrative) ? [id] : [])),
  )
  return holdings.filter(({ coinId }) => inNarrative.has(coinId) && !own.has(coinId))
}

const named = (target: Target) => ({
  coinId: 'coinId' in target ? target.coinId : null,
  narrative: 'narrative' in target ? target.narrative : null,
})

const magnitude = (value: Decimal): Decimal => (compare(value, '0') < 0 ? subtract('0', value) : value)

/** What is held without a price makes all of it unknown: its share is not zero. */
function itemOf(target: Target, holdings: readonly Holding[], total: Decimal | null): RebalanceItem {
  const isKnown = holdings.every(({ value }) => value !== null)
  const value = isKnown ? holdings.reduce<Decimal>((sum, each) => add(sum, each.value ?? '0'), '0') : null
  const hasTotal = total !== null && compare(total, '0') > 0
  const share = value === null || !hasTotal ? null : divide(value, total)
  return {
    ...named(target),
    ...{ target: target.share, share, value },
    drift: share === null ? null : subtract(share, target.share),
    wanted: hasTotal ? multiply(total, target.share) : null,
  }
}

function createPlanner({ viewsOf, preview }: RebalanceParts, environment: Environment, plan: RebalancePlan) {
  /** What planned buys have taken of each account's money, as `account asset`. */
  const spent = new Map<string, Decimal>()
  const left = (
    move: Move,
    why: RebalancePlan['left'][number]['why'],
    value: Decimal,
    reasons: RebalanceTicket['warnings'] = [],
  ) => plan.left.push({ coinId: move.coinId, narrative: null, why, value, reasons })
  const freeOf = (view: AccountCache, asset: string): Decimal =>
    view.lastBalances()?.balances.find((each) => each.asset === asset)?.free ?? '0'
  const placesOf = (coinId: string) =>
    viewsOf(environment).flatMap((view) =>
      view
        .lastMarkets()
        .filter((market) => market.coinId === coinId && market.stage === 'trading')
        .map((market) => ({ view, market })),
    )
  /** The one with the most to give; `null` where no account trades the coin. */
  const bestOf = (coinId: string, have: (view: AccountCache, market: Market) => Decimal) => {
    const all = placesOf(coinId).map((place) => ({ ...place, free: have(place.view, place.market) }))
    return all.toSorted((a, b) => compare(b.free, a.free))[0] ?? null
  }
  const checked = async (
    move: Move,
    view: AccountCache,
    market: Market,
    side: Side,
    size: Size,
  ): Promise<Preview | null> => {
    try {
      return await preview({ accountId: view.accountId, coinId: move.coinId, side, size, market: market.market })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      left(move, 'refused', move.change, [error.reason])
      return null
    }
  }
  const take = (move: Move, view: AccountCache, market: Market, side: Side, size: Size, found: Preview): boolean => {
    const { amount, value, fee, shareAfter, breaches, warnings, problems } = found
    if (amount === null || value === null || isZero(amount) || problems.length > 0) {
      left(
        move,
        'refused',
        move.change,
        problems.map(({ reason }) => reason),
      )
      return false
    }
    const at = { accountId: view.accountId, coinId: move.coinId, market: market.market, side, size }
    plan.tickets.push({ ...at, amount, value, fee, shareAfter, breaches, warnings })
    return true
  }
  return {
    sell: async (move: Move) => {
      const place = bestOf(move.coinId, (view, market) => freeOf(view, market.base))
      if (place === null) return void left(move, 'market', move.change)
      const { view, market, free } = place
      const rate = view.lastRate(market.quote)?.price
      const bid = market.price?.bid
      if (bid === undefined || rate === undefined || isZero(bid)) return void left(move, 'price', move.change)
      const unit = multiply(bid, rate)
      const wanted = divide(subtract('0', move.change), unit)
      const amount = min(wanted, free)
      // What lies elsewhere, or is set aside for orders, cannot be sold here.
      if (compare(amount, wanted) < 0) left(move, 'locked', multiply(subtract(amount, wanted), unit))
      if (isZero(amount)) return
      const size: Size = { unit: 'base', value: floorTo(amount, market.rules.step) }
      if (isZero(size.value)) return void left(move, 'refused', move.change)
      const found = await checked(move, view, market, 'sell', size)
      if (found !== null) take(move, view, market, 'sell', size, found)
    },
    buy: async (move: Move) => {
      const moneyOf = (view: AccountCache, market: Market) =>
        subtract(freeOf(view, market.quote), spent.get(`${view.accountId} ${market.quote}`) ?? '0')
      const place = bestOf(move.coinId, moneyOf)
      if (place === null) return void left(move, 'market', move.change)
      const { view, market, free } = place
      const rate = view.lastRate(market.quote)?.price
      if (rate === undefined || isZero(rate)) return void left(move, 'price', move.change)
      const wanted = divide(move.change, rate)
      const first = await checked(move, view, market, 'buy', { unit: 'quote', value: floorTo(max0(wanted), CENT) })
      if (first === null) return
      const { value, why } = affordable(first, wanted, max0(free), market)
      if (why !== null) left(move, why, multiply(subtract(wanted, value), rate))
      if (isZero(value)) return
      const size: Size = { unit: 'quote', value }
      const found = await checked(move, view, market, 'buy', size)
      if (found === null || !take(move, view, market, 'buy', size, found)) return
      const key = `${view.accountId} ${market.quote}`
      spent.set(key, add(spent.get(key) ?? '0', found.total ?? value))
    },
  }
}

/** What of a buy the money and the own rules leave; `why` is `null` where that is all of it. */
function affordable({ largestAllowed, breaches }: Preview, wanted: Decimal, free: Decimal, { rules }: Market) {
  const allowed = largestAllowed ?? '0'
  // The fee is paid from the same money.
  const room = divide(free, add('1', rules.takerFee))
  const value = floorTo(min(min(wanted, allowed), room), CENT)
  const isAll = compare(value, floorTo(wanted, CENT)) >= 0
  // Of what the money covers the own rules leave less.
  const why = breaches.length > 0 && compare(allowed, room) < 0 ? 'limit' : 'cash'
  return { value, why: isAll ? null : (why as 'limit' | 'cash') }
}

const max0 = (value: Decimal): Decimal => (compare(value, '0') < 0 ? '0' : value)
