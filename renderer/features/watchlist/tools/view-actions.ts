// Saves, uses and removes views of the list.

import type { ListView, SavedView } from '../../../../shared/list/views.ts'
import { call } from '../../../api.ts'
import { text } from '../../../messages/late/en.ts'
import { changeColumns } from '../../../state/coins/views-actions.ts'
import { useViews } from '../../../state/coins/views-store.ts'
import { reportDone, reportFailure } from '../../../state/report.ts'
import { useStatus } from '../../../state/status-store.ts'
import { useWatchlist } from '../watchlist-store.ts'

const words = text.list.views

/** What the list shows now. */
function shownView(): ListView {
  const { sorting, layout } = useViews.getState()
  const { query, filters, screenOn, minScore } = useWatchlist.getState().filter
  return { search: query.trim(), screen: screenOn ? minScore : null, filters: { ...filters }, sorting, layout }
}

/** True where it was done. */
async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Saves what is shown as a new view, or in the place of what `viewId` held. */
export function saveView(to: { name: string } | { viewId: string }): Promise<boolean> {
  return attempt(async () => {
    const { name } = await call('views.save', { ...to, view: shownView() })
    await loadSaved()
    reportDone(words.saved(name))
  })
}

/** Gives a view another name. */
export function renameView(viewId: string, name: string): Promise<boolean> {
  return attempt(async () => {
    await call('views.save', { viewId, name })
    await loadSaved()
    reportDone(words.saved(name))
  })
}

/** Removes it; the message has a way back. */
export function removeView({ viewId, name, view }: SavedView): Promise<boolean> {
  return attempt(async () => {
    await call('views.remove', { viewId })
    await loadSaved()
    const undo = () =>
      void attempt(async () => {
        await call('views.save', { name, view })
        await loadSaved()
      })
    useStatus
      .getState()
      .say({ tone: 'good', title: words.removed(name), detail: null, action: { label: words.undo, run: undo } })
  })
}

/** The list as the view has it. */
export function applyView({ search, screen, filters, sorting, layout }: ListView): void {
  const { filter, setFilter } = useWatchlist.getState()
  setFilter({
    query: search,
    filters,
    screenOn: screen !== null,
    minScore: screen ?? filter.minScore,
  })
  void changeColumns({ sorting, layout })
}

/** Only the views: how the columns stand now is newer than what was kept. */
async function loadSaved(): Promise<void> {
  useViews.setState({ saved: (await call('views.list', {})).saved })
}
