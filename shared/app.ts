// Settings, accounts and the state of the app itself.

import type { QuietHours } from './alerts.ts'
import type { Decimal } from './decimal.ts'
import type { IncomeBasis } from './ledger/ledger.ts'
import type { Reason } from './reasons/reason.ts'

/**
 * What orders are sealed with: X25519, or X25519 together with ML-KEM-768, which a quantum computer would have to break
 * as well. The standard for the second is still a draft.
 */
export type Sealing = 'classic' | 'post-quantum'

export interface Settings {
  theme: 'system' | 'light' | 'dark'
  density: 'comfortable' | 'compact'
  /** Size of a one-click order in USDT. */
  presetSize: Decimal
  /** How much worse than the best price a limit may be before the trader is asked about it, as a fraction. */
  farPrice: Decimal
  sealing: Sealing
  /** Minutes without use after which the vault is locked; `null` is never. */
  autoLockMinutes: number | null
  /** The account that a window has chosen last: the one that the next window begins with. */
  accountId: string
  /** Seconds after its button was pressed for which an order may leave: so long a look at the price holds. */
  sendWithinSeconds: number
  /** Whether the welcome of a first start was put away. */
  welcomed: boolean
  /** Whether the trader was asked if he wants live data. Whatever he said, each source has its own switch. */
  sourcesAsked: boolean
  /** What airdrops, rewards and interest cost in results: nothing, or what they were worth when they came. */
  airdropBasis: IncomeBasis
  /** Whether orders of the practice account fill at the prices of real exchanges, where a source that is on tells them. */
  practiceRealPrices: boolean
  /** When no notification is shown; `null` for never. */
  quietHours: QuietHours | null
}

/** A slow exchange needs a few seconds, and nobody agrees to a price for longer than some minutes. */
export const SEND_WITHIN_SECONDS = { min: 10, max: 300 } as const

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'comfortable',
  presetSize: '50',
  farPrice: '0.05',
  sealing: 'classic',
  autoLockMinutes: 15,
  accountId: 'practice',
  sendWithinSeconds: 60,
  welcomed: false,
  sourcesAsked: false,
  airdropBasis: 'zero',
  practiceRealPrices: true,
  quietHours: null,
}

/** `refused`: the exchange answers, but does not take the key. */
export type VenueState = 'not-started' | 'starting' | 'reachable' | 'unreachable' | 'refused'

export interface AppStatus {
  version: string
  shell: 'electron' | 'chromium' | 'none'
  now: string
  /** The app's monotonic clock, milliseconds: whatever has an `asOfMs` is as old as that lies behind it. */
  monotonicMs: number
  /** How the exchange of each account answers. */
  accounts: {
    accountId: string
    state: VenueState
    lastAnswerAt: string | null
    lastAnswerMs: number | null
    /** The exchange's own words, while it refuses the key. */
    words?: string | undefined
  }[]
  /** When the exchanges are asked next about orders that are not final; `null` while there are none. */
  nextLookAt: string | null
  /** Orders whose answer is not definite yet, and that the trader has not judged himself. */
  unsettledOrders: number
  halted: { all: boolean; accounts: string[] }
  /** When something about the profile needs the trader's attention. */
  notices: Reason[]
}

/** The state of the OS keychain as seen by one deliberate check; never probed unasked, since that may open a prompt. */
export interface KeychainCheck {
  state: 'ok' | 'locked' | 'unreachable'
  detail: Reason
  checkedAt: string
}
