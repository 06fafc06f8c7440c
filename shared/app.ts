// Settings, accounts and the state of the app itself.

import type { Decimal } from './decimal.ts'

export interface Settings {
  theme: 'system' | 'light' | 'dark'
  density: 'comfortable' | 'compact'
  /** Size of a one-click order in USDT. */
  presetSize: Decimal
}

export const DEFAULT_SETTINGS: Settings = { theme: 'system', density: 'comfortable', presetSize: '50' }

export type VenueState = 'not-started' | 'starting' | 'reachable' | 'unreachable'

export interface AppStatus {
  version: string
  shell: 'electron' | 'chromium' | 'none'
  now: string
  practice: { state: VenueState; lastAnswerAt: string | null }
  /** Orders whose answer is not definite yet. */
  unsettledOrders: number
  halted: { all: boolean; accounts: string[] }
  /** When something about the profile needs the trader's attention, in words. */
  notices: { code: string; message: string }[]
}

/** The state of the OS keychain as seen by one deliberate check; never probed unasked, since that may open a prompt. */
export interface KeychainCheck {
  state: 'ok' | 'locked' | 'unreachable'
  detail: string
  checkedAt: string
}
