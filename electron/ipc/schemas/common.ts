// The shapes that several areas take: ids, amounts, texts. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { compare, DECIMAL_PATTERN } from '../../../shared/decimal.ts'
import { MARKET_PATTERN } from '../../../shared/markets/ticker.ts'

const MAX_NOTE = 20_000

/** Text for one line: trimmed, without control, direction-changing or broken characters that could disguise it. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u)

/** The ids of coins, own and from the catalogue. */
export const coinId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

export const accountId = z.string().regex(/^[a-z0-9][a-z0-9:-]{0,63}$/)
export const intentId = z.uuid()
export const market = z.string().regex(MARKET_PATTERN)
export const environment = z.enum(['practice', 'test', 'live'])
export const side = z.enum(['buy', 'sell'])

// Aborts, so that nothing computes with a text that is no decimal.
export const decimal = z.string().regex(DECIMAL_PATTERN, { abort: true })

export const positive = decimal.refine((value) => compare(value, '0') > 0)
export const size = z.strictObject({ unit: z.enum(['base', 'quote']), value: positive })
export const nothing = z.strictObject({}).transform((): Record<string, never> => ({}))

/** Text of many lines, in any script; without the characters that would not survive storage or turn text around. */
export const note = z
  .string()
  .max(MAX_NOTE)
  .regex(/^(?:[\t\n\r]|[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069])*$/u)

export const reason = line(500)
export const fraction = decimal.refine((value) => compare(value, '0') > 0 && compare(value, '1') <= 0)
export const timeInForce = z.enum(['gtc', 'ioc', 'post-only'])
const MAX_PASSPHRASE = 1024
const MAX_PATH = 4096

/** Text that is kept exactly as it came: no trimming, since a space can be part of a passphrase. */
export const exact = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cs}\0]*$/u)

export const passphrase = exact(MAX_PASSPHRASE)
const path = exact(MAX_PATH)
export const byAccount = z.strictObject({ accountId })
export const toPath = z.strictObject({ path })
export const byCoin = z.strictObject({ coinId })
export const byIntent = z.strictObject({ intentId })
