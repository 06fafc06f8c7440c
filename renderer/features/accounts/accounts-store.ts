// Which account is open beside the list, and whether something is being done. The accounts themselves are the session's.

import { create } from 'zustand'

interface AccountsState {
  openId: string | null
  busy: boolean
  open: (accountId: string | null) => void
  setBusy: (busy: boolean) => void
}

export const useAccounts = create<AccountsState>()((set) => ({
  openId: null,
  busy: false,
  open: (openId) => set({ openId }),
  setBusy: (busy) => set({ busy }),
}))
