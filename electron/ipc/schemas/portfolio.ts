// The shapes of what is asked of the portfolio, the trader's own holdings, and his limits. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { coinId, environment, fraction } from './common.ts'

const level = z.enum(['block', 'warn'])

export const rules = z.strictObject({
  project: z.strictObject({ limit: fraction, level }),
  earlyStage: z.strictObject({ limit: fraction, level, basis: z.enum(['each', 'together']) }),
})

export const byHolding = z.strictObject({ environment, coinId })
