// Whether the profile is open, and what the last try to open it said.

import { create } from 'zustand'
import type { ProfileStatus } from '../../../shared/profile.ts'
import type { AppError } from '../../../shared/result.ts'

interface RecoveryState {
  /** Null until the backend has been asked; the screens may show by then, with nothing in them. */
  status: ProfileStatus | null
  /** A try that is under way. */
  busy: boolean
  /** Why the last try failed otherwise than by finding the profile closed. */
  error: AppError | null
  /** Tries of the trader that were answered with a state. */
  tries: number
  put: (step: Partial<Pick<RecoveryState, 'status' | 'busy' | 'error' | 'tries'>>) => void
}

export const useRecovery = create<RecoveryState>()((set) => ({
  status: null,
  busy: false,
  error: null,
  tries: 0,
  put: (step) => set(step),
}))
