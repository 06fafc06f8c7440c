// The operations on the audit log: name, input and output of each.

import type { AuditEntry, AuditQuery, AuditReport } from '../audit.ts'
import type { Page } from '../page.ts'
import type { Nothing } from './nothing.ts'

export interface AuditOperations {
  'audit.list': { input: AuditQuery; output: AuditEntry[] }
  'audit.page': { input: AuditQuery; output: Page<AuditEntry> }
  'audit.verify': { input: Nothing; output: AuditReport }
  'audit.export': { input: { path: string }; output: { path: string; entries: number } }
}

/** A record, so that a name that is missing here does not compile. */
export const AUDIT_OPERATIONS: Record<keyof AuditOperations, true> = {
  'audit.list': true,
  'audit.page': true,
  'audit.verify': true,
  'audit.export': true,
}
