// Which account is open beside the list, and whether something is being done. The accounts themselves are the session's.

import { create } from 'zustand'
import type { FieldName } from '../../../shared/venues/facts/sheet.ts'

/** Which form it was sent with. */
export type KeyForm = 'accounts.add' | 'accounts.rotateKey'

interface AccountsState {
  openId: string | null
  busy: boolean
  /** What is wrong with the key that was sent last, in its place. */
  keyFault: { form: KeyForm; field: FieldName; words: string } | null
  /** The account that the one which was sent last looks like; the trader says whether it is another. */
  looksLike: string | null
  setKeyFault: (fault: AccountsState['keyFault'], looksLike?: string | null) => void
  open: (accountId: string | null) => void
  setBusy: (busy: boolean) => void
}

export const useAccounts = create<AccountsState>()((set) => ({
  openId: null,
  busy: false,
  keyFault: null,
  looksLike: null,
  setKeyFault: (keyFault, looksLike = null) => set({ keyFault, looksLike }),
  open: (openId) => set({ openId }),
  setBusy: (busy) => set({ busy }),
}))
