// Everything that is asked of an order before it is written down: the same answer for the ticket and for the submit.
// Pure; what was confirmed is what is sent.

import {
  add,
  compare,
  type Decimal,
  divide,
  floorTo,
  isMultipleOf,
  isZero,
  max,
  min,
  multiply,
  subtract,
} from '../../../../shared/decimal.ts'
import { priceOnTick } from '../../../../shared/markets/tick.ts'
import type {
  Depth,
  Market,
  Preview,
  PriceLimits,
  Quote,
  Refusal,
  Side,
  Size,
  TimeInForce,
} from '../../../../shared/order.ts'
import type { Breach, Rules } from '../../../../shared/portfolio.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import type { VenueBalance } from '../../../ports/system.ts'
import { isStale } from '../../markets/ages.ts'
import { type GroupBook, type GroupOrder, groupRoom, groupVerdict } from '../../portfolio/group-limits.ts'
import {
  afterTrade,
  breachesOf,
  type ExposureSnapshot,
  isComputable,
  largestBuy,
  type Money,
  projectsIn,
  shareOf,
} from '../../portfolio/risk.ts'
import { estimateFill, valueInBook } from './fill-estimate.ts'
import { bandProblems, farProblems } from './price-check.ts'
import { stageProblems } from './stage-check.ts'
import { stopProblems } from './stop-check.ts'

/** A price older than this is no basis for a market order or a stop, milliseconds. */
const MAX_PRICE_AGE_MS = 60_000
const CENT_OF_A_CENT = '0.0001'
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
  /** Counts for limit orders only. */
  timeInForce: TimeInForce
  /** The exchange, which may take less in a stage than others do. */
  venue: string
  /** The price that the trader saw, where he confirmed one. */
  seen: Decimal | null
  /** How much worse than the best price a limit may be unasked, as a fraction. */
  farPrice: Decimal
  /** The trader was asked about a price that is further away, and means it. */
  farAccepted: boolean
  /** `null` where no book is known. */
  depth: Depth | null
  /** Of the market, as its exchange told them last. */
  limits: PriceLimits | null
  book: ExposureSnapshot
  rules: Rules
  /** What the limits of groups reckon with, and what of the order they ask. */
  groups: { book: GroupBook; about: Pick<GroupOrder, 'coin' | 'accountId'>; paysWithMoney: boolean }
  /** Limits that the trader has set aside for a time. */
  lifted: (breach: Breach) => boolean
  balances: VenueBalance[] | null
  /** USDT for one unit of the market's quote currency; `null` where the venue tells none. */
  rate: Decimal | null
  /** A rule that the trader overrode for this one order, with his reason. */
  overridden: boolean
  /** On the monotonic clock, as the times of prices are. */
  now: number
}

/** What the order would cost and do, and every reason for which it would not go out now. */
export function checkOrder(check: OrderCheck): Preview {
  const { market, side, book } = check
  const problems: Refusal[] = stageProblems(check)
  const price = check.price ?? marketPrice(market.price, side)
  const amount = price === null ? baseOnly(check.size) : amountOf(check.size, price, market)
  if (price === null || (check.price === null && isOld(market.price, check.now)))
    problems.push(priceProblem(market.price))
  problems.push(...stopProblems(check, !isOld(market.price, check.now)), ...movedProblems(check))
  // What an exchange holds an order against is its limit price; what it comes to is for the book to say.
  const atLimit = price === null || amount === null ? null : multiply(amount, price)
  const value = amount === null ? null : (worthOf(check, amount) ?? atLimit)
  const withFee = (sum: Decimal) => add(sum, multiply(sum, market.rules.takerFee))
  const fee = value === null ? null : multiply(value, market.rules.takerFee)
  if (amount !== null) problems.push(...sizeProblems(check, amount, atLimit), ...typeProblems(check, amount, atLimit))
  const band = bandProblems(check)
  problems.push(...band.problems, ...farProblems(check))
  const most = atLimit === null || value === null ? null : withFee(max(atLimit, value))
  const risk = riskOf(check, atLimit, most)
  problems.push(...risk.problems)
  const reserved = reservedOf(check, amount, most)
  problems.push(...fundsProblems(check, reserved))
  return {
    price: market.price,
    amount,
    value,
    fee,
    total: value === null || fee === null ? null : side === 'buy' ? add(value, fee) : subtract(value, fee),
    reserved,
    free: { base: freeOf(check.balances, market.base), quote: freeOf(check.balances, market.quote) },
    shareBefore: risk.before,
    shareAfter: risk.after,
    unpriced: book.unpriced,
    atCost: book.atCost,
    breaches: risk.breaches,
    estimate: estimateOf(check, amount),
    largestAllowed: side === 'buy' ? largestOf(check) : largestSale(check),
    problems,
    warnings: band.warnings,
  }
}

// Nothing of a stop-limit order trades at once, whatever the book holds.
function estimateOf({ depth, side, price, stopPrice }: OrderCheck, amount: Decimal | null): Preview['estimate'] {
  return amount === null || depth === null || stopPrice !== null ? null : estimateFill(depth, side, amount, price)
}

/**
 * What the order would come to by the book, or by the best price where no book is known; `null` where nothing of it would
 * trade at once, and for a price that is too old to say.
 */
function worthOf({ depth, side, price, stopPrice, market, now }: OrderCheck, amount: Decimal): Decimal | null {
  if (stopPrice !== null || isZero(amount)) return null
  const inBook = depth === null ? null : valueInBook(depth, side, amount, price)
  const best = marketPrice(market.price, side)
  if (inBook !== null || best === null || isOld(market.price, now)) return inBook
  const trades = price === null || (side === 'buy' ? compare(price, best) >= 0 : compare(price, best) <= 0)
  return trades ? multiply(amount, best) : null
}

/** What the exchange sets aside. A buy's worth is never less than what it would come to. */
function reservedOf({ market, side }: OrderCheck, amount: Decimal | null, worth: Decimal | null): Preview['reserved'] {
  if (side === 'sell') return amount === null ? null : { asset: market.base, amount }
  return worth === null ? null : { asset: market.quote, amount: worth }
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

const isOld = (quote: Quote | null, now: number) => quote !== null && isStale(quote, now, MAX_PRICE_AGE_MS)

function priceProblem(quote: Quote | null): Refusal {
  return { code: 'PRICE_UNKNOWN', reason: quote === null ? reason('NO_PRICE') : reason('PRICE_OLD', { at: quote.at }) }
}

/** A limit price guards itself; a market order has only what the trader saw. */
function movedProblems({ market, side, price, seen }: OrderCheck): Refusal[] {
  const now = price === null ? marketPrice(market.price, side) : null
  if (now === null || seen === null) return []
  const room = multiply(seen, MAX_MOVE)
  const hasMoved = side === 'buy' ? compare(now, add(seen, room)) > 0 : compare(add(now, room), seen) < 0
  if (!hasMoved) return []
  return [{ code: 'PRICE_MOVED', reason: reason('PRICE_MOVED_SINCE', { seen, now }) }]
}

const sizeLimit = (why: Reason): Refusal => ({ code: 'SIZE_LIMIT', reason: why })

/** Rules that some venues have for one type of order only. */
function typeProblems({ market, price }: OrderCheck, amount: Decimal, value: Decimal | null): Refusal[] {
  const { marketMaxAmount, maxNotional, applyMaxToMarket = false } = market.rules
  const problems: Refusal[] = []
  if (price === null && marketMaxAmount !== undefined && compare(amount, marketMaxAmount) > 0) {
    problems.push(sizeLimit(reason('MARKET_ORDER_MAX', { max: marketMaxAmount, asset: market.base })))
  }
  const isCapped = maxNotional !== undefined && (price !== null || applyMaxToMarket)
  if (isCapped && value !== null && compare(value, maxNotional) > 0) {
    problems.push(sizeLimit(reason('WORTH_MAX', { max: maxNotional, asset: market.quote })))
  }
  return problems
}

function sizeProblems(
  { market, side, size, price, stopPrice }: OrderCheck,
  amount: Decimal,
  value: Decimal | null,
): Refusal[] {
  const { step, tick, minAmount, maxAmount, minNotional, applyMinToMarket = true } = market.rules
  const problems: Refusal[] = []
  if (size.unit === 'base' && !isMultipleOf(size.value, step)) {
    problems.push({ code: 'STEP', reason: reason('AMOUNT_STEP', { step, asset: market.base }) })
  }
  for (const [field, given] of [
    ['price', price],
    ['stop-price', stopPrice],
  ] as const) {
    if (given === null || isMultipleOf(given, tick)) continue
    const nearest = priceOnTick(given, tick, side)
    const offTick = reason('PRICE_STEP', { field, step: tick, asset: market.quote, nearest })
    problems.push({ code: 'STEP', reason: offTick })
  }
  if (compare(amount, minAmount) < 0 || compare(amount, maxAmount) > 0) {
    // A size in USDT is told as the amount that it comes to; an amount that was given is not repeated in an error.
    const computed = size.unit === 'quote' ? amount : null
    const range = { min: minAmount, max: maxAmount, asset: market.base, amount: computed }
    problems.push(sizeLimit(reason('AMOUNT_RANGE', range)))
  } else if ((price !== null || applyMinToMarket) && value !== null && compare(value, minNotional) < 0) {
    problems.push(sizeLimit(reason('WORTH_MIN', { min: minNotional, asset: market.quote })))
  }
  return problems
}

const moneyOf = ({ balances, market, rate }: OrderCheck): Money => ({ free: freeOf(balances, market.quote), rate })

/** What the limits of coins and those of groups leave together, in the quote currency. */
function largestOf(check: OrderCheck): Decimal | null {
  const { book, coin, rules, market, groups, rate } = check
  const { takerFee } = market.rules
  const largest = largestBuy(book, coin, rules, takerFee, moneyOf(check))
  const room = groupRoom(groups.book, rules, groups.about, groups.paysWithMoney)
  if (largest === null || room === null) return largest
  if (room === 'unknown' || rate === null || isZero(rate)) return null
  return min(largest, floorTo(divide(divide(room, rate), add('1', takerFee)), CENT_OF_A_CENT))
}

/** What the limits of groups say of it; nothing of an order whose size nobody can tell. */
function groupsOf({ groups, rules, side, rate }: OrderCheck, value: Decimal | null, most: Decimal | null) {
  const { book, about, paysWithMoney } = groups
  if (value === null) return { breaches: [], unknown: false }
  // Without a rate all of it is unknown; nothing of it breaks a limit for certain.
  const inDollars = (amount: Decimal) => (rate === null ? null : multiply(amount, rate))
  const [worth, spent] = [inDollars(value), paysWithMoney ? inDollars(most ?? value) : '0']
  if (worth === null || spent === null) {
    return { breaches: [], unknown: groupRoom(book, rules, about, paysWithMoney) !== null }
  }
  return groupVerdict(book, rules, { ...about, side, value: worth, spent })
}

function breachReason({ rule, name = '', share, limit }: Breach): Reason {
  if (rule === 'reserve') return reason('RESERVE_SHORT', { share, limit })
  if (rule === 'project' || rule === 'early-stage') return reason('LIMIT_BROKEN', { rule, share, limit })
  return reason('GROUP_LIMIT_BROKEN', { rule, name, share, limit })
}

function ruleProblems(hard: readonly Breach[], isUnknown: boolean, lifted: OrderCheck['lifted']): Refusal[] {
  const unknown: Refusal = { code: 'SHARE_UNKNOWN', reason: reason('SHARE_NOT_COMPUTABLE') }
  const broken = hard.filter((breach) => !lifted(breach))
  return [
    ...(isUnknown ? [unknown] : []),
    ...broken.map((breach): Refusal => ({ code: 'RULE_BREACH', reason: breachReason(breach) })),
  ]
}

function riskOf(check: OrderCheck, value: Decimal | null, most: Decimal | null) {
  const { book, coin, side, rules, overridden, rate, lifted } = check
  const held = book.exposures.find((exposure) => exposure.coinId === coin.coinId)?.value ?? '0'
  // Held without a price: what the coin counts for is unknown, and with it every share after the order.
  const before = book.unpriced.includes(coin.coinId) ? null : shareOf(held, book.total)
  // Limits are reckoned in USDT; what it is paid with may be another currency, which no two venues hold to be worth the same.
  const traded = value === null || rate === null ? null : afterTrade(book, coin, side, multiply(value, rate))
  const after =
    before === null || traded === null
      ? null
      : shareOf(traded.exposures.find((exposure) => exposure.coinId === coin.coinId)?.value ?? '0', book.total)
  const groups = groupsOf(check, value, most)
  const own: Breach[] =
    traded === null
      ? []
      : breachesOf(traded.total, projectsIn(traded), rules).filter(
          (breach) => breach.coinId === coin.coinId || (breach.coinId === null && coin.early),
        )
  const isExempt = book.exempt.includes(coin.coinId)
  const isUnknown = !isExempt && value !== null && (after === null || !isComputable(book, coin, rules))
  const hard = [...(isExempt ? [] : own), ...groups.breaches].filter((breach) => breach.level === 'block')
  const problems = side === 'sell' || overridden ? [] : ruleProblems(hard, isUnknown || groups.unknown, lifted)
  const breaches = [...own, ...groups.breaches]
  return { before, after, breaches, problems }
}

/** What is free of an asset; `null` while the balances are not known. */
export function freeOf(balances: VenueBalance[] | null, asset: string): Decimal | null {
  return balances === null ? null : (balances.find((balance) => balance.asset === asset)?.free ?? '0')
}

function fundsProblems({ balances, side }: OrderCheck, reserved: Preview['reserved']): Refusal[] {
  if (reserved === null) return []
  const { asset, amount: needed } = reserved
  const free = freeOf(balances, asset)
  // Unknown balances are the venue's to judge: it refuses what is not covered.
  if (free === null || compare(needed, free) <= 0) return []
  return [{ code: 'INSUFFICIENT_FUNDS', reason: reason('FUNDS_SHORT', { side, needed, free, asset }) }]
}

function largestSale({ balances, market }: OrderCheck): Decimal | null {
  const free = freeOf(balances, market.base)
  return free === null || market.price === null ? null : multiply(floorTo(free, market.rules.step), market.price.bid)
}
