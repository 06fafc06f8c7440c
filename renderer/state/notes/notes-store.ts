// All notes of the trader, what is looked for among them, and which one is open.

import { create } from 'zustand'
import type { Note, NoteVersion } from '../../../shared/notes/notes.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface NotesState {
  notes: Loadable<Note[]>
  next: number | null
  search: string
  /** Of the open note: what it said before; `null` while nobody asked. */
  versions: NoteVersion[] | null
  openKey: string | null
  /** Rises with each opening, and when an earlier version takes the place of what stands in the open field. */
  opening: number
  put: (step: Partial<Loadable<Note[]>>) => void
  set: (patch: Partial<Pick<NotesState, 'next' | 'search' | 'versions' | 'openKey' | 'opening'>>) => void
}

export const useNotes = create<NotesState>()((set) => ({
  notes: NOT_LOADED,
  next: null,
  search: '',
  versions: null,
  openKey: null,
  opening: 0,
  put: (step) => set((state) => ({ notes: { ...state.notes, ...step } })),
  set: (patch) => set(patch),
}))

/** By what a note is known in the list. */
export const noteKey = ({ kind, subject }: Pick<Note, 'kind' | 'subject'>): string => `${kind} ${subject}`
