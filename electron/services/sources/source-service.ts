// The sources of market data as settings show and change them: on or off, key, plan, budget. What is off is never asked.

import type { Input } from '../../../shared/contract/contract.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import { SOURCE_IDS, type Source, type SourceId, type SourceKey } from '../../../shared/sources/sources.ts'
import type { Audit } from '../../ports/operations.ts'
import type { SourceKeyRow, SourceRow, SourceStore } from '../../ports/sources.ts'
import type { RequestGate } from './request-gate.ts'
import type { SourceKeys } from './source-keys.ts'

export interface SourceServiceParts {
  store: SourceStore
  keys: Pick<SourceKeys, 'enter' | 'keep' | 'isConfirmed'>
  requestGate: Pick<RequestGate, 'budget' | 'renewed'>
  audit: Audit
  /** The machine that this source is asked at in place of its own; `null` for its own. */
  hostOf: (source: SourceId) => string | null
  /** What one refresh of everything costs, in requests. */
  perRefresh: (source: SourceId) => number
  /** Asks it now; whatever goes wrong is the source's `lastError`. */
  refresh: (source: SourceId) => Promise<void>
  changed: (sources: Source[]) => void
  /** A source was switched, or has another key. */
  saved: (source: SourceId) => void
}

export interface SourceService {
  list(): Source[]
  /** @throws AppError `BAD_INPUT`, `VAULT_LOCKED`, `NOT_ALLOWED` */
  save(change: Input<'sources.save'>): Promise<Source>
  /** @throws AppError `NOT_ALLOWED` for a source that is off, or that has no key and needs one */
  refresh(input: Input<'sources.refresh'>): Promise<Source>
  /** Tells the page of all sources. */
  tell(): void
}

/** Builds the service. */
export function createSourceService(parts: SourceServiceParts): SourceService {
  const { store, keys, requestGate, audit } = parts
  const keyOf = (key: SourceKeyRow): SourceKey => ({
    source: key.source,
    keyEnd: key.keyEnd,
    place: key.reference?.apiKey ?? null,
    isConfirmed: keys.isConfirmed(key),
  })
  const shown = (source: SourceId): Source => {
    const { name, kind, needsKey, plans, address, attribution } = sourceFacts(source)
    const row = store.row(source)
    const plan = row.plan ?? plans[0] ?? null
    const host = new URL(parts.hostOf(source) ?? address(plan).base).host
    return {
      ...{ source, name, kind, enabled: row.enabled, needsKey, hasKey: row.key !== null },
      key: row.key === null ? null : keyOf(row.key),
      plan,
      budget: requestGate.budget(source, parts.perRefresh(source)),
      hosts: [host],
      ...{ lastAskedAt: row.lastAskedAt, lastAnswerAt: row.lastAnswerAt, lastError: row.lastError },
      restsUntil: row.restsUntil,
      attribution: attribution && { text: reason('ATTRIBUTION', { name, as: attribution.as }), url: attribution.url },
    }
  }
  const list = () => SOURCE_IDS.map(shown)
  const tell = () => parts.changed(list())

  return {
    list,
    tell,
    save: async (change) => {
      const { source, enabled, reference } = change
      assertFits(change)
      const entered = await keys.enter(source, change)
      store.transaction(() => {
        // Read after the wait: whatever was asked meanwhile is in it.
        const before = store.row(source)
        const isOther = entered !== null || reference === null
        const key = isOther ? keys.keep(source, before.key, entered) : before.key
        if (enabled !== before.enabled) {
          audit({ kind: 'app', event: enabled ? 'source-on' : 'source-off', subject: source })
        }
        const after = changedRow({ ...before, key }, change)
        const isRenewed = isOther || after.plan !== before.plan || (enabled && !before.enabled)
        if (isRenewed) requestGate.renewed(source)
        store.save(isRenewed ? { ...after, restsUntil: null, lastError: null } : after)
      })
      parts.saved(source)
      tell()
      return shown(source)
    },
    refresh: async ({ source }) => {
      const row = store.row(source)
      if (!row.enabled) throw new AppError('NOT_ALLOWED', reason('SOURCE_OFF'))
      if (sourceFacts(source).needsKey && row.key === null) {
        throw new AppError('NOT_ALLOWED', reason('SOURCE_NEEDS_KEY'))
      }
      await parts.refresh(source)
      return shown(source)
    },
  }
}

const changedRow = (row: SourceRow, { enabled, plan, perMinute, perMonth }: Input<'sources.save'>): SourceRow => ({
  ...row,
  enabled,
  plan: plan ?? row.plan,
  perMinute: perMinute ?? row.perMinute,
  perMonth: perMonth ?? row.perMonth,
})

/** @throws AppError `BAD_INPUT` for what this source does not have */
function assertFits({ source, apiKey, reference, plan, perMonth }: Input<'sources.save'>): void {
  const { needsKey, plans } = sourceFacts(source)
  const isKeyed = apiKey !== undefined || (reference !== undefined && reference !== null)
  if (isKeyed && !needsKey) throw new AppError('BAD_INPUT', reason('SOURCE_TAKES_NO_KEY'))
  if (plan !== undefined && !plans.includes(plan)) throw new AppError('BAD_INPUT', reason('SOURCE_HAS_NO_PLANS'))
  if (perMonth !== undefined && !needsKey) throw new AppError('BAD_INPUT', reason('SOURCE_HAS_NO_MONTH'))
}
