// The vault as the page sees it: its state, never its contents.

import type { Rules } from './portfolio.ts'

export type VaultState = 'none' | 'locked' | 'unlocked' | 'unreachable' | 'mismatch'

/**
 * What the keychain said last. `absent`: it works and holds no key of this vault. `mismatch`: it holds a key that does
 * not open this vault. `degraded`: the vault is open by other means, because the keychain cannot be used.
 */
export type KeychainState = 'ok' | 'absent' | 'locked' | 'unreachable' | 'mismatch' | 'degraded'

export interface VaultStatus {
  state: VaultState
  /** `null` until the keychain was asked. */
  keychain: KeychainState | null
  /** The ways in which this vault can be opened. */
  slots: { keychain: boolean; passphrase: boolean; recovery: boolean }
  createdAt: string | null
  /** When the wrapping key and the data key were last replaced. */
  wrappingKeyAt: string | null
  dataKeyAt: string | null
  /** Sealed records that still use an earlier data key; they are sealed anew in the background. */
  recordsBehind: number
  /** Why the vault was locked last. */
  lockedBy: LockReason | null
  /** After wrong passphrases: the moment from which another try is taken. */
  retryAt: string | null
}

export type LockReason = 'trader' | 'idle' | 'sleep' | 'screen-lock' | 'process-ended' | 'closing'

/** Of a backup that is being written, in bytes; the total is a guess until the copy of the profile is there. */
export interface BackupProgress {
  done: number
  total: number
}

export interface BackupReport {
  path: string
  createdAt: string
  /** Size of the file in bytes. */
  bytes: number
  /** Rows in it, by kind. */
  counts: { orders: number; accounts: number; ownCoins: number; holdings: number; auditEntries: number }
  /** Who signed it: this vault, or another one. `unsigned` is never restored. */
  signedBy: 'this-vault' | 'another-vault'
  /** The limits that a restore replaced by others; `null` where they are the same. A fresh backup changes none. */
  limitsChanged: { before: Rules; after: Rules } | null
}
