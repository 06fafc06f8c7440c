// The last change that can be taken back, and whether the trader has asked for that by key.

import { create } from 'zustand'
import type { UndoStep } from '../../../shared/undo/undo.ts'

interface UndoState {
  /** What was just done; `null` once it was taken back, or put away. */
  step: UndoStep | null
  /** Rises with each press of the keys. */
  asked: number
  /** Rises once something was taken back and is read anew: fields that hold what was typed begin again then. */
  undone: number
  note: (step: UndoStep | null) => void
  ask: () => void
  tookBack: () => void
}

export const useUndo = create<UndoState>()((set) => ({
  step: null,
  asked: 0,
  undone: 0,
  note: (step) => set({ step }),
  ask: () => set(({ asked }) => ({ asked: asked + 1 })),
  tookBack: () => set(({ undone }) => ({ step: null, undone: undone + 1 })),
}))
