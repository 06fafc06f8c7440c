// Which account is open beside the list. The accounts themselves are the session's.

import { create } from 'zustand'

interface AccountsState {
  openId: string | null
  open: (accountId: string | null) => void
}

export const useAccounts = create<AccountsState>()((set) => ({
  openId: null,
  open: (openId) => set({ openId }),
}))
