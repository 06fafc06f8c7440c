// What holds for the whole window: accounts, which one is in use, the settings and the state of the app.

import { create } from 'zustand'
import type { Account, OneClickMode } from '../../../shared/accounts.ts'
import type { AppStatus, Settings } from '../../../shared/app.ts'
import { DEFAULT_SETTINGS } from '../../../shared/app.ts'
import type { Environment } from '../../../shared/order.ts'
import { type Loadable, NOT_LOADED } from '../../loadable.ts'

/** The account that always exists. */
const FIRST_ACCOUNT = 'practice'

interface SessionState {
  accounts: Loadable<Account[]>
  accountId: string
  settings: Settings
  status: Loadable<AppStatus>
  putAccounts: (step: Partial<Loadable<Account[]>>) => void
  putStatus: (step: Partial<Loadable<AppStatus>>) => void
  setSettings: (settings: Settings) => void
  selectAccount: (accountId: string) => void
}

export const useSession = create<SessionState>()((set) => ({
  accounts: NOT_LOADED,
  accountId: FIRST_ACCOUNT,
  settings: DEFAULT_SETTINGS,
  status: NOT_LOADED,
  putAccounts: (step) => set((state) => ({ accounts: { ...state.accounts, ...step } })),
  putStatus: (step) => set((state) => ({ status: { ...state.status, ...step } })),
  setSettings: (settings) => set({ settings }),
  selectAccount: (accountId) => set({ accountId }),
}))

type InUse = Pick<SessionState, 'accounts' | 'accountId'>

const accountOf = ({ accounts, accountId }: InUse) => accounts.value?.find((account) => account.accountId === accountId)

/** The environment of the account in use; practice until the accounts are known. */
export function environmentOf(state: InUse): Environment {
  return accountOf(state)?.environment ?? 'practice'
}

/** How far one-click orders of the account in use may go; `null` while each needs a ticket. */
export function oneClickOf(state: InUse): OneClickMode | null {
  return accountOf(state)?.oneClick ?? null
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
