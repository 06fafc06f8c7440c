// The audit log as it is shown: what was done, with which key, and why it was refused. Never a secret.

export const AUDIT_KINDS = ['secret', 'key', 'vault', 'order', 'rule', 'refusal', 'backup', 'alert', 'app'] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

export interface AuditEntry {
  seq: number
  at: string
  kind: AuditKind
  /** What happened, a stable word such as `key-used` or `order-sent`. */
  event: string
  /** The account, order or record that it is about. */
  subject: string | null
  detail: Record<string, string | number | boolean | null>
}

export interface AuditReport {
  ok: boolean
  entries: number
  checkpoints: number
  /** The first entry that is not as it was written; `null` when all are, or when the end is missing. */
  firstBroken: number | null
  /** What was found, in words. */
  detail: string
  /** Whether the end of the log is the one that the keychain remembers; `null` while the vault is locked. */
  anchored: boolean | null
}
