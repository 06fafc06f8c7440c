// What the last check of the profile found that the trader asked for. Kept by the window only.

import { create } from 'zustand'
import type { ProfileCheck } from '../../../shared/profile.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface ProfileCheckState {
  check: Loadable<ProfileCheck>
  put: (step: Partial<Loadable<ProfileCheck>>) => void
}

export const useProfileCheck = create<ProfileCheckState>()((set) => ({
  check: NOT_LOADED,
  put: (step) => set((state) => ({ check: { ...state.check, ...step } })),
}))
