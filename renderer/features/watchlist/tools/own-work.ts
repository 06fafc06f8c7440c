// What the trader's own work says of coins: when the next thing is due, and how much of the portfolio each is.

import type { Airdrop, AirdropTask } from '../../../../shared/airdrops/airdrops.ts'
import type { Decimal } from '../../../../shared/decimal.ts'
import type { Portfolio } from '../../../../shared/portfolio.ts'
import { endOf } from '../../../ui/table/filters.ts'

/** From these nothing is due any more. */
const OVER: readonly string[] = ['claimed', 'sold', 'missed', 'not-eligible', 'skipped']

interface Work {
  airdrops: readonly Airdrop[] | null
  tasks: readonly AirdropTask[] | null
}

let last: { of: Work; minute: number; deadlines: ReadonlyMap<string, string> } | null = null

const MINUTE_MS = 60_000

/** The next deadline of each coin that has one to come, as a day or a moment. Gone through anew once a minute at most. */
export function nextDeadlines({ airdrops, tasks }: Work, now: number): ReadonlyMap<string, string> {
  const minute = Math.floor(now / MINUTE_MS)
  if (last?.of.airdrops === airdrops && last.of.tasks === tasks && last.minute === minute) return last.deadlines
  const deadlines = new Map<string, string>()
  const note = (coinId: string, at: string | null) => {
    if (at === null || endOf(at) < now) return
    const known = deadlines.get(coinId)
    if (known === undefined || endOf(at) < endOf(known)) deadlines.set(coinId, at)
  }
  for (const { coinId, deadline, progress } of airdrops ?? []) if (!OVER.includes(progress)) note(coinId, deadline)
  for (const { coinId, dueAt, state } of tasks ?? []) if (state === 'open') note(coinId, dueAt)
  last = { of: { airdrops, tasks }, minute, deadlines }
  return deadlines
}

/** Each held coin's share; null where it has no price. */
export function sharesOf(portfolio: Portfolio | null): ReadonlyMap<string, Decimal | null> {
  return new Map(portfolio?.holdings.map(({ coinId, share }) => [coinId, share]))
}
