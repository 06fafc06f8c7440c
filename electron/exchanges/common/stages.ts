// What the readers of a market's stage share: words, times, and an end that is told. Above each reader stands what was read on
// 2026-11-29, from stored copies with their own dates, and what no page confirms.

import type { MarketStage } from '../../../shared/markets/market-stages.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { MarketListing } from '../../ports/venue.ts'

export type Staged = Pick<MarketListing, 'stage' | 'opensAt' | 'closesAt' | 'takes'>

/** What one entry says; what is not told is not there. */
export type ToldStage = Partial<Staged> & { stage: MarketStage }

/** Reads the stage from a market's entry. `now`: by the exchange's clock, milliseconds since 1970. */
export type StageReader = (info: unknown, now: number) => ToldStage

/** A word of the entry in small letters. */
export const word = (info: unknown, name: string): string => (textOf(member(info, name)) ?? '').toLowerCase()
/** What a table has under a word of the exchange's; a word such as `constructor` stands in none. */
export const named = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined
/** A flag that is set. */
export const isSet = (info: unknown, name: string): boolean => member(info, name) === true

/** Milliseconds since 1970 of a field in milliseconds; `null` where it is empty or zero. */
export function millis(value: unknown): number | null {
  const text = textOf(value)
  const at = text !== null && /^\d{10,15}$/.test(text) ? Number(text) : 0
  return at > 0 ? at : null
}

/** `null` for none. */
export const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
/** A moment that is still to come. */
export const ahead = (at: number | null, now: number): number | null => (at !== null && at > now ? at : null)
/** An opening is told until it has come; one that is a little late is told still. */
const LATE_MS = 600_000
export const due = (at: number | null, now: number): string | null => iso(ahead(at, now - LATE_MS))

/** A market that trades, but whose end is told. */
export function untilIts(end: number | null, now: number): ToldStage {
  if (end === null) return { stage: 'trading' }
  return { stage: end > now ? 'delisting' : 'delisted', closesAt: iso(end) }
}
