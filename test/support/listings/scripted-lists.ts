// Public lists that a script speaks for: raw entries in each exchange's own words, read by the app's readers of stages.

import { adapterOf } from '../../../electron/exchanges/registry.ts'
import type { ListedMarket, MarketLists } from '../../../electron/ports/market-lists.ts'

/** An entry of a list as its exchange spells it; `null`: it is not on the list. */
export type Entry = Record<string, unknown> | null

/** From `at` on, milliseconds since 1970, the list says this of a market. */
export interface Step {
  market: string
  at: number
  entry: Entry
  contracts?: string[] | null
}

export interface ScriptedLists extends MarketLists {
  /** Requests so far, by exchange. */
  reads(venue: string): number
  /** What the next reads do instead: `null` is the script again. */
  break(venue: string, how: (() => Promise<never>) | ((all: ListedMarket[]) => ListedMarket[]) | null): void
  switchOff(venue: string): void
  switchOn(venue: string): void
}

export interface ScriptedVenue {
  steps: readonly Step[]
  /** So many further markets, of coins that are none of the trader's. */
  others?: number
  /** What the exchange's clock is ahead of the machine's, milliseconds; `null`: it tells no time. */
  aheadMs?: number | null
}

/** Lists over scripts; `now` is the true time, `wall` what this machine's clock shows. */
export function scriptedLists(
  scripts: Record<string, ScriptedVenue>,
  now: () => number,
  wall: () => number = now,
): ScriptedLists {
  const counts = new Map<string, number>()
  const broken = new Map<string, Parameters<ScriptedLists['break']>[1]>()
  const off = new Set<string>()
  const venues = Object.keys(scripts)
  const iso = (at: number) => new Date(at).toISOString()
  const listOf = (venue: string, at: number): ListedMarket[] => {
    const { steps = [], others = 0 } = scripts[venue] ?? {}
    const last = new Map<string, Step>()
    for (const step of steps.toSorted((a, b) => a.at - b.at)) if (step.at <= at) last.set(step.market, step)
    const told = [...last.values()].flatMap(({ market, entry, contracts = null }) => {
      if (entry === null) return []
      const read = adapterOf(venue).stage?.(entry, at) ?? { stage: 'unknown' as const }
      return [listed(venue, market, { opensAt: null, closesAt: null, ...read, contracts })]
    })
    const more = Array.from({ length: others }, (_, n) => listed(venue, `X${n}/USDT`, { stage: 'trading' }))
    return [...told, ...more]
  }
  return {
    venues: () => venues.filter((venue) => !off.has(venue)),
    read: async (venue) => {
      counts.set(venue, (counts.get(venue) ?? 0) + 1)
      const ahead = scripts[venue]?.aheadMs
      const at = now() + (ahead ?? 0)
      const told = ahead === null ? null : iso(at)
      const how = broken.get(venue) ?? null
      const all = listOf(venue, at)
      const markets = how === null ? all : await how(all)
      return { markets, at: told, receivedAt: iso(wall()) }
    },
    reads: (venue) => counts.get(venue) ?? 0,
    break: (venue, how) => void broken.set(venue, how),
    switchOff: (venue) => void off.add(venue),
    switchOn: (venue) => void off.delete(venue),
  }
}

/** A market of a list. */
export function listed(venue: string, market: string, more: Partial<ListedMarket> = {}): ListedMarket {
  const [base = '', quote = ''] = market.split('/')
  return { venue, market, base, quote, stage: 'trading', opensAt: null, closesAt: null, contracts: null, ...more }
}
