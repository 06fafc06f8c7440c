// Asks a source: only one that is on, within its budget, with its key where it needs one; and keeps what that came to.

import type { Reason } from '../../../shared/reasons/reason.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import type { SourceId } from '../../../shared/sources/sources.ts'
import type { MarketData, ReadKind, Reads } from '../../ports/market-data.ts'
import type { SourceStore } from '../../ports/sources.ts'
import type { Clock } from '../../ports/system.ts'
import type { KeyUse } from '../../ports/vault.ts'
import type { RequestGate } from './request-gate.ts'
import type { SourceKeys } from './source-keys.ts'

export type Asked<Row> =
  | { ok: true; rows: Row[]; at: string | null; receivedAt: string }
  | { ok: false; why: Reason /** True where nothing was sent. */; unasked: boolean }

/** What is read beside prices and markets, by a schedule of its own. */
const BESIDE: readonly ReadKind[] = ['assets', 'announcements']

export interface SourceClient {
  /** One request. @throws never */
  ask<K extends ReadKind>(source: SourceId, kind: K, of: Reads[K]['of']): Promise<Asked<Reads[K]['row']>>
  /** Why it cannot be asked now; `null` where it can. */
  problem(source: SourceId): Reason | null
}

export interface SourceClientParts {
  store: Pick<SourceStore, 'row'>
  requests: Pick<RequestGate, 'problem' | 'take' | 'answered' | 'failed' | 'generation'>
  keys: Pick<SourceKeys, 'take'>
  data: Pick<MarketData, 'read'>
  clock: Pick<Clock, 'now'>
  hostOf: (source: SourceId) => string | null
  isUnlocked: () => boolean
}

/** Builds it. */
export function createSourceClient(parts: SourceClientParts): SourceClient {
  const { store, requests, keys, data, clock, hostOf } = parts
  const problem = (source: SourceId): Reason | null => {
    const row = store.row(source)
    const why = requests.problem(source)
    if (why !== null || !sourceFacts(source).needsKey) return why
    if (row.key === null) return reason('SOURCE_NEEDS_KEY')
    return parts.isUnlocked() ? null : reason('VAULT_LOCKED')
  }
  return {
    problem,
    ask: async (source, kind, of) => {
      let key: KeyUse | null = null
      const why = problem(source)
      if (why !== null) return { ok: false, why, unasked: true }
      try {
        if (sourceFacts(source).needsKey) key = keys.take(source)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        return { ok: false, why: error.reason, unasked: true }
      }
      const late = requests.take(source)
      if (late !== null) return { ok: false, why: late, unasked: true }
      // A key that is put in while this one's answer is under way is not refused with it.
      const generation = requests.generation(source)
      const { plan } = store.row(source)
      const { plans } = sourceFacts(source)
      const answer = await data.read({ source, plan: plan ?? plans[0] ?? null, host: hostOf(source), kind, of }, key)
      if (!answer.ok) {
        // Prices and lists of markets do not rest because of it; a pause that is asked for holds for everything.
        const isBeside = BESIDE.includes(kind) && answer.trouble.kind !== 'limit'
        if (!isBeside) requests.failed(source, answer.trouble, generation)
        return { ok: false, why: answer.trouble.why, unasked: false }
      }
      requests.answered(source)
      return { ok: true, rows: answer.rows, at: answer.at, receivedAt: new Date(clock.now()).toISOString() }
    },
  }
}
