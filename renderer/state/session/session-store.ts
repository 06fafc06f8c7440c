// What holds for the whole window: accounts, which one is in use, the settings and the state of the app.

import { create } from 'zustand'
import type { Account, OneClickMode } from '../../../shared/accounts.ts'
import type { AppStatus, Settings } from '../../../shared/app.ts'
import { DEFAULT_SETTINGS } from '../../../shared/app.ts'
import type { Destination, Environment } from '../../../shared/order.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

/** The account that always exists. */
export const FIRST_ACCOUNT = 'practice'

/**
 * Stands for the account in a window whose mode has none. No account is spelt so, and the backend would refuse it: such a
 * window orders nowhere.
 */
const NO_ACCOUNT: Record<Environment, string> = { practice: FIRST_ACCOUNT, test: '(test)', live: '(live)' }

interface SessionState {
  accounts: Loadable<Account[]>
  /** The account that this window uses; each window has its own. */
  accountId: string
  settings: Settings
  status: Loadable<AppStatus>
  /** An account in use that is gone from the list gives way to practice in the same step: no mode is shown without it. */
  putAccounts: (step: Partial<Loadable<Account[]>>) => void
  putStatus: (step: Partial<Loadable<AppStatus>>) => void
  setSettings: (settings: Settings) => void
  selectAccount: (accountId: string) => void
}

export const useSession = create<SessionState>()((set) => ({
  accounts: NOT_LOADED,
  accountId: FIRST_ACCOUNT,
  // Until they are known nothing greets or asks: who has put the welcome away does not see it flash.
  settings: { ...DEFAULT_SETTINGS, welcomed: true, sourcesAsked: true },
  status: NOT_LOADED,
  putAccounts: (step) =>
    set((state) => {
      const accounts = { ...state.accounts, ...step }
      return { accounts, accountId: standing(accounts.value, state.accountId) }
    }),
  putStatus: (step) => set((state) => ({ status: { ...state.status, ...step } })),
  setSettings: (settings) => set({ settings }),
  selectAccount: (accountId) => set({ accountId }),
}))

type InUse = Pick<SessionState, 'accounts' | 'accountId'>

function standing(accounts: readonly Account[] | null, accountId: string): string {
  const isThere = accounts === null || accounts.some((account) => account.accountId === accountId)
  return isThere || isNoAccount(accountId) ? accountId : FIRST_ACCOUNT
}

/** True for what stands where the window's mode has no account. */
export function isNoAccount(accountId: string): boolean {
  return accountId !== FIRST_ACCOUNT && Object.values(NO_ACCOUNT).includes(accountId)
}

/** An account of the list; undefined where it is not there, or the list is not known yet. */
export function accountById({ accounts }: Pick<SessionState, 'accounts'>, accountId: string): Account | undefined {
  return accounts.value?.find((account) => account.accountId === accountId)
}

/** The mode of an account, as it stands on every control that orders there. */
export function modeOf(state: Pick<SessionState, 'accounts'>, accountId: string): Environment {
  const empty = (['test', 'live'] as const).find((environment) => NO_ACCOUNT[environment] === accountId)
  return empty ?? accountById(state, accountId)?.environment ?? 'practice'
}

/** Where an order of this account goes, as a button says it and the backend checks it. */
export function destinationOf(state: Pick<SessionState, 'accounts'>, accountId: string): Destination {
  return { accountId, environment: modeOf(state, accountId) }
}

/** The environment of the account in use; practice until the accounts are known. */
export function environmentOf(state: InUse): Environment {
  return modeOf(state, state.accountId)
}

/** The first account of a mode, or what stands for it where it has none. */
export function firstOf(state: Pick<SessionState, 'accounts'>, environment: Environment): string {
  const first = state.accounts.value?.find((account) => account.environment === environment)
  return first?.accountId ?? NO_ACCOUNT[environment]
}

/** How far one-click orders of an account may go; `null` while each needs a ticket. */
export function oneClickOf(state: Pick<SessionState, 'accounts'>, accountId: string): OneClickMode | null {
  return accountById(state, accountId)?.oneClick ?? null
}

/** How the exchange of the account in use answers; undefined until that is known. */
export function connectionOf(
  state: Pick<SessionState, 'status' | 'accountId'>,
): AppStatus['accounts'][number] | undefined {
  return state.status.value?.accounts.find(({ accountId }) => accountId === state.accountId)
}

/** True when new orders of this account are halted. */
export function isHalted(state: Pick<SessionState, 'status'>, accountId: string): boolean {
  const halted = state.status.value?.halted
  return halted !== undefined && (halted.all || halted.accounts.includes(accountId))
}
