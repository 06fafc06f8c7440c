// Does what was chosen in the palette: goes where it is, or does what it says.

import type { Action, PaletteRow } from '../features/palette/palette-rows.ts'
import { exportCalendar } from '../state/coins/tasks-actions.ts'
import { useTasks } from '../state/coins/tasks-store.ts'
import { showMovements } from '../state/ledger/movements-actions.ts'
import { useMovements } from '../state/ledger/movements-store.ts'
import { searchNotes } from '../state/notes/notes-actions.ts'
import { usePortfolioView } from '../state/portfolio/portfolio-view-store.ts'
import type { Screen } from '../state/route.ts'
import { goTo, openCoin } from '../state/route-actions.ts'
import { useRoute } from '../state/route-store.ts'
import { saveSettings } from '../state/session/session-actions.ts'
import { lockVault } from '../state/vault/vault-actions.ts'
import { useVault } from '../state/vault/vault-store.ts'
import { KEYS_HELP_ID } from '../ui/element-ids.ts'

const show = (screen: Screen) => goTo({ screen, coinId: null })

/** So many frames a screen may take to be loaded and drawn. */
const FRAMES = 300

/** Gives the focus to a heading once it is drawn; not where the trader went on meanwhile. */
function focusHeading(screen: Screen, id: string, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const heading = document.getElementById(id)
    if (useRoute.getState().screen !== screen || frames === 0) return
    if (heading === null) focusHeading(screen, id, frames - 1)
    else {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      heading.scrollIntoView({ block: 'start' })
    }
  })
}

const ACTIONS: Record<Exclude<Action['do'], 'screen' | 'setting'>, () => void> = {
  addCoin: () => goTo({ screen: 'watchlist', coinId: null, adding: true }),
  addMovement: () => {
    showMovements(null)
    useMovements.getState().set({ open: { kind: 'new', coinId: null } })
  },
  addTask: () => {
    show('airdrops')
    useTasks.getState().set({ open: { kind: 'new', coinId: '' } })
  },
  allocation: () => {
    usePortfolioView.getState().show('allocation')
    show('portfolio')
  },
  calendar: () => void exportCalendar(),
  comfortable: () => void saveSettings({ density: 'comfortable' }),
  compact: () => void saveSettings({ density: 'compact' }),
  dark: () => void saveSettings({ theme: 'dark' }),
  importFile: () => {
    usePortfolioView.getState().show('import')
    show('portfolio')
  },
  light: () => void saveSettings({ theme: 'light' }),
  system: () => void saveSettings({ theme: 'system' }),
  lock: () => {
    if (useVault.getState().vault.value?.state === 'unlocked') void lockVault()
  },
  movements: () => showMovements(null),
  results: () => {
    usePortfolioView.getState().show('results')
    show('portfolio')
  },
  // The dialog is on its way out: what opens now would be closed with it.
  shortcuts: () => void setTimeout(() => document.getElementById(KEYS_HELP_ID)?.showPopover()),
}

/** Does it. */
export function follow(target: PaletteRow['target']): void {
  if ('action' in target) {
    const { action } = target
    if (action.do === 'screen' || action.do === 'setting') show(action.screen)
    else ACTIONS[action.do]()
    if (action.do === 'setting') focusHeading(action.screen, action.heading)
    return
  }
  const { kind, id, coinId, detail } = target.hit
  if (kind === 'coin') openCoin(id)
  else if (kind === 'order') show('orders')
  else if (kind === 'task') {
    show('airdrops')
    useTasks.getState().set({ open: { kind: 'task', taskId: id } })
  } else if (id.startsWith('coin ')) openCoin(coinId)
  else {
    show('notes')
    searchNotes(detail.split(' ').slice(0, 4).join(' '))
  }
}
