// The shapes of what is asked of the vault, the keys, the backups and the audit log.

import { z } from 'zod'
import { LEAK_STEPS } from '../../../shared/accounts.ts'
import { AUDIT_KINDS } from '../../../shared/audit.ts'
import { accountId, line } from './schemas.ts'

/** Long enough for an RSA key in PEM form, which some exchanges ask for. */
const MAX_SECRET = 8192
const MAX_PASSPHRASE = 1024
const MAX_PATH = 4096
const MAX_ENTRIES = 1000

/** Text that is kept exactly as it came: no trimming, since a space can be part of a passphrase. */
const exact = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cs}\0]*$/u)
const secret = exact(MAX_SECRET)
const passphrase = exact(MAX_PASSPHRASE)
const path = exact(MAX_PATH)
const seq = z.int().positive()

const account = z.strictObject({
  venue: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
  environment: z.enum(['test', 'live']),
  label: line(60),
})
const key = { apiKey: secret, apiSecret: secret, passphrase: passphrase.optional() }
const sameAccount = z.boolean().optional()

export const byAccount = z.strictObject({ accountId })
export const newAccount = account.extend(key).extend({ sameAccount })
export const newReference = account.extend({
  sameAccount,
  reference: z.strictObject({
    kind: z.enum(['environment', 'file', 'command']),
    apiKey: line(1000),
    apiSecret: line(1000),
    passphrase: line(1000).optional(),
  }),
})
export const newLabel = byAccount.extend({ label: line(60) })
export const newKey = byAccount.extend(key)
export const leakStep = byAccount.extend({ step: z.enum(LEAK_STEPS), skip: z.boolean().optional() })

export const create = z.strictObject({ passphrase: passphrase.optional() })
export const unlock = z.strictObject({ passphrase: passphrase.optional(), identity: line(4000).optional() })
export const newPassphrase = z.strictObject({ passphrase: passphrase.nullable() })
export const rotate = z.strictObject({ what: z.enum(['wrapping-key', 'data-key']).optional() })
export const toPath = z.strictObject({ path })
export const exportTo = toPath.extend({ recipient: line(4000).optional(), passphrase: passphrase.optional() })
export const importFrom = toPath.extend({
  identity: line(4000).optional(),
  passphrase: passphrase.optional(),
  acceptAnotherVault: z.boolean().optional(),
})
export const savePurpose = z.strictObject({ purpose: z.enum(['backup', 'audit', 'recovery-kit']) })
export const openPurpose = z.strictObject({ purpose: z.enum(['backup']) })
export const auditQuery = z.strictObject({
  kind: z.enum(AUDIT_KINDS).optional(),
  subject: line(200).optional(),
  search: line(200).optional(),
  before: seq.optional(),
  limit: seq.max(MAX_ENTRIES).optional(),
})
