// The entries that are shown, what they were asked for by, and what the last verification said.

import { create } from 'zustand'
import type { AuditEntry, AuditKind, AuditReport } from '../../../shared/audit.ts'
import { type Loadable, NOT_LOADED } from '../../loadable.ts'

interface ActivityState {
  entries: Loadable<AuditEntry[]>
  kind: AuditKind | 'all'
  search: string
  /** Earlier entries may be had. */
  hasMore: boolean
  report: Loadable<AuditReport>
  put: (step: Partial<Loadable<AuditEntry[]>>) => void
  putReport: (step: Partial<Loadable<AuditReport>>) => void
  set: (change: Partial<Pick<ActivityState, 'kind' | 'search' | 'hasMore'>>) => void
}

export const useActivity = create<ActivityState>()((set) => ({
  entries: NOT_LOADED,
  kind: 'all',
  search: '',
  hasMore: false,
  report: NOT_LOADED,
  put: (step) => set((state) => ({ entries: { ...state.entries, ...step } })),
  putReport: (step) => set((state) => ({ report: { ...state.report, ...step } })),
  set: (change) => set(change),
}))
