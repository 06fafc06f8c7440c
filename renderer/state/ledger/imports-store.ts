// A file that is being imported: what the trader says of it, what would become of it, and what was imported before.

import { create } from 'zustand'
import type {
  ColumnMapping,
  FileColumns,
  ImportPreview,
  ImportProgress,
  ImportReport,
} from '../../../shared/ledger/imports.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

/** A file by its path, or what was pasted. */
export type ImportSource = { path: string } | { text: string }

/** Empty where the file says it, or the trader has said nothing yet. */
export interface ImportTerms {
  format: string
  timeZone: string
  accountId: string
  /** Which column of a file in nobody's form says what; `null` where that is not said. */
  mapping: ColumnMapping | null
}

interface ImportsState extends ImportTerms {
  source: ImportSource | null
  preview: Loadable<ImportPreview>
  /** The trader leaves out what cannot be read. */
  withoutBadRows: boolean
  committing: boolean
  /** How far the commit is; `null` while nothing is told of it. */
  progress: ImportProgress | null
  /** The names of the file's columns, where the trader is asked what they say. */
  columns: Loadable<FileColumns>
  past: Loadable<ImportReport[]>
  put: (step: Partial<Loadable<ImportPreview>>) => void
  putColumns: (step: Partial<Loadable<FileColumns>>) => void
  putPast: (step: Partial<Loadable<ImportReport[]>>) => void
  set: (patch: Partial<ImportTerms & Pick<ImportsState, 'withoutBadRows' | 'committing' | 'progress'>>) => void
  /** Another file: nothing that was said of the one before holds of it. */
  open: (source: ImportSource | null) => void
}

const NOTHING_SAID: ImportTerms = { format: '', timeZone: '', accountId: '', mapping: null }

export const useImports = create<ImportsState>()((set) => ({
  ...NOTHING_SAID,
  source: null,
  preview: NOT_LOADED,
  withoutBadRows: false,
  committing: false,
  progress: null,
  columns: NOT_LOADED,
  past: NOT_LOADED,
  put: (step) => set((state) => ({ preview: { ...state.preview, ...step } })),
  putColumns: (step) => set((state) => ({ columns: { ...state.columns, ...step } })),
  putPast: (step) => set((state) => ({ past: { ...state.past, ...step } })),
  set: (patch) => set(patch),
  open: (source) => set({ ...NOTHING_SAID, source, preview: NOT_LOADED, columns: NOT_LOADED, withoutBadRows: false }),
}))
