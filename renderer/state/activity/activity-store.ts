// The entries that are shown, what they were asked for by, and what the last verification said.

import { create } from 'zustand'
import type { AuditEntry, AuditKind, AuditReport } from '../../../shared/audit.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

export interface Question {
  /** `plain` tells the uses of keys in sentences; `log` shows every entry. */
  view: 'plain' | 'log'
  kind: AuditKind | 'all'
  search: string
  /** Only what is about this account; `null` for all. */
  subject: string | null
}

interface ActivityState extends Question {
  entries: Loadable<AuditEntry[]>
  /** Earlier entries may be had. */
  hasMore: boolean
  report: Loadable<AuditReport>
  put: (step: Partial<Loadable<AuditEntry[]>>) => void
  putReport: (step: Partial<Loadable<AuditReport>>) => void
  set: (change: Partial<Question & { hasMore: boolean }>) => void
}

export const useActivity = create<ActivityState>()((set) => ({
  view: 'plain',
  kind: 'all',
  search: '',
  subject: null,
  entries: NOT_LOADED,
  hasMore: false,
  report: NOT_LOADED,
  put: (step) => set((state) => ({ entries: { ...state.entries, ...step } })),
  putReport: (step) => set((state) => ({ report: { ...state.report, ...step } })),
  set: (change) => set(change),
}))

/**
 * What is shown once news has come: the news before what was read, when they join; else the news alone, since entries
 * between them would be missing.
 */
export function withNews(shown: readonly AuditEntry[], news: readonly AuditEntry[], isWhole: boolean): AuditEntry[] {
  const newest = shown[0]?.seq ?? 0
  const joins = isWhole || news.some(({ seq }) => seq <= newest)
  return joins ? [...news.filter(({ seq }) => seq > newest), ...shown] : [...news]
}
