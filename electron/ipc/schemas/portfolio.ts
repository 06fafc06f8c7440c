// The shapes of what is asked of the portfolio, the trader's own holdings, and his limits. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { coinId, environment, fraction, line } from './common.ts'

const MAX_NARRATIVE = 80
const level = z.enum(['block', 'warn'])

export const rules = z.strictObject({
  project: z.strictObject({ limit: fraction, level }),
  earlyStage: z.strictObject({ limit: fraction, level, basis: z.enum(['each', 'together']) }),
})

export const byHolding = z.strictObject({ environment, coinId })

const MOST_TARGETS = 500
const target = z.union([
  z.strictObject({ coinId, share: fraction }),
  z.strictObject({ narrative: line(MAX_NARRATIVE), share: fraction }),
])
export const targetsOf = z.strictObject({ environment: environment.optional() })
export const targets = z.strictObject({
  environment: environment.optional(),
  items: z.array(target).max(MOST_TARGETS),
  band: fraction.optional(),
})
export const plan = z.strictObject({ environment })
