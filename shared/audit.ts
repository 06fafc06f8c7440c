// The audit log as it is shown: what was done, with which key, and why it was refused. Never a secret.

import type { Reason } from './reasons/reason.ts'

export const AUDIT_KINDS = ['secret', 'key', 'vault', 'order', 'rule', 'refusal', 'backup', 'alert', 'app'] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/**
 * Every word that an entry's `event` can be, by kind. The words are part of the log's format and are never renamed: old
 * logs hold them. `secret` is what was done with a key's secret half; its subject is the account's id.
 */
export const AUDIT_EVENTS = {
  secret: ['key-used', 'key-stored', 'key-resealed'],
  key: [
    'account-added',
    'account-renamed',
    'account-removed',
    'key-checked',
    'key-refused',
    'key-dropped',
    'key-age-reached',
    'command-confirmed',
    'reference-confirmed',
    'rotation-started',
    'rotation-checked',
    'rotation-switched',
    'rotation-finished',
    'rotation-canceled',
    'leak-reported',
    'leak-step',
    'leak-ended',
    'gateway-key-accepted',
    'source-key-removed',
  ],
  vault: [
    'vault-created',
    'vault-unlocked',
    'unlock-failed',
    'vault-locked',
    'vault-adopted',
    'passphrase-set',
    'passphrase-removed',
    'wrapping-key-rotated',
    'data-key-rotated',
    'data-keys-retired',
    'records-resealed',
    'recovery-kit-written',
    'keychain-changed',
    'keychain-mismatch',
  ],
  order: [
    'order-recorded',
    'order-attempted',
    'order-answered',
    'order-changed',
    'cancel-requested',
    'sending-halted',
    'sending-resumed',
    'staged-saved',
    'staged-changed',
  ],
  rule: ['rules-saved', 'rule-overridden', 'override-ended', 'one-click-allowed', 'one-click-ended'],
  refusal: ['order-refused', 'sender-refused', 'operation-unknown', 'input-refused', 'gateway-key-refused'],
  backup: ['backup-begun', 'backup-written', 'backup-failed', 'backup-restored', 'restore-failed'],
  alert: [
    'many-secret-uses',
    'secret-used-while-locked',
    'unlock-failed-often',
    'unknown-sender',
    'input-refused-often',
    'clock-turned-back',
    'key-too-old',
    'log-broken',
    'log-cut',
    'keychain-not-ours',
    'order-not-journaled',
  ],
  app: ['app-opened', 'app-closed', 'log-exported', 'source-on', 'source-off'],
} as const satisfies Record<AuditKind, readonly string[]>

export type AuditEventName<K extends AuditKind = AuditKind> = (typeof AUDIT_EVENTS)[K][number]
export type AlertName = AuditEventName<'alert'>

/** Facts of an entry: short words and numbers, never a text that a secret could be part of. */
export type AuditDetail = Record<string, string | number | boolean | null>

export interface AuditEntry {
  seq: number
  at: string
  kind: AuditKind
  /** What happened, a stable word of `AUDIT_EVENTS`. */
  event: string
  /** The account, order or record that it is about. */
  subject: string | null
  detail: AuditDetail
}

/** Which entries are asked for, the newest first; `before`: only those with a lower number. */
export interface AuditQuery {
  kind?: AuditKind | undefined
  subject?: string | undefined
  search?: string | undefined
  before?: number | undefined
  limit?: number | undefined
}

export interface AuditReport {
  ok: boolean
  entries: number
  checkpoints: number
  /** The first entry that is not as it was written; `null` when all are, or when the end is missing. */
  firstBroken: number | null
  /** What was found. */
  detail: Reason
  /** Whether the end of the log is the one that the keychain remembers; `null` while the vault is locked. */
  anchored: boolean | null
}
