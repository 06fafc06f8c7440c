// The last change that can be taken back, and whether the trader has asked for that by key.

import { create } from 'zustand'
import type { UndoStep } from '../../../shared/undo/undo.ts'

interface UndoState {
  /** What was just done; `null` once it was taken back, or put away. */
  step: UndoStep | null
  /** The keys were pressed, and nobody has taken that up: the bar may not be loaded yet. */
  asked: boolean
  /** Rises once something was taken back and is read anew: fields that hold what was typed begin again then. */
  undone: number
  note: (step: UndoStep | null) => void
  ask: () => void
  /** Whether the keys were pressed since it was asked last. */
  takeAsked: () => boolean
  tookBack: () => void
}

export const useUndo = create<UndoState>()((set, get) => ({
  step: null,
  asked: false,
  undone: 0,
  note: (step) => set({ step }),
  ask: () => set({ asked: true }),
  takeAsked: () => {
    const { asked } = get()
    set({ asked: false })
    return asked
  },
  tookBack: () => set(({ undone }) => ({ step: null, undone: undone + 1 })),
}))
