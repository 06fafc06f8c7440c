// The palette: whether it is open, what is typed, and what was found for it.

import { create } from 'zustand'
import type { SearchHit } from '../../../shared/search/search.ts'

interface PaletteState {
  open: boolean
  typed: string
  /** `null` until the answer for what is typed is here. */
  hits: readonly SearchHit[] | null
  /** The text that they were found for. */
  hitsOf: string
  set: (patch: Partial<Pick<PaletteState, 'open' | 'typed' | 'hits' | 'hitsOf'>>) => void
}

export const usePalette = create<PaletteState>()((set) => ({
  open: false,
  typed: '',
  hits: null,
  hitsOf: '',
  set: (patch) => set(patch),
}))

/** What was found for the text that stands in the field: Enter must never open what an earlier text has found. `null` while nobody knows. */
export const hitsOfText = ({ typed, hits, hitsOf }: Pick<PaletteState, 'typed' | 'hits' | 'hitsOf'>) =>
  hitsOf === typed ? hits : null
