// A file of the list that is being looked at: how far its reading is, and what it would change.

import { create } from 'zustand'
import type { ListPreview, ListProgress } from '../../../shared/list/list-file.ts'

interface ListFileState {
  busy: boolean
  progress: ListProgress | null
  preview: ListPreview | null
  withoutBadRows: boolean
}

export const useListFile = create<ListFileState>()(() => ({
  busy: false,
  progress: null,
  preview: null,
  withoutBadRows: false,
}))
