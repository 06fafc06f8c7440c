// The trader's own limits, in exact arithmetic: which shares break which rule, and how much room is left. Pure.

import type { Input } from '../../../shared/contract/contract.ts'
import { add, compare, type Decimal, divide, floorTo, min, multiply, subtract, sum } from '../../../shared/decimal.ts'
import type { Breach, OwnRule, RuleLevel, RuleName, Rules } from '../../../shared/portfolio.ts'

/** What one coin counts for: its value with unfilled buys on top, in USDT. */
export interface Exposure {
  coinId: string
  early: boolean
  value: Decimal
}

/** What one market's orders are paid with: how much of it is free, and USDT for one unit. `null` is unknown. */
export interface Money {
  free: Decimal | null
  rate: Decimal | null
}

/** Everything that a share is computed from. `total: null` means that nothing is known about the account yet. */
export interface ExposureSnapshot {
  total: Decimal | null
  /** Coins that count for an unknown amount: held without a price and a cost, or in an order that cannot be valued. */
  unpriced: string[]
  /** Coins that are held without a price and count what they cost. */
  atCost: string[]
  /** An early-stage coin counts for an unknown amount: what all of them count for together is unknown. */
  earlyUnpriced: boolean
  exposures: Exposure[]
  /** Coins that are no projects: they count in the total, and no limit holds for them. */
  exempt: string[]
}

interface Ceiling {
  rule: RuleName
  level: RuleLevel
  limit: Decimal
  /** The coins that the limit holds for together. */
  coins: Exposure[]
  coinId: string | null
}

const CENT_OF_A_CENT = '0.0001'

/** value / total as a fraction, or null where there is no total to divide by: nothing is there, or more is owed. */
export function shareOf(value: Decimal, total: Decimal | null): Decimal | null {
  return total === null || compare(total, '0') <= 0 ? null : divide(value, total)
}

/** Every limit that is exceeded now. A share equal to its limit is within it. */
export function breachesOf(total: Decimal | null, exposures: readonly Exposure[], rules: Rules): Breach[] {
  if (total === null || compare(total, '0') <= 0) return []
  return ceilings(exposures, rules).flatMap(({ rule, level, limit, coins, coinId }) => {
    const value = sum(coins.map((coin) => coin.value))
    // Compared by multiplication, not by the cut-off quotient: a breach by the last digit is a breach.
    if (compare(value, multiply(limit, total)) <= 0) return []
    return [{ rule, limit, share: divide(value, total), level, coinId }]
  })
}

/** The book after buying (or selling) `value` USDT of a coin. The total stays: cash turns into the coin or back. */
export function afterTrade(
  book: ExposureSnapshot,
  coin: { coinId: string; early: boolean },
  side: 'buy' | 'sell',
  value: Decimal,
): ExposureSnapshot {
  const before = book.exposures.find((exposure) => exposure.coinId === coin.coinId)?.value ?? '0'
  const after = side === 'buy' ? add(before, value) : compare(before, value) > 0 ? subtract(before, value) : '0'
  const others = book.exposures.filter((exposure) => exposure.coinId !== coin.coinId)
  return { ...book, exposures: [...others, { ...coin, value: after }] }
}

/**
 * The largest further buy, in the currency that it is paid with, that no blocking rule forbids and that what is free of it
 * covers with its fee, cut down to a ten-thousandth; null while shares cannot be computed.
 */
export function largestBuy(
  book: ExposureSnapshot,
  coin: { coinId: string; early: boolean },
  rules: Rules,
  takerFee: Decimal,
  { free, rate }: Money,
): Decimal | null {
  const { total } = book
  if (free === null || rate === null) return null
  const affordable = divide(compare(free, '0') > 0 ? free : '0', add('1', takerFee))
  if (book.exempt.includes(coin.coinId)) return floorTo(affordable, CENT_OF_A_CENT)
  if (total === null || compare(total, '0') <= 0 || !isComputable(book, coin, rules)) return null
  const exposures = projectsIn(afterTrade(book, coin, 'buy', '0'))
  const rooms = ceilings(exposures, rules)
    .filter((ceiling) => ceiling.level === 'block' && ceiling.coins.some((exposure) => exposure.coinId === coin.coinId))
    .map((ceiling) => {
      const used = sum(ceiling.coins.map((exposure) => exposure.value))
      const allowed = multiply(ceiling.limit, total)
      return compare(allowed, used) > 0 ? divide(subtract(allowed, used), rate) : '0'
    })
  return floorTo(rooms.reduce(min, affordable), CENT_OF_A_CENT)
}

/** Whether what the limits of `coin` are checked against is known: its own share, and the others' where they count too. */
export function isComputable(book: ExposureSnapshot, coin: { coinId: string; early: boolean }, rules: Rules): boolean {
  const { basis, level } = rules.earlyStage
  const countsTogether = coin.early && basis === 'together' && level === 'block'
  return !book.unpriced.includes(coin.coinId) && !(countsTogether && book.earlyUnpriced)
}

/** What the limits hold for. */
export const projectsIn = ({ exposures, exempt }: ExposureSnapshot): Exposure[] =>
  exposures.filter(({ coinId }) => !exempt.includes(coinId))

/** The tightest limit that holds for one coin by itself, for display beside its share. */
export function limitFor(early: boolean, rules: Rules): Decimal {
  return early ? min(rules.project.limit, rules.earlyStage.limit) : rules.project.limit
}

function ceilings(exposures: readonly Exposure[], rules: Rules): Ceiling[] {
  const each = (rule: RuleName, { limit, level }: { limit: Decimal; level: RuleLevel }, coins: readonly Exposure[]) =>
    coins.map((coin): Ceiling => ({ rule, level, limit, coins: [coin], coinId: coin.coinId }))
  const early = exposures.filter((exposure) => exposure.early)
  const { limit, level, basis } = rules.earlyStage
  const together: Ceiling[] = [{ rule: 'early-stage', level, limit, coins: early, coinId: null }]
  return [
    ...each('project', rules.project, exposures),
    ...(basis === 'each' ? each('early-stage', rules.earlyStage, early) : together),
  ]
}

/** What the trader has said of his limits over what held before: a field that he left out stays. */
export function mergedRules(before: Rules, input: Input<'rules.save'>, newId: () => string): Rules {
  const { project, earlyStage, own } = input
  const kept = (name: 'reserve' | 'place' | 'narrative') => {
    const rule = input[name] === undefined ? before[name] : input[name]
    return rule == null ? {} : { [name]: rule }
  }
  const rules = own?.map((rule): OwnRule => ({ ...rule, ruleId: rule.ruleId ?? newId() })) ?? before.own ?? []
  return {
    ...{ project, earlyStage, ...kept('reserve'), ...kept('place'), ...kept('narrative') },
    ...(rules.length > 0 && { own: rules }),
  }
}

/** The limits as facts of an entry in the audit log. */
export function ruleFacts({ project, earlyStage, reserve, place, narrative, own = [] }: Rules): Record<string, string> {
  const further = { reserve, place, narrative }
  return {
    project: project.limit,
    projectLevel: project.level,
    early: earlyStage.limit,
    earlyLevel: earlyStage.level,
    earlyBasis: earlyStage.basis,
    ...Object.fromEntries(
      Object.entries(further).flatMap(([name, rule]) => (rule == null ? [] : [[name, `${rule.limit} ${rule.level}`]])),
    ),
    ...(own.length > 0 && {
      own: own
        .map(({ name, limit, level }) => `${name}: ${limit} ${level}`)
        .join(', ')
        .slice(0, 200),
    }),
  }
}
