// The trader's accounts at exchanges, and the life of the key of each. No secret is part of any of these.

import type { Decimal } from './decimal.ts'
import type { Environment } from './order.ts'
import type { Reason } from './reasons/reason.ts'

export interface Account {
  accountId: string
  venue: string
  environment: Environment
  label: string
  /** What the exchange calls the account; `null` while it has not told, or where it never does. */
  venueAccountId: string | null
  /** The key's last four characters; `null` for an account that has no key, or whose key is a reference. */
  keyEnd: string | null
  /** `null` for an account that needs no key. */
  key: AccountKey | null
  /** A key waits beside the current one until it is verified. */
  rotation: Rotation | null
  leak: Leak | null
  /** `null` while every order of this account needs a ticket. Ends with the app's run. */
  oneClick: OneClickMode | null
}

/** `unverified`: the exchange could not be asked about the new key, or did not tell enough; `check` is what it said. */
export interface Rotation {
  stage: 'verifying' | 'unverified' | 'switched'
  keyEnd: string | null
  startedAt: string
  check: KeyCheck | null
}

/** How far one-click orders of an account may go: their value in USDT, and a fraction of the price seen. */
export interface OneClickMode {
  maxValue: Decimal
  deviation: Decimal
}

export type KeySource = 'vault' | 'environment' | 'file' | 'command'

/** `warn` from 80 days on, `alert` from 85, `due` from 90. */
export type KeyAge = 'fresh' | 'warn' | 'alert' | 'due'

export interface AccountKey {
  source: KeySource
  /** False for a reference that came with a backup: nothing is fetched by it until the trader confirms it here. */
  isConfirmed: boolean
  addedAt: string
  ageDays: number
  age: KeyAge
  lastUsedAt: string | null
  check: KeyCheck | null
}

/** What the exchange said of the key. `not-checked`: Prelist has no way to ask this exchange. */
export interface KeyCheck {
  state: 'accepted' | 'refused' | 'unreachable' | 'not-checked'
  /** What the key may do in the exchange's own words; `null` where it does not tell. */
  permissions: string[] | null
  /** Whether the exchange ties the key to addresses; `null` where it does not tell. */
  ipBound: boolean | null
  expiresAt: string | null
  detail: Reason
  at: string
  /** What the exchange calls the account that the key belongs to; `null` where it does not tell. */
  account?: string | null | undefined
  /** The exchange's own words, where it refused the key. */
  words?: string | null | undefined
  /** When it took the key last; a later check that got no answer keeps it. */
  acceptedAt?: string | null | undefined
}

export const LEAK_STEPS = [
  'stop-sending',
  'cancel-orders',
  'revoke-at-venue',
  'drop-local-copy',
  'review-uses',
] as const
export type LeakStep = (typeof LEAK_STEPS)[number]

/** The way out of a leaked key, in this order. What cannot be done offline waits. */
export interface Leak {
  reportedAt: string
  steps: { step: LeakStep; state: 'done' | 'waiting' | 'skipped'; at: string | null }[]
  /** Where the exchange lets its keys be revoked; only the exchange can do it. */
  revokeAt: string | null
}

/** Fingerprints of the identity by which an account's gateway is known, and of one that it shows and that was refused. */
export interface GatewayIdentity {
  /** `null` before the first use. */
  known: string | null
  offered: string | null
}

/** How to get at a key that Prelist does not store: names of variables, paths of files, or commands. */
export interface KeyReference {
  kind: 'environment' | 'file' | 'command'
  apiKey: string
  apiSecret: string
  passphrase?: string | undefined
}
