// Limits of several things together, in exact arithmetic: the reserve of money, places, narratives, and rules of the trader's own.
// Pure.

import type { CoinKind } from '../../../shared/assets.ts'
import { add, compare, type Decimal, divide, isZero, multiply, subtract, sum } from '../../../shared/decimal.ts'
import type {
  Breach,
  KindShare,
  LimitPart,
  LimitState,
  RuleName,
  RuleScope,
  Rules,
  ShareRule,
} from '../../../shared/portfolio.ts'

/** What the rules of groups ask of a coin. */
export interface CoinFacts {
  coinId: string
  kind: CoinKind
  narratives: readonly string[]
  tags: readonly string[]
}

/** What counts: a coin of the list, another asset, or what open buys take. `value: null` is unknown. */
export interface Counted extends LimitPart, Pick<CoinFacts, 'narratives' | 'tags'> {
  kind: CoinKind | 'other'
  /** What of it the total counts. */
  inTotal: Decimal | null
}

export interface PlaceValue {
  accountId: string
  name: string
  parts: LimitPart[]
}

/** What the limits of groups are reckoned from; unfilled buys count in full. */
export interface GroupBook {
  total: Decimal | null
  counted: readonly Counted[]
  places: readonly PlaceValue[]
  /** An open buy takes so much money that nobody can tell. */
  spendsUnknown: boolean
}

/** What an order would change: so much more of a coin, or less, and so much less money. */
export interface GroupOrder {
  coin: CoinFacts
  accountId: string
  side: 'buy' | 'sell'
  /** In USDT. */
  value: Decimal
  /** With its fee; `0` where it is paid with what is no money. */
  spent: Decimal
}

/** A rule as it holds for one group. */
interface Ceiling extends ShareRule {
  rule: RuleName
  subject: string | null
  name: string | null
  parts: LimitPart[]
}

const MOST_PARTS = 20

export const isCash = ({ kind }: Pick<Counted, 'kind'>): boolean => kind === 'stablecoin' || kind === 'money'

/** Whether any of these rules is there: without one nothing of it is reckoned. */
const hasGroupRules = ({ reserve, place, narrative, own = [] }: Rules): boolean =>
  [reserve, place, narrative].some((rule) => rule != null) || own.length > 0

const isIn = (scope: RuleScope, { coinId, kind, tags }: Pick<Counted, 'coinId' | 'kind' | 'tags'>): boolean => {
  if ('coinIds' in scope) return coinId !== null && scope.coinIds.includes(coinId)
  return 'tag' in scope ? tags.includes(scope.tag) : kind === scope.kind
}

const isOf = (narrative: string, { kind, narratives }: Pick<Counted, 'kind' | 'narratives'>): boolean =>
  kind === 'project' && narratives.includes(narrative)

/** Each rule with what it counts; `about` leaves out those that an order for this coin at this account does not touch. */
function ceilingsOf(
  { counted, places }: GroupBook,
  rules: Rules,
  about: Pick<GroupOrder, 'coin' | 'accountId'> | null,
): Ceiling[] {
  const { reserve, place, narrative, own = [] } = rules
  const partsOf = (isPart: (each: Counted) => boolean): LimitPart[] => counted.filter(isPart)
  const named = new Set(
    (about === null ? counted : [about.coin])
      .filter(({ kind }) => kind === 'project')
      .flatMap(({ narratives }) => narratives),
  )
  return [
    ...(reserve == null
      ? []
      : [{ ...reserve, rule: 'reserve' as const, subject: null, name: null, parts: partsOf(isCash) }]),
    ...(place == null ? [] : places)
      .filter(({ accountId }) => about === null || about.accountId === accountId)
      .map(({ accountId, name, parts }) => ({
        ...(place as ShareRule),
        ...{ rule: 'place' as const, subject: accountId, name, parts },
      })),
    ...(narrative == null ? [] : [...named].toSorted()).map((name) => ({
      ...(narrative as ShareRule),
      ...{ rule: 'narrative' as const, subject: name, name, parts: partsOf((each) => isOf(name, each)) },
    })),
    ...own
      .filter(({ scope }) => about === null || isIn(scope, about.coin))
      .map(({ ruleId, name, scope, limit, level }) => ({
        ...{ limit, level, rule: 'own' as const, subject: ruleId, name },
        parts: partsOf((each) => isIn(scope, each)),
      })),
  ]
}

/** What the parts come to; `null` where one is unknown. */
function wholeOf(parts: readonly LimitPart[]): Decimal | null {
  return parts.every(({ value }) => value !== null) ? sum(parts.flatMap(({ value }) => value ?? [])) : null
}

const knownOf = (parts: readonly LimitPart[]): Decimal => sum(parts.flatMap(({ value }) => value ?? []))

/** Compared by products, not by a quotient that was cut: what is over by the last digit is over. What is unknown may be. */
function isBroken({ rule, limit, parts }: Ceiling, total: Decimal): boolean {
  const allowed = multiply(limit, total)
  // What nobody knows the worth of is no reserve, and makes no group smaller.
  const known = knownOf(parts)
  return rule === 'reserve' ? compare(known, allowed) < 0 : compare(known, allowed) > 0
}

/** Every limit of a group as it stands. */
export function limitStates(book: GroupBook, rules: Rules): LimitState[] {
  const total = book.total !== null && compare(book.total, '0') > 0 ? book.total : null
  return ceilingsOf(book, rules, null).map((ceiling): LimitState => {
    const { rule, subject, name, limit, level, parts } = ceiling
    const value = wholeOf(parts)
    const largest = parts.toSorted((a, b) => compare(b.value ?? '0', a.value ?? '0')).slice(0, MOST_PARTS)
    return {
      ...{ rule, subject, name, limit, level, partCount: parts.length, value, total },
      parts: largest.map(({ coinId, asset, value: part }) => ({ coinId, asset, value: part })),
      share: value === null || total === null ? null : divide(value, total),
      allowed: total === null ? null : multiply(limit, total),
      broken: total !== null && isBroken(ceiling, total),
    }
  })
}

/** Every limit of a group that is broken now. */
export function groupBreaches(book: GroupBook, rules: Rules): Breach[] {
  const { total } = book
  if (total === null || compare(total, '0') <= 0) return []
  return ceilingsOf(book, rules, null)
    .filter((ceiling) => isBroken(ceiling, total))
    .map((ceiling) => breachOf(ceiling, total))
}

const breachOf = ({ rule, subject, name, limit, level, parts }: Ceiling, total: Decimal): Breach => ({
  ...{ rule, limit, share: divide(knownOf(parts), total), level, coinId: null },
  ...(subject !== null && { subject }),
  ...(name !== null && { name }),
})

/** The book after an order. The total stays: money turns into the coin, or back. */
function afterOrder({ counted, ...book }: GroupBook, { coin, side, value, spent }: GroupOrder): GroupBook {
  const change = (before: Decimal) => {
    if (side === 'buy') return add(before, value)
    return compare(before, value) > 0 ? subtract(before, value) : '0'
  }
  const { coinId, kind, narratives, tags } = coin
  const held = counted.find((each) => each.coinId === coinId)
  const after: Counted = {
    ...(held ?? { coinId, asset: null, kind, narratives, tags, inTotal: null }),
    value: held === undefined ? change('0') : held.value === null ? null : change(held.value),
  }
  const paid: Counted = {
    ...{ coinId: null, asset: null, kind: 'stablecoin', narratives: [], tags: [], inTotal: null },
    value: side === 'buy' ? subtract('0', spent) : spent,
  }
  return { ...book, counted: [...counted.filter((each) => each.coinId !== coinId), after, paid] }
}

export interface GroupVerdict {
  breaches: Breach[]
  /** A rule that stops orders, and of which nobody can tell whether it would hold. */
  unknown: boolean
}

/** Which limits of groups an order would leave broken. */
export function groupVerdict(book: GroupBook, rules: Rules, order: GroupOrder): GroupVerdict {
  if (!hasGroupRules(rules)) return { breaches: [], unknown: false }
  const { total } = book
  const isMoney = isCash(order.coin)
  const touched = ceilingsOf(afterOrder(book, order), rules, order).filter(
    // Money for money leaves the reserve as it is; what is paid with a coin does too.
    ({ rule }) => rule !== 'reserve' || !(isMoney || isZero(order.spent)),
  )
  if (total === null || compare(total, '0') <= 0) {
    return { breaches: [], unknown: touched.some(({ level }) => level === 'block') }
  }
  const broken = touched.filter((ceiling) => isBroken(ceiling, total))
  return {
    breaches: broken.map((ceiling) => breachOf(ceiling, total)),
    unknown: touched.some(
      (ceiling) =>
        ceiling.level === 'block' &&
        !broken.includes(ceiling) &&
        // What is there of the reserve and has no known worth can only make it larger.
        (ceiling.rule === 'reserve' ? book.spendsUnknown : wholeOf(ceiling.parts) === null),
    ),
  }
}

/**
 * How much more in USDT, fee included, the limits that stop orders leave of a coin at an account; `null` for no such limit, and
 * `unknown` where nobody can tell.
 */
export function groupRoom(
  book: GroupBook,
  rules: Rules,
  about: Pick<GroupOrder, 'coin' | 'accountId'>,
  paysWithMoney: boolean,
): Decimal | null | 'unknown' {
  const { total } = book
  const hard = ceilingsOf(book, rules, about).filter(
    ({ rule, level }) => level === 'block' && (rule !== 'reserve' || (paysWithMoney && !isCash(about.coin))),
  )
  if (hard.length === 0) return null
  if (total === null || compare(total, '0') <= 0) return 'unknown'
  let room: Decimal | null = null
  for (const { rule, limit, parts } of hard) {
    const allowed = multiply(limit, total)
    const value = rule === 'reserve' ? knownOf(parts) : wholeOf(parts)
    if (value === null || (rule === 'reserve' && book.spendsUnknown)) return 'unknown'
    const left = rule === 'reserve' ? subtract(value, allowed) : subtract(allowed, value)
    // A buy changes nothing of what a place holds: it may go on as long as the place is within its limit.
    if (rule === 'place' && compare(left, '0') >= 0) continue
    const here = compare(left, '0') > 0 ? left : '0'
    if (room === null || compare(here, room) < 0) room = here
  }
  return room
}

/** How the portfolio is divided among projects, majors, stablecoins, money and the rest. */
export function kindsOf({ total, counted }: GroupBook): KindShare[] {
  const kinds = ['project', 'major', 'stablecoin', 'money', 'other'] as const
  return kinds.map((kind) => {
    const value = sum(counted.filter((each) => each.kind === kind).flatMap(({ inTotal }) => inTotal ?? []))
    return { kind, value, share: total === null || compare(total, '0') <= 0 ? null : divide(value, total) }
  })
}
