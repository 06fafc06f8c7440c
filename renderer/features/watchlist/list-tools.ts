// The list's tools, loaded after the first paint: columns of one's own work, filters, views, and what is done with many rows.

import { useSyncExternalStore } from 'react'
import { latePart } from '../../ui/late/late-view.ts'
import { COIN_COLUMNS } from './coin-columns.tsx'
import type { ListColumns, ListTools } from './list-tools-type.ts'

export const LIST_TOOLS = latePart<ListTools>(async () => (await import('./tools/list-tools-late.ts')).LIST_TOOLS_LATE)

/** The tools; null while they are not here. */
export function useListTools(): ListTools | null {
  const now = useSyncExternalStore(LIST_TOOLS.subscribe, LIST_TOOLS.read, LIST_TOOLS.read)
  return now.state === 'here' ? now.part : null
}

/** Every column that there is by now. */
export function listColumns(): ListColumns {
  const now = LIST_TOOLS.read()
  return now.state === 'here' ? now.part.columns : COIN_COLUMNS
}

/** The same, drawn anew when there are more. */
export function useListColumns(): ListColumns {
  return useListTools()?.columns ?? COIN_COLUMNS
}
