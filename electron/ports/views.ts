// What is kept of how the list of coins is looked at.

import type { ListColumns, SavedView } from '../../shared/list/views.ts'

export interface ViewStore {
  /** In the order of their names. */
  saved(): SavedView[]
  save(view: SavedView): void
  remove(viewId: string): void
  last(): ListColumns | null
  remember(columns: ListColumns): void
}
