// How the list of coins is sorted, how its columns stand, and the views that the trader has named.

import { create } from 'zustand'
import { AS_DEFINED, type ListColumns, type SavedView } from '../../../shared/list/views.ts'

interface ViewsState extends ListColumns {
  saved: readonly SavedView[]
}

export const useViews = create<ViewsState>()(() => ({ ...AS_DEFINED, saved: [] }))
