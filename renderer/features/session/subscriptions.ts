// What the page does when the backend says that something changed.

import { listen } from '../../api.ts'
import { useClock } from '../../ui/clock-store.ts'
import { noteActivity } from '../activity/activity-actions.ts'
import { loadAirdrops } from '../airdrops/airdrops-actions.ts'
import { useMarkets } from '../markets/markets-store.ts'
import { noteOrder } from '../orders/orders-actions.ts'
import { loadPortfolio } from '../portfolio/portfolio-actions.ts'
import { useBackup } from '../vault/backup-store.ts'
import { useVault } from '../vault/vault-store.ts'
import { loadCoins, reloadDetail } from '../watchlist/coins-actions.ts'
import { useSession } from './session-store.ts'

/** Starts listening to every event, for the life of the page. */
export function subscribe(): void {
  listen('coins.changed', () => {
    void loadCoins()
    void reloadDetail()
    void loadAirdrops()
  })
  listen('portfolio.changed', () => void loadPortfolio())
  listen('orders.changed', noteOrder)
  listen('prices.changed', ({ accountId, markets, prices }) => useMarkets.getState().note(accountId, markets, prices))
  listen('settings.changed', (settings) => useSession.getState().setSettings(settings))
  listen('vault.changed', (status) => useVault.getState().put({ value: status, error: null }))
  listen('backup.progress', (progress) => {
    // Of a backup that another page began nothing here would ever say that it is over.
    if (useBackup.getState().busy === 'write') useBackup.getState().set({ progress })
  })
  listen('accounts.changed', (accounts) => useSession.getState().putAccounts({ value: accounts, error: null }))
  listen('audit.changed', () => void noteActivity())
  listen('app.changed', (status) => {
    useSession.getState().putStatus({ value: status, error: null })
    useClock.getState().set(status)
  })
}
