// What the page does when the backend says that something changed.

import { listen } from '../api.ts'
import { noteActivity } from './activity/activity-actions.ts'
import { noteAlerts, noteNotification } from './alerts/alerts-actions.ts'
import { loadAirdrops } from './coins/airdrops-actions.ts'
import { loadCoins, reloadDetail } from './coins/coins-actions.ts'
import { loadTasks } from './coins/tasks-actions.ts'
import { noteEvent } from './listings/listings-actions.ts'
import { useMarkets } from './markets/markets-store.ts'
import { noteNotes } from './notes/notes-actions.ts'
import { noteOrder } from './orders/orders-actions.ts'
import { loadPortfolio } from './portfolio/portfolio-actions.ts'
import { useBackup } from './profile/backup-store.ts'
import { noteQuotes } from './quotes/quotes-actions.ts'
import { noteAccounts, noteSettings, noteStatus } from './session/session-actions.ts'
import { noteSources } from './sources/sources-actions.ts'
import { useUndo } from './undo/undo-store.ts'
import { noteVault } from './vault/vault-actions.ts'

/** Starts listening to every event, for the life of the page. */
export function subscribe(): void {
  listen('coins.changed', () => {
    void loadCoins()
    void reloadDetail()
    noteNotes()
  })
  listen('airdrops.changed', () => {
    void loadAirdrops()
    void loadTasks()
    noteNotes()
  })
  listen('undo.changed', (step) => useUndo.getState().note(step))
  listen('portfolio.changed', () => void loadPortfolio())
  listen('orders.changed', noteOrder)
  listen('prices.changed', ({ accountId, markets, prices }) => useMarkets.getState().note(accountId, markets, prices))
  listen('quotes.changed', noteQuotes)
  listen('listings.changed', noteEvent)
  listen('alerts.changed', noteAlerts)
  listen('notifications.changed', noteNotification)
  listen('settings.changed', noteSettings)
  listen('sources.changed', noteSources)
  listen('vault.changed', noteVault)
  listen('backup.progress', (progress) => {
    // Of a backup that another page began nothing here would ever say that it is over.
    if (useBackup.getState().busy === 'write') useBackup.getState().set({ progress })
  })
  listen('accounts.changed', noteAccounts)
  listen('audit.changed', () => void noteActivity())
  listen('app.changed', noteStatus)
}
