// Does what was chosen in the palette: goes where it is, or does what it says.

import type { Action, PaletteRow } from '../features/palette/palette-rows.ts'
import { exportCalendar } from '../state/coins/tasks-actions.ts'
import { useTasks } from '../state/coins/tasks-store.ts'
import { showMovements } from '../state/ledger/movements-actions.ts'
import { useMovements } from '../state/ledger/movements-store.ts'
import { searchNotes } from '../state/notes/notes-actions.ts'
import { usePortfolioView } from '../state/portfolio/portfolio-view-store.ts'
import { goTo, openCoin } from '../state/route-actions.ts'
import { saveSettings } from '../state/session/session-actions.ts'
import { lockVault } from '../state/vault/vault-actions.ts'
import { useVault } from '../state/vault/vault-store.ts'
import { KEYS_HELP_ID } from '../ui/element-ids.ts'

const show = (screen: Parameters<typeof goTo>[0]['screen']) => goTo({ screen, coinId: null })

const ACTIONS: Record<Exclude<Action['do'], 'screen'>, () => void> = {
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
    if (target.action.do === 'screen') show(target.action.screen)
    else ACTIONS[target.action.do]()
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
