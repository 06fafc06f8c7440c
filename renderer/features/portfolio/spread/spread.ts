// How the value of a portfolio is spread: by project, narrative, stage, place or exchange. What is spread adds up to what there
// is, to the last digit. Pure.

import type { Account } from '../../../../shared/accounts.ts'
import type { Coin, ListingStage } from '../../../../shared/coin.ts'
import { add, compare, type Decimal, divide, isZero, proportion, subtract, sum } from '../../../../shared/decimal.ts'
import type { Holding, Portfolio } from '../../../../shared/portfolio.ts'

export const SPREADS = ['project', 'narrative', 'stage', 'place', 'exchange'] as const
export type SpreadBy = (typeof SPREADS)[number]

/** A part of the portfolio. `cash` and `other` stand for themselves. */
export interface SpreadLine {
  id: string
  value: Decimal
  /** Of the total; `null` where there is none. */
  share: Decimal | null
  /** How many coins are in it. */
  coins: number
}

export interface Known {
  coins: readonly Coin[]
  accounts: readonly Account[]
}

/** What has no narrative, place or exchange. */
export const NONE = '(none)'

/** A value in parts by their weights; the last takes the rest, so that nothing is lost. Equal parts where all weigh nothing. */
export function splitValue(value: Decimal, weights: readonly Decimal[]): Decimal[] {
  const whole = sum(weights)
  const even = isZero(whole)
  const of = even ? String(weights.length) : whole
  const parts = weights.map((weight) => proportion(value, even ? '1' : weight, of))
  const rest = subtract(value, sum(parts.slice(0, -1)))
  return [...parts.slice(0, -1), rest]
}

const STAGE_RANK: Record<ListingStage, number> = { listed: 3, 'limit-only': 2, delisted: 1, unknown: 0 }

/** The stage of a coin over all exchanges: the best there is, or that none is known to list it. */
export function stageOf(coin: Coin | undefined): ListingStage | 'early' {
  if (coin === undefined) return 'unknown'
  if (coin.early) return 'early'
  const latest = new Map<string | null, Coin['stages'][number]>()
  for (const stage of coin.stages) {
    const before = latest.get(stage.venue)
    if (before === undefined || before.asOf <= stage.asOf) latest.set(stage.venue, stage)
  }
  const [best] = [...latest.values()].map(({ stage }) => stage).toSorted((a, b) => STAGE_RANK[b] - STAGE_RANK[a])
  return best ?? 'unknown'
}

/** Where the parts of a holding count, each with how much it weighs. */
function keysOf(holding: Holding, by: SpreadBy, { coins, accounts }: Known): [string, Decimal][] {
  const coin = () => coins.find(({ id }) => id === holding.coinId)
  if (by === 'project') return [[holding.coinId, '1']]
  if (by === 'stage') return [[stageOf(coin()), '1']]
  if (by === 'narrative') {
    const narratives = coin()?.narratives ?? []
    return narratives.length === 0 ? [[NONE, '1']] : narratives.map((name) => [name, '1'])
  }
  const venueOf = (accountId: string | null) =>
    accounts.find((account) => account.accountId === accountId)?.venue ?? NONE
  const isValued = holding.parts.every(({ value }) => value !== null)
  const parts = holding.parts.map(({ accountId, amount, value }): [string, Decimal] => [
    by === 'place' ? (accountId ?? NONE) : venueOf(accountId),
    (isValued ? value : null) ?? amount,
  ])
  return parts.length === 0 ? [[NONE, '1']] : parts
}

/** The cash of an environment by where it lies; all in one elsewhere than by place and exchange. */
function cashOf({ accounts, cash }: Portfolio, by: SpreadBy, known: Known): [string, Decimal][] {
  if (by !== 'place' && by !== 'exchange') {
    return [['cash', sum(cash.map(({ amount }) => amount))]]
  }
  return accounts.flatMap(({ accountId, cash: there }): [string, Decimal][] => {
    if (there === null) return []
    const venue = known.accounts.find((account) => account.accountId === accountId)?.venue ?? NONE
    return [[by === 'place' ? accountId : venue, there]]
  })
}

/** The parts with a value, the largest first, then other assets and cash. */
export function spreadOf(portfolio: Portfolio, by: SpreadBy, known: Known): SpreadLine[] {
  const values = new Map<string, Decimal>()
  const coins = new Map<string, Set<string>>()
  const put = (id: string, value: Decimal, coinId: string | null) => {
    values.set(id, add(values.get(id) ?? '0', value))
    const held = coins.get(id) ?? new Set()
    coins.set(id, held)
    if (coinId !== null) held.add(coinId)
  }
  for (const holding of portfolio.holdings) {
    if (holding.value === null) continue
    const keys = keysOf(holding, by, known)
    const parts = splitValue(
      holding.value,
      keys.map(([, weight]) => weight),
    )
    for (const [at, [id]] of keys.entries()) put(id, parts[at] ?? '0', holding.coinId)
  }
  for (const [id, value] of cashOf(portfolio, by, known)) put(id, value, null)
  const other = sum(portfolio.assets.flatMap(({ value }) => value ?? []))
  if (!isZero(other)) put('other', other, null)
  const { total } = portfolio
  const last = (id: string) => Number(id === 'other') + 2 * Number(id === 'cash')
  return [...values]
    .filter(([, value]) => !isZero(value))
    .map(([id, value]) => ({
      ...{ id, value, coins: coins.get(id)?.size ?? 0 },
      share: total === null || isZero(total) ? null : divide(value, total),
    }))
    .toSorted((a, b) => last(a.id) - last(b.id) || compare(b.value, a.value))
}

/** Colours tell so many parts apart. */
export const TOLD_APART = 12

/** What a picture draws: the largest parts, then all the rest in one, then what stands for itself. */
export function drawnParts(lines: readonly SpreadLine[]): SpreadLine[] {
  const plain = lines.filter(({ id }) => id === 'cash' || id === 'other')
  const own = lines.filter(({ id }) => id !== 'cash' && id !== 'other')
  const rest = own.slice(TOLD_APART)
  if (rest.length < 2) return [...own, ...plain]
  const shares = rest.flatMap(({ share }) => share ?? [])
  const others: SpreadLine = {
    ...{ id: OTHERS, value: sum(rest.map(({ value }) => value)), coins: countOf(rest.map(({ coins }) => coins)) },
    share: shares.length === 0 ? null : sum(shares),
  }
  return [...own.slice(0, TOLD_APART), others, ...plain]
}

export const OTHERS = '(others)'

const countOf = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

export interface Concentration {
  /** Shares of the total: of the largest project, of the three and of the five largest. */
  largest: { of: 1 | 3 | 5; share: Decimal }[]
  /** So many equal projects would be as concentrated; without cash and other assets. `null` where there is none. */
  like: number | null
}

/** How much hangs on few projects. */
export function concentrationOf(lines: readonly SpreadLine[]): Concentration {
  const own = lines.filter(({ id }) => id !== 'cash' && id !== 'other')
  const shares = own.flatMap(({ share }) => share ?? []).toSorted((a, b) => compare(b, a))
  const invested = Number(sum(shares))
  // A measure for the eye: nothing is ordered or limited by it.
  const squares = shares.reduce((all, share) => all + (Number(share) / invested) ** 2, 0)
  return {
    largest: ([1, 3, 5] as const)
      .filter((of) => shares.length >= of)
      .map((of) => ({ of, share: sum(shares.slice(0, of)) })),
    like: shares.length === 0 || !(invested > 0) ? null : 1 / squares,
  }
}
