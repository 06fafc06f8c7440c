// What the services keep of market-data sources: which are on, with which key, how often each was asked, and its last good
// values.

import type { KeyReference, KeySource } from '../../shared/accounts.ts'
import type { Reason } from '../../shared/reasons/reason.ts'
import type { SourceId, SourcePlan } from '../../shared/sources/sources.ts'

/** A key as it is kept: sealed in the vault, or where to find it. */
export interface SourceKeyRow {
  source: KeySource
  keyEnd: string | null
  recordId: string | null
  /** `apiSecret` repeats the place: these keys have no second half. */
  reference: KeyReference | null
}

export interface SourceRow {
  source: SourceId
  enabled: boolean
  plan: SourcePlan | null
  /** What the trader says that his plan allows; `null` for what is documented. */
  perMinute: number | null
  perMonth: number | null
  key: SourceKeyRow | null
  lastAskedAt: string | null
  lastAnswerAt: string | null
  lastError: Reason | null
  restsUntil: string | null
}

/** The last good word of a source on a subject, with its own time. */
export interface SourceValue {
  source: SourceId
  kind: string
  subject: string
  at: string | null
  receivedAt: string
  /** As it was written; whoever reads it looks at its shape first. */
  value: unknown
}

export interface SourceStore {
  transaction<T>(work: () => T): T
  /** A source that was never saved is off. */
  row(source: SourceId): SourceRow
  save(row: SourceRow): void
  /** Requests of each UTC day from `since` on, YYYY-MM-DD. */
  usedSince(source: SourceId, since: string): { day: string; used: number }[]
  /** Counts one request more. Days before `keepFrom` are forgotten. Inside a transaction. */
  countRequest(source: SourceId, day: string, keepFrom: string): void
  values(kind: string): SourceValue[]
  valuesOn(kind: string, subject: string): SourceValue[]
  value(kind: string, source: SourceId, subject: string): SourceValue | null
  saveValues(values: readonly SourceValue[]): void
  /** Forgets those of this kind that came before. */
  forgetValues(kind: string, before: string): void
  /** The source's own name for each coin, as far as it is known for certain. */
  remoteIds(source: SourceId): Map<string, string>
  saveRemoteId(source: SourceId, coinId: string, remoteId: string, basis: 'contract' | 'confirmed', at: string): void
  /** Its name for a coin was not certain after all: it goes, with everything that came by it. */
  dropRemoteId(source: SourceId, coinId: string): void
}
