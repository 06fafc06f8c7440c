// The state of the profile as a whole: open, or why it could not be opened.

import type { Reason } from './reasons/reason.ts'

export type ProfileState = 'open' | 'damaged' | 'too-new' | 'missing' | 'unwritable'

export interface ProfileStatus {
  state: ProfileState
  /** Why; `null` while the profile is open. */
  reason: Reason | null
  /** The profile's folder, an absolute path. */
  folder: string
  /** Folders with the files of earlier profiles that were put aside, the newest first. */
  kept: string[]
}

/** What a look at every page of the profile has found. */
export interface ProfileCheck {
  state: 'sound' | 'damaged'
  checkedAt: string
}

/**
 * True where a new profile may be begun and the old files put aside. A profile that is too new is whole, and one that
 * cannot be written now can be later: for both a new one would only hide it.
 */
export function mayStartNew(state: ProfileState): boolean {
  return state === 'damaged' || state === 'missing'
}
