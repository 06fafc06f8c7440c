// Sums of bookings by asset, by place and by year, kept up with each booking, so that no total is ever counted again. Pure.

import { add, type Decimal, isZero, subtract } from '../../../shared/decimal.ts'
import type { Booking } from '../../../shared/ledger/ledger.ts'
import type { MissingEntry, PlaceResult, ResultSums, YearResult } from '../../../shared/ledger/results.ts'
import { assetKey } from './asset-book.ts'

const EMPTY: ResultSums = { proceeds: '0', cost: '0', realised: '0', income: '0', fees: '0', unknown: '0' }

export interface Tally {
  count(booking: Booking): void
  /** Of one asset, in one year or in all. */
  sums(key: string, year: number | null): ResultSums
  /** Of each place, in one year or in all. */
  places(year: number | null): Omit<PlaceResult, 'heldCost' | 'unrealised'>[]
  /** Of each year in which something was booked, the newest first. */
  years(): YearResult[]
  missing(year: number | null): readonly MissingEntry[]
}

type ByYear = Map<number, ResultSums>

/** Builds a tally of nothing. */
export function createTally(): Tally {
  const byAsset = new Map<string, ByYear>()
  const byPlace = new Map<string, ByYear>()
  const ofAll: ByYear = new Map()
  const missing: MissingEntry[] = []
  return {
    count: (booking) => {
      const { entryId, at, accountId, coinId, asset, outcome, unknown } = booking
      if (!isZero(unknown)) missing.push({ entryId, at, accountId, coinId, asset, outcome, amount: unknown })
      if (outcome === 'left' || outcome === 'moved') return
      const year = yearOf(at)
      for (const years of [yearsOf(byAsset, assetKey(booking)), yearsOf(byPlace, accountId), ofAll]) {
        years.set(year, counted(years.get(year) ?? EMPTY, booking))
      }
    },
    sums: (key, year) => sumOf(byAsset.get(key) ?? new Map(), year),
    places: (year) =>
      [...byPlace]
        .filter(([, years]) => year === null || years.has(year))
        .map(([accountId, years]) => ({ accountId, ...sumOf(years, year) }))
        .toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1)),
    years: () => [...ofAll].map(([year, sums]) => ({ year, ...sums })).toSorted((a, b) => b.year - a.year),
    missing: (year) => (year === null ? missing : missing.filter(({ at }) => yearOf(at) === year)),
  }
}

function yearsOf(sums: Map<string, ByYear>, name: string): ByYear {
  const years: ByYear = sums.get(name) ?? new Map()
  sums.set(name, years)
  return years
}

const sumOf = (years: ByYear, year: number | null): ResultSums =>
  year === null ? [...years.values()].reduce(together, EMPTY) : (years.get(year) ?? EMPTY)

/** The year in UTC. */
export const yearOf = (at: string): number => Number(at.slice(0, 4))

/** Both sums in one. */
export function together(one: ResultSums, other: ResultSums): ResultSums {
  return {
    proceeds: add(one.proceeds, other.proceeds),
    cost: add(one.cost, other.cost),
    realised: add(one.realised, other.realised),
    income: add(one.income, other.income),
    fees: add(one.fees, other.fees),
    unknown: add(one.unknown, other.unknown),
  }
}

/** Over the parts whose result is known, so that proceeds, cost and result are of the same amounts. */
function counted(before: ResultSums, { outcome, parts, result, unknown }: Booking): ResultSums {
  const sums = { ...before, unknown: add(before.unknown, unknown) }
  if (outcome === 'income') return { ...sums, income: add(sums.income, result ?? '0') }
  if (outcome === 'spent') return { ...sums, fees: subtract(sums.fees, result ?? '0') }
  const known = parts.filter((part) => part.result !== null)
  const total = (values: (Decimal | null)[]) => values.reduce<Decimal>((sum, value) => add(sum, value ?? '0'), '0')
  return {
    ...sums,
    proceeds: add(sums.proceeds, total(known.map(({ proceeds }) => proceeds))),
    cost: add(sums.cost, total(known.map(({ cost }) => cost))),
    realised: add(sums.realised, result ?? '0'),
  }
}
