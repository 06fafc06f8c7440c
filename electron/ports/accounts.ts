// Accounts and keys as they are stored, and what their services need of others.

import type { KeyCheck, KeyReference, KeySource, Leak } from '../../shared/accounts.ts'

export interface AccountRow {
  accountId: string
  venue: string
  environment: 'test' | 'live'
  label: string
  /** What the exchange calls the account; `null` while it has not told, or where it never does. */
  venueAccount: string | null
  leak: Leak | null
  createdAt: string
}

/** `next` waits beside `current` until it is verified; `old` is what `current` was, until it is dropped. */
export type KeyRole = 'current' | 'next' | 'old'

export interface KeyRow {
  keyId: string
  accountId: string
  role: KeyRole
  keyEnd: string | null
  /** Tells that two keys are the same one; says nothing else of them. */
  fingerprint: string | null
  source: KeySource
  reference: KeyReference | null
  /** The sealed record; `null` for a reference, and once the local copy was dropped. */
  recordId: string | null
  addedAt: string
  lastUsedAt: string | null
  check: KeyCheck | null
  /** The last age in days that the trader was reminded at. */
  lastReminderDays: number
}

export interface AccountStore {
  transaction<T>(work: () => T): T
  accounts(): AccountRow[]
  account(accountId: string): AccountRow | null
  addAccount(row: Omit<AccountRow, 'leak'>): void
  rename(accountId: string, label: string): void
  setVenueAccount(accountId: string, venueAccount: string): void
  saveLeak(accountId: string, leak: Leak | null): void
  removeAccount(accountId: string): void
  keys(accountId: string): KeyRow[]
  hasFingerprint(fingerprint: string): boolean
  addKey(key: Omit<KeyRow, 'lastUsedAt' | 'check' | 'lastReminderDays'>): void
  /** True where the trader said yes to this exact reference on this machine. */
  isConfirmed(reference: KeyReference): boolean
  confirmReference(reference: KeyReference): void
  setRole(keyId: string, role: KeyRole): void
  setUsed(keyId: string, at: string): void
  saveCheck(keyId: string, check: KeyCheck): void
  setTold(keyId: string, days: number): void
  removeKey(keyId: string): void
}

/** Asks the trader, outside the page, whether this exact command may be run. Resolves false without an answer. */
export type ConfirmCommand = (command: string) => Promise<boolean>
