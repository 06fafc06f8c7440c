// Asks for accounts, settings and the state of the app, keeps them, and says which account the window uses.

import type { Account } from '../../../shared/accounts.ts'
import type { AppStatus, Settings } from '../../../shared/app.ts'
import type { Environment } from '../../../shared/order.ts'
import { call } from '../../api.ts'
import { text } from '../../messages/en.ts'
import { useClock } from '../clock-store.ts'
import { load, take } from '../loadable.ts'
import { loadMarkets } from '../markets/markets-actions.ts'
import { reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { useStatus } from '../status-store.ts'
import { useVault } from '../vault/vault-store.ts'
import { accountWords } from './names.ts'
import { accountById, environmentOf, FIRST_ACCOUNT, firstOf, isNoAccount, useSession } from './session-store.ts'

const statusRequests = requests()
const accountRequests = requests()
const settingsRequests = requests()

/** Asks for the accounts. */
export async function loadAccounts(): Promise<void> {
  await load(accountRequests, useSession.getState().putAccounts, () => call('accounts.list', {}))
}

/** Takes in the accounts. */
export function noteAccounts(accounts: Account[]): void {
  take(accountRequests, useSession.getState().putAccounts, accounts)
}

/** Takes in the state of the app, and sets the page's clock by the backend's. */
export function noteStatus(status: AppStatus): void {
  take(statusRequests, useSession.getState().putStatus, status)
  useClock.getState().set(status)
}

/** Takes in what is halted: a state that was asked for before must not take it back. */
export function noteHalted(halted: AppStatus['halted']): void {
  const { status, putStatus } = useSession.getState()
  if (status.value !== null) take(statusRequests, putStatus, { ...status.value, halted })
}

/** Takes in the settings. */
export function noteSettings(settings: Settings): void {
  settingsRequests.begin()
  useSession.getState().setSettings(settings)
}

/** Asks for the state of the app, and sets the page's clock by the backend's. */
export async function loadStatus(): Promise<void> {
  const status = await load(statusRequests, useSession.getState().putStatus, () => call('app.status', {}))
  if (status !== null) useClock.getState().set(status)
}

/** Asks for the settings; null where they could not be had. */
export async function loadSettings(): Promise<Settings | null> {
  const isCurrent = settingsRequests.begin()
  try {
    const settings = await call('settings.get', {})
    if (isCurrent()) useSession.getState().setSettings(settings)
    return settings
  } catch (thrown) {
    reportFailure(thrown)
    return null
  }
}

/** Changes some settings. The look changes when the backend has stored them, so that the page never claims too much. */
export async function saveSettings(patch: Partial<Settings>): Promise<boolean> {
  try {
    noteSettings(await call('settings.save', patch))
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
export async function resumeAccount(settings: Settings | null, vault: Promise<void>): Promise<void> {
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
