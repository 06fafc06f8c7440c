// The last answer of the keychain check. Kept by the window only: the state of a keychain is true for a moment.

import { create } from 'zustand'
import type { KeychainCheck } from '../../../shared/app.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface KeychainState {
  check: Loadable<KeychainCheck>
  put: (step: Partial<Loadable<KeychainCheck>>) => void
}

export const useKeychain = create<KeychainState>()((set) => ({
  check: NOT_LOADED,
  put: (step) => set((state) => ({ check: { ...state.check, ...step } })),
}))
