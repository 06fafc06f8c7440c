// Keeps what a portfolio is worth today: one row a day, the last that was seen. What nobody can tell today is not kept.

import type { Portfolio } from '../../../shared/portfolio.ts'
import { AppError } from '../../../shared/result.ts'
import type { ValueDayStore } from '../../ports/ledger.ts'

/** A day's value is written again only now and then: it changes with every price. */
const EVERY_MS = 10 * 60_000

/** Builds it; answers with the portfolio that it was given. */
export function createValueKeeper(values: ValueDayStore, now: () => string): (portfolio: Portfolio) => Portfolio {
  const written = new Map<string, { day: string; at: number }>()
  return (portfolio) => {
    const { environment, asOf, total, accounts, unpriced } = portfolio
    const at = now()
    const day = at.slice(0, 10)
    // Balances of another day say nothing of this one.
    const isOfToday = accounts.length === 0 || asOf?.slice(0, 10) === day
    const last = written.get(environment)
    const isDue = last?.day !== day || Math.abs(Date.parse(at) - last.at) >= EVERY_MS
    if (total === null || !isOfToday || !isDue) return portfolio
    try {
      values.saveValue({ environment, day, at, value: total, unpriced })
      written.set(environment, { day, at: Date.parse(at) })
    } catch (error) {
      // A disk that is full keeps nobody from seeing what he has.
      if (!(error instanceof AppError)) throw error
    }
    return portfolio
  }
}
