// The shapes of what is asked of the vault and its backups. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { line, passphrase, toPath } from './common.ts'

export const create = z.strictObject({ passphrase: passphrase.optional() })
export const unlock = z.strictObject({ passphrase: passphrase.optional(), identity: line(4000).optional() })
export const newPassphrase = z.strictObject({ passphrase: passphrase.nullable() })
export const rotate = z.strictObject({ what: z.enum(['wrapping-key', 'data-key']).optional() })
export const exportTo = toPath.extend({ recipient: line(4000).optional(), passphrase: passphrase.optional() })

export const importFrom = toPath.extend({
  identity: line(4000).optional(),
  passphrase: passphrase.optional(),
  acceptAnotherVault: z.boolean().optional(),
})
