// Asks something of a column, or nothing any more.

import type { FilterValue } from '../../../../shared/list/views.ts'
import { useWatchlist } from '../watchlist-store.ts'

/** `null` asks nothing of it. */
export function putFilter(id: string, asked: FilterValue | null): void {
  const { filter, setFilter } = useWatchlist.getState()
  const { [id]: _, ...others } = filter.filters
  setFilter({ filters: asked === null ? others : { ...others, [id]: asked } })
}
