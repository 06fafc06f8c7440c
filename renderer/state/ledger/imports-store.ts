// A file that is being imported: what the trader says of it, what would become of it, and what was imported before.

import { create } from 'zustand'
import type { ImportPreview, ImportReport } from '../../../shared/ledger/imports.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

/** A file by its path, or what was pasted. */
export type ImportSource = { path: string } | { text: string }

/** Empty where the file says it, or the trader has said nothing yet. */
export interface ImportTerms {
  format: string
  timeZone: string
  accountId: string
}

interface ImportsState extends ImportTerms {
  source: ImportSource | null
  preview: Loadable<ImportPreview>
  /** The trader leaves out what cannot be read. */
  withoutBadRows: boolean
  committing: boolean
  past: Loadable<ImportReport[]>
  put: (step: Partial<Loadable<ImportPreview>>) => void
  putPast: (step: Partial<Loadable<ImportReport[]>>) => void
  set: (patch: Partial<ImportTerms & Pick<ImportsState, 'withoutBadRows' | 'committing'>>) => void
  /** Another file: nothing that was said of the one before holds of it. */
  open: (source: ImportSource | null) => void
}

const NOTHING_SAID: ImportTerms = { format: '', timeZone: '', accountId: '' }

export const useImports = create<ImportsState>()((set) => ({
  ...NOTHING_SAID,
  source: null,
  preview: NOT_LOADED,
  withoutBadRows: false,
  committing: false,
  past: NOT_LOADED,
  put: (step) => set((state) => ({ preview: { ...state.preview, ...step } })),
  putPast: (step) => set((state) => ({ past: { ...state.past, ...step } })),
  set: (patch) => set(patch),
  open: (source) => set({ ...NOTHING_SAID, source, preview: NOT_LOADED, withoutBadRows: false }),
}))
