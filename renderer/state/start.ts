// Starts the window: listens to the backend, and asks for the first data.

import { loadAirdrops } from './coins/airdrops-actions.ts'
import { loadCoins, loadFirstCoins } from './coins/coins-actions.ts'
import { loadTasks } from './coins/tasks-actions.ts'
import { loadViews } from './coins/views-actions.ts'
import { loadMarkets } from './markets/markets-actions.ts'
import { loadOrders } from './orders/orders-actions.ts'
import { useOrders } from './orders/orders-store.ts'
import { loadPortfolio, loadRules } from './portfolio/portfolio-actions.ts'
import { forgetProfileCheck } from './profile/profile-actions.ts'
import { loadProfile } from './profile/recovery-actions.ts'
import { useRecovery } from './profile/recovery-store.ts'
import { loadQuotes } from './quotes/quotes-actions.ts'
import { reportFailure } from './report.ts'
import { applyLook } from './session/look.ts'
import { loadAccounts, loadSettings, loadStatus, resumeAccount } from './session/session-actions.ts'
import { useSession } from './session/session-store.ts'
import { watchAccount } from './session/watch-account.ts'
import { loadSources } from './sources/sources-actions.ts'
import { subscribe } from './subscriptions.ts'
import { useTicket } from './ticket/ticket-store.ts'
import { loadVault } from './vault/vault-actions.ts'

/** Between events the state is asked for anew, so that its age stays true. */
const STATUS_EVERY_MS = 10_000

/**
 * Listens, and loads everything once the profile is open: at once, or when the trader has put right what was wrong.
 * Resolves when the first screen's rows are there, or it is known why they are not. Never throws.
 */
export function startSession(): Promise<void> {
  applyLook(useSession.getState().settings)
  useSession.subscribe((state, before) => {
    if (state.settings !== before.settings) applyLook(state.settings)
  })
  watchAccount()
  try {
    subscribe()
  } catch (thrown) {
    reportFailure(thrown)
  }
  // The first screen's rows do not wait for the profile's answer; where it is not open they are asked for again.
  const isOpen = loadProfile()
  const coins = loadFirstCoins(isOpen)
  void loadWhenOpen(isOpen, coins)
  return coins
}

async function loadWhenOpen(isOpen: Promise<boolean>, coins: Promise<void>): Promise<void> {
  if (await isOpen) return loadEverything(coins)
  const stop = useRecovery.subscribe(({ status }) => {
    if (status?.state !== 'open') return
    stop()
    void loadEverything(loadCoins())
  })
}

/** Each part fails by itself: without an exchange the research is still there. */
async function loadEverything(coins: Promise<void>): Promise<void> {
  setInterval(() => void loadStatus(), STATUS_EVERY_MS)
  await loadAll(coins)
}

/** After another state was put in this one's place: what is remembered of orders and tickets belongs to the old one. */
export async function reloadEverything(): Promise<void> {
  useTicket.getState().close()
  useOrders.setState(useOrders.getInitialState(), true)
  forgetProfileCheck()
  await loadAll(loadCoins())
}

async function loadAll(coins: Promise<void>): Promise<void> {
  const { accountId } = useSession.getState()
  const vault = loadVault()
  const accounts = loadAccounts()
  await Promise.all([
    Promise.all([loadSettings(), accounts]).then(([settings]) => resumeAccount(settings, vault)),
    loadStatus(),
    coins,
    loadOrders(),
    loadMarkets(accountId),
    loadAirdrops(),
    loadTasks(),
    loadViews(),
    loadRules(),
    loadPortfolio(),
    loadSources(),
    loadQuotes(),
    vault,
  ])
}
