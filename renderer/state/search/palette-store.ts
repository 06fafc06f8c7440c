// The palette: whether it is open, what is typed, and what was found for it.

import { create } from 'zustand'
import type { SearchHit } from '../../../shared/search/search.ts'

interface PaletteState {
  open: boolean
  typed: string
  hits: readonly SearchHit[]
  set: (patch: Partial<Pick<PaletteState, 'open' | 'typed' | 'hits'>>) => void
}

export const usePalette = create<PaletteState>()((set) => ({
  open: false,
  typed: '',
  hits: [],
  set: (patch) => set(patch),
}))
