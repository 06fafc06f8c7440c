// The shapes of what is asked of the audit log. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { AUDIT_KINDS } from '../../../shared/audit.ts'
import { line } from './common.ts'

const MAX_ENTRIES = 1000
const seq = z.int().positive()

export const auditQuery = z.strictObject({
  kind: z.enum(AUDIT_KINDS).optional(),
  subject: line(200).optional(),
  search: line(200).optional(),
  before: seq.optional(),
  limit: seq.max(MAX_ENTRIES).optional(),
})
