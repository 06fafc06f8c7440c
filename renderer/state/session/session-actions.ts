// Starts the window: listens to the backend, asks for the first data, and keeps settings and status.

import type { Settings } from '../../../shared/app.ts'
import type { Environment } from '../../../shared/order.ts'
import { call } from '../../api.ts'
import { text } from '../../messages/en.ts'
import { useClock } from '../clock-store.ts'
import { loadAirdrops } from '../coins/airdrops-actions.ts'
import { loadCoins, loadFirstCoins } from '../coins/coins-actions.ts'
import { load } from '../loadable.ts'
import { loadMarkets } from '../markets/markets-actions.ts'
import { loadOrders } from '../orders/orders-actions.ts'
import { useOrders } from '../orders/orders-store.ts'
import { loadPortfolio, loadRules } from '../portfolio/portfolio-actions.ts'
import { useProfileCheck } from '../profile/profile-store.ts'
import { loadProfile } from '../profile/recovery-actions.ts'
import { useRecovery } from '../profile/recovery-store.ts'
import { reportFailure } from '../report.ts'
import { useStatus } from '../status-store.ts'
import { subscribe } from '../subscriptions.ts'
import { useTicket } from '../ticket/ticket-store.ts'
import { loadVault } from '../vault/vault-actions.ts'
import { useVault } from '../vault/vault-store.ts'
import { applyLook } from './look.ts'
import { accountWords } from './names.ts'
import { accountById, environmentOf, FIRST_ACCOUNT, firstOf, isNoAccount, useSession } from './session-store.ts'
import { watchAccount } from './watch-account.ts'

/** Between events the state is asked for anew, so that its age stays true. */
const STATUS_EVERY_MS = 10_000

/** Asks for the state of the app, and sets the page's clock by the backend's. */
export async function loadStatus(): Promise<void> {
  const status = await load(useSession.getState().putStatus, () => call('app.status', {}))
  if (status !== null) useClock.getState().set(status)
}

async function loadSettings(): Promise<Settings | null> {
  try {
    const settings = await call('settings.get', {})
    useSession.getState().setSettings(settings)
    return settings
  } catch (thrown) {
    reportFailure(thrown)
    return null
  }
}

/** Changes some settings. The look changes when the backend has stored them, so that the page never claims too much. */
export async function saveSettings(patch: Partial<Settings>): Promise<boolean> {
  try {
    useSession.getState().setSettings(await call('settings.save', patch))
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Uses another account for all that follows in this window, and for the next window. */
export async function selectAccount(accountId: string): Promise<void> {
  hasChosen = true
  useSession.getState().selectAccount(accountId)
  if (isNoAccount(accountId)) return
  await Promise.all([saveSettings({ accountId }), loadMarkets(accountId)])
}

/** Puts the window into another mode: on its first account, or on none where it has none. */
export async function selectEnvironment(environment: Environment): Promise<void> {
  const session = useSession.getState()
  if (environmentOf(session) !== environment) await selectAccount(firstOf(session, environment))
}

/** Once the trader has chosen an account himself, what was chosen before the start is no longer what he means. */
let hasChosen = false

/** Goes on with the account that was used last, and says so where it is gone: then practice stays. */
async function resumeAccount(settings: Settings | null, vault: Promise<void>): Promise<void> {
  const wanted = settings?.accountId ?? FIRST_ACCOUNT
  const session = useSession.getState()
  if (hasChosen || wanted === session.accountId || session.accounts.value === null) return
  if (accountById(session, wanted) === undefined) {
    useStatus.getState().say({ tone: 'warn', title: text.shell.accountGone, detail: text.shell.practiceInstead })
    return
  }
  session.selectAccount(wanted)
  const title = text.shell.resumed(accountWords(session, wanted))
  void vault.then(() => {
    const isLocked = useVault.getState().vault.value?.state === 'locked'
    if (isLocked) useStatus.getState().say({ tone: 'plain', title, detail: text.shell.resumedLocked })
  })
  await loadMarkets(wanted)
}

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
  useProfileCheck.setState(useProfileCheck.getInitialState(), true)
  await loadAll(loadCoins())
}

async function loadAll(coins: Promise<void>): Promise<void> {
  const { accountId, putAccounts } = useSession.getState()
  const vault = loadVault()
  const accounts = load(putAccounts, () => call('accounts.list', {}))
  await Promise.all([
    Promise.all([loadSettings(), accounts]).then(([settings]) => resumeAccount(settings, vault)),
    loadStatus(),
    coins,
    loadOrders(),
    loadMarkets(accountId),
    loadAirdrops(),
    loadRules(),
    loadPortfolio(),
    vault,
  ])
}
