// Everything that is asked of an order before it is written down: the same answer for the ticket and for the submit.
// Pure; what was confirmed is what is sent.

import { add, compare, type Decimal, divide, floorTo, isMultipleOf, multiply, subtract } from '../../shared/decimal.ts'
import type { Depth, Market, Preview, Quote, Side, Size } from '../../shared/order.ts'
import type { Breach, Rules } from '../../shared/portfolio.ts'
import type { ErrorCode } from '../../shared/result.ts'
import { priceOnTick } from '../../shared/tick.ts'
import type { VenueBalance } from '../ports.ts'
import { estimateFill } from './fill-estimate.ts'
import { afterTrade, breachesOf, isComputable, largestBuy, type Money, type RiskBook, shareOf } from './risk.ts'
import { stopProblems } from './stop-check.ts'

/** A price older than this is no basis for a market order or a stop, milliseconds. */
const MAX_PRICE_AGE_MS = 60_000
/** So much worse than the price that was seen, a market order is asked for once more. */
const MAX_MOVE = '0.01'

export interface OrderCheck {
  market: Market
  coin: { coinId: string; early: boolean }
  side: Side
  size: Size
  /** Limit price; null for a market order. */
  price: Decimal | null
  /** `null` for every order but a stop-limit one. */
  stopPrice: Decimal | null
  /** The price that the trader saw, where he confirmed one. */
  seen: Decimal | null
  /** `null` where no book is known. */
  depth: Depth | null
  book: RiskBook
  rules: Rules
  balances: VenueBalance[] | null
  /** USDT for one unit of the market's quote currency; `null` where the venue tells none. */
  rate: Decimal | null
  /** A rule that the trader overrode for this one order, with his reason. */
  overridden: boolean
  now: number
}

interface Problem {
  code: ErrorCode
  message: string
}

/** What the order would cost and do, and every reason for which it would not go out now. */
export function checkOrder(check: OrderCheck): Preview {
  const { market, side, book, rules, coin } = check
  const problems: Problem[] = stageProblems(market, check.price !== null && check.stopPrice === null)
  const price = check.price ?? marketPrice(market.price, side)
  const amount = price === null ? baseOnly(check.size) : amountOf(check.size, price, market)
  if (price === null || (check.price === null && isStale(market.price, check.now)))
    problems.push(priceProblem(market.price))
  problems.push(...stopProblems(check, !isStale(market.price, check.now)), ...movedProblems(check))
  const value = price === null || amount === null ? null : multiply(amount, price)
  const fee = value === null ? null : multiply(value, market.rules.takerFee)
  if (amount !== null) problems.push(...sizeProblems(check, amount, value), ...typeProblems(check, amount, value))
  const risk = riskOf(check, value)
  problems.push(...risk.problems)
  if (value !== null && fee !== null && amount !== null) problems.push(...fundsProblems(check, amount, add(value, fee)))
  return {
    price: market.price,
    amount,
    value,
    fee,
    total: value === null || fee === null ? null : side === 'buy' ? add(value, fee) : subtract(value, fee),
    shareBefore: risk.before,
    shareAfter: risk.after,
    unpriced: book.unpriced,
    atCost: book.atCost,
    breaches: risk.breaches,
    estimate: estimateOf(check, amount),
    largestAllowed:
      side === 'buy' ? largestBuy(book, coin, rules, market.rules.takerFee, moneyOf(check)) : largestSale(check),
    problems,
  }
}

// Nothing of a stop-limit order trades at once, whatever the book holds.
function estimateOf({ depth, side, price, stopPrice }: OrderCheck, amount: Decimal | null): Preview['estimate'] {
  return amount === null || depth === null || stopPrice !== null ? null : estimateFill(depth, side, amount, price)
}

/** What a market order of this side would trade at: a buy at the ask, a sale at the bid. */
function marketPrice(quote: Quote | null, side: Side): Decimal | null {
  if (quote === null) return null
  return side === 'buy' ? quote.ask : quote.bid
}

const baseOnly = (size: Size): Decimal | null => (size.unit === 'base' ? size.value : null)

function amountOf(size: Size, price: Decimal, market: Market): Decimal {
  if (size.unit === 'base') return size.value
  // Cut, never rounded up: a size in USDT is a ceiling.
  return floorTo(divide(size.value, price), market.rules.step)
}

function stageProblems(market: Market, isLimitOrder: boolean): Problem[] {
  if (market.stage === 'trading' || (market.stage === 'limit-only' && isLimitOrder)) return []
  if (market.stage === 'limit-only') {
    return [{ code: 'MARKET_CLOSED', message: 'This market takes limit orders only at present.' }]
  }
  const opens = market.opensAt === null ? '' : ` It opens at ${market.opensAt}.`
  return [{ code: 'MARKET_CLOSED', message: `${market.market} is not trading yet.${opens}` }]
}

function isStale(quote: Quote | null, now: number): boolean {
  return quote !== null && now - Date.parse(quote.at) > MAX_PRICE_AGE_MS
}

function priceProblem(quote: Quote | null): Problem {
  const known = quote === null ? 'No price is known for this market.' : `The last price is of ${quote.at}.`
  return { code: 'PRICE_UNKNOWN', message: `${known} Wait until the exchange answers again, or give a limit price.` }
}

/** A limit price guards itself; a market order has only what the trader saw. */
function movedProblems({ market, side, price, seen }: OrderCheck): Problem[] {
  const now = price === null ? marketPrice(market.price, side) : null
  if (now === null || seen === null) return []
  const room = multiply(seen, MAX_MOVE)
  const hasMoved = side === 'buy' ? compare(now, add(seen, room)) > 0 : compare(add(now, room), seen) < 0
  if (!hasMoved) return []
  return [{ code: 'PRICE_MOVED', message: `The price moved from ${seen} to ${now} since you saw it. Look again.` }]
}

/** Rules that some venues have for one type of order only. */
function typeProblems({ market, price }: OrderCheck, amount: Decimal, value: Decimal | null): Problem[] {
  const { marketMaxAmount, maxNotional, priceBand } = market.rules
  if (price === null) {
    if (marketMaxAmount === undefined || compare(amount, marketMaxAmount) <= 0) return []
    const message = `A market order here ends at ${marketMaxAmount} ${market.base}. Give a limit price, or less.`
    return [{ code: 'SIZE_LIMIT', message }]
  }
  const problems: Problem[] = []
  if (maxNotional !== undefined && value !== null && compare(value, maxNotional) > 0) {
    problems.push({ code: 'SIZE_LIMIT', message: `The order may be worth at most ${maxNotional} ${market.quote}.` })
  }
  if (priceBand !== undefined && market.price !== null) {
    const [low, high] = [multiply(market.price.last, priceBand.low), multiply(market.price.last, priceBand.high)]
    if (compare(price, low) < 0 || compare(price, high) > 0) {
      const message = `The exchange takes prices between ${low} and ${high} ${market.quote} at present.`
      problems.push({ code: 'SIZE_LIMIT', message })
    }
  }
  return problems
}

function sizeProblems(
  { market, side, size, price, stopPrice }: OrderCheck,
  amount: Decimal,
  value: Decimal | null,
): Problem[] {
  const { step, tick, minAmount, maxAmount, minNotional } = market.rules
  const problems: Problem[] = []
  if (size.unit === 'base' && !isMultipleOf(size.value, step)) {
    problems.push({ code: 'STEP', message: `The amount must be a whole multiple of ${step} ${market.base}.` })
  }
  for (const [name, given] of [
    ['price', price],
    ['stop price', stopPrice],
  ] as const) {
    if (given === null || isMultipleOf(given, tick)) continue
    const nearest = priceOnTick(given, tick, side)
    const message = `The ${name} must be a whole multiple of ${tick} ${market.quote}; the nearest is ${nearest}.`
    problems.push({ code: 'STEP', message })
  }
  if (compare(amount, minAmount) < 0 || compare(amount, maxAmount) > 0) {
    // A size in USDT is told as the amount that it comes to; an amount that was given is not repeated in an error.
    const computed = size.unit === 'quote' ? `; this is ${amount}` : ''
    const message = `The amount must lie between ${minAmount} and ${maxAmount} ${market.base}${computed}.`
    problems.push({ code: 'SIZE_LIMIT', message })
  } else if (value !== null && compare(value, minNotional) < 0) {
    problems.push({ code: 'SIZE_LIMIT', message: `The order must be worth at least ${minNotional} ${market.quote}.` })
  }
  return problems
}

const moneyOf = ({ balances, market, rate }: OrderCheck): Money => ({ free: freeOf(balances, market.quote), rate })

function riskOf({ book, coin, side, rules, overridden, rate }: OrderCheck, value: Decimal | null) {
  const held = book.exposures.find((exposure) => exposure.coinId === coin.coinId)?.value ?? '0'
  // Held without a price: what the coin counts for is unknown, and with it every share after the order.
  const before = book.unpriced.includes(coin.coinId) ? null : shareOf(held, book.total)
  // Limits are reckoned in USDT; what it is paid with may be another currency, which no two venues hold to be worth the same.
  const traded = value === null || rate === null ? null : afterTrade(book, coin, side, multiply(value, rate))
  const after =
    before === null || traded === null
      ? null
      : shareOf(traded.exposures.find((exposure) => exposure.coinId === coin.coinId)?.value ?? '0', book.total)
  const breaches: Breach[] =
    traded === null
      ? []
      : breachesOf(traded.total, traded.exposures, rules).filter(
          (breach) => breach.coinId === coin.coinId || (breach.coinId === null && coin.early),
        )
  const problems: Problem[] = []
  if (side === 'buy' && !overridden) {
    if (value !== null && (after === null || !isComputable(book, coin, rules))) {
      const message = 'The share of the portfolio after this order cannot be computed, so the limits cannot be checked.'
      problems.push({ code: 'SHARE_UNKNOWN', message })
    }
    for (const breach of breaches.filter((candidate) => candidate.level === 'block')) {
      const name = breach.rule === 'project' ? 'limit for one project' : 'limit for early-stage projects'
      const message = `This order would break your ${name}: ${percent(breach.share)} of the portfolio, ${percent(breach.limit)} allowed.`
      problems.push({ code: 'RULE_BREACH', message })
    }
  }
  return { before, after, breaches, problems }
}

/** Four decimals, so that a share just above its limit does not read like the limit. */
const percent = (share: Decimal): string => `${floorTo(multiply(share, '100'), '0.0001')}%`

function freeOf(balances: VenueBalance[] | null, asset: string): Decimal | null {
  return balances === null ? null : (balances.find((balance) => balance.asset === asset)?.free ?? '0')
}

function fundsProblems({ balances, market, side }: OrderCheck, amount: Decimal, cost: Decimal): Problem[] {
  const asset = side === 'buy' ? market.quote : market.base
  const needed = side === 'buy' ? cost : amount
  const free = freeOf(balances, asset)
  // Unknown balances are the venue's to judge: it refuses what is not covered.
  if (free === null || compare(needed, free) <= 0) return []
  const message =
    side === 'buy'
      ? `This order needs ${needed} ${asset}; ${free} ${asset} are free.`
      : `This order sells more ${asset} than the ${free} that are free.`
  return [{ code: 'INSUFFICIENT_FUNDS', message }]
}

function largestSale({ balances, market }: OrderCheck): Decimal | null {
  const free = freeOf(balances, market.base)
  return free === null || market.price === null ? null : multiply(floorTo(free, market.rules.step), market.price.bid)
}
