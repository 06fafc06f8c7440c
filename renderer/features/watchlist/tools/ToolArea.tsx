// What stands between the list's head and the list: what it is filtered by, and the tool that is open.

import { type ComponentType, type KeyboardEvent, useEffect, useLayoutEffect } from 'react'
import { text } from '../../../messages/late/en.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { useViews } from '../../../state/coins/views-store.ts'
import { showEnvironment } from '../../../state/portfolio/portfolio-actions.ts'
import { loadCriteria } from '../../../state/research/criteria-actions.ts'
import { useCriteria } from '../../../state/research/criteria-store.ts'
import { environmentOf, useSession } from '../../../state/session/session-store.ts'
import { useUndo } from '../../../state/undo/undo-store.ts'
import { Icon } from '../../../ui/pictures/Icon.tsx'
import { type ListTool, toolButtonId, useWatchlist } from '../watchlist-store.ts'
import { ALL_COLUMNS } from './all-columns.ts'
import { ChooseBar } from './ChooseBar.tsx'
import { ColumnBand } from './ColumnBand.tsx'
import { CompareView } from './CompareView.tsx'
import { followRowKeys } from './choosing.ts'
import { FileBand } from './FileBand.tsx'
import { FilterBand } from './FilterBand.tsx'
import { putFilter } from './filter-actions.ts'
import { sayFilter } from './filter-words.ts'
import { listedCount, useListed } from './listed-store.ts'
import { SinceLastPanel } from './SinceLastPanel.tsx'
import styles from './Tools.module.css'
import { ViewBand } from './ViewBand.tsx'

const NAMES: Record<ListTool, string> = { ...text.coins.tools, compare: text.list.compare.title }
const BANDS: Record<ListTool, ComponentType> = {
  filters: FilterBand,
  columns: ColumnBand,
  views: ViewBand,
  file: FileBand,
  compare: CompareView,
}

/** What is asked of columns, each with a way to ask it no more. */
function Asked() {
  const filters = useWatchlist((state) => state.filter.filters)
  const setFilter = useWatchlist((state) => state.setFilter)
  const shown = useListed(listedCount)
  const all = useCoins((state) => state.coins.value?.length ?? 0)
  // Chips name criteria, which may come later.
  useCriteria((state) => state.criteria)
  const asked = ALL_COLUMNS.flatMap(({ id, head, filter }) => {
    const value = filters[id]
    return value === undefined || filter === undefined ? [] : [{ id, words: sayFilter({ id, head }, filter, value) }]
  })
  if (asked.length === 0) return null
  return (
    <div className={styles['asked']}>
      <ul className={styles['chips']} aria-label={text.list.filters.title}>
        {asked.map(({ id, words }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['chip']}
              aria-label={text.list.filters.remove(words)}
              onClick={() => putFilter(id, null)}
            >
              <span>{words}</span>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <span className="muted" aria-live="polite">
        {text.list.filters.count(shown, all)}
      </span>
      <button type="button" className="button" onClick={() => setFilter({ filters: {} })}>
        {text.list.filters.clearAll}
      </button>
    </div>
  )
}

/** The held share is of the mode that the window is in. */
function useSharesOfMode(): void {
  const environment = useSession(environmentOf)
  const isShown = useViews(({ layout, sorting }) => layout.visibility['share'] === true || sorting[0]?.id === 'share')
  const isAsked = useWatchlist(({ filter }) => filter.filters['share'] !== undefined)
  useEffect(() => {
    if (isShown || isAsked) void showEnvironment(environment)
  }, [isShown, isAsked, environment])
}

/** Names of criteria are asked for where one is shown, and anew after one may have come back. */
function useCriteriaNames(isFilterOpen: boolean): void {
  const isShown = useViews(({ layout }) => layout.visibility['criteria'] === true)
  const isAsked = useWatchlist(({ filter, tool }) => filter.filters['criteria'] !== undefined || tool === 'compare')
  const undone = useUndo((state) => state.undone)
  const isNeeded = isShown || isAsked || isFilterOpen
  useEffect(() => {
    if (isNeeded && undone >= 0) void loadCriteria()
  }, [isNeeded, undone])
}

/** The area; nothing of it is drawn while nothing is asked and no tool is open. */
export function ToolArea() {
  const tool = useWatchlist((state) => state.tool)
  useSharesOfMode()
  useCriteriaNames(tool === 'filters')
  // Before it is painted: who sees that rows can be chosen may press at once.
  useLayoutEffect(followRowKeys, [])
  const Band = tool === null ? null : BANDS[tool]
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || tool === null) return
    event.preventDefault()
    event.stopPropagation()
    useWatchlist.getState().set({ tool: null })
    document.getElementById(toolButtonId(tool))?.focus()
  }
  return (
    <>
      {Band === null || tool === null ? null : (
        <section className={styles['band']} aria-label={NAMES[tool]} onKeyDown={close}>
          <Band />
        </section>
      )}
      <SinceLastPanel />
      <Asked />
      <ChooseBar />
    </>
  )
}
