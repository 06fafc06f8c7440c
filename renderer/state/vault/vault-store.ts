// The vault's state as the backend told it last.

import { create } from 'zustand'
import type { VaultStatus } from '../../../shared/vault.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface VaultStore {
  vault: Loadable<VaultStatus>
  /** An operation on the vault is under way; Argon2id alone takes a second. */
  busy: boolean
  put: (step: Partial<Loadable<VaultStatus>>) => void
  setBusy: (busy: boolean) => void
}

export const useVault = create<VaultStore>()((set) => ({
  vault: NOT_LOADED,
  busy: false,
  put: (step) => set((state) => ({ vault: { ...state.vault, ...step } })),
  setBusy: (busy) => set({ busy }),
}))
