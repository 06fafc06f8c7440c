// The shapes of what is asked of accounts, their keys, and the gateways that they trust. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { LEAK_STEPS } from '../../../shared/accounts.ts'
import { compare } from '../../../shared/decimal.ts'
import { byAccount, decimal, exact, line, passphrase } from './common.ts'

export const fingerprint = z.string().regex(/^[0-9a-f]{4}( [0-9a-f]{4}){7}$/)

/** Half of the price is no deviation any more. */
export const deviation = decimal.refine((value) => compare(value, '0') > 0 && compare(value, '0.5') < 0)

/** Long enough for an RSA key in PEM form, which some exchanges ask for. */
const MAX_SECRET = 8192

const secret = exact(MAX_SECRET)

const account = z.strictObject({
  venue: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
  environment: z.enum(['test', 'live']),
  label: line(60),
})

const key = { apiKey: secret, apiSecret: secret, passphrase: passphrase.optional() }
const sameAccount = z.boolean().optional()
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
