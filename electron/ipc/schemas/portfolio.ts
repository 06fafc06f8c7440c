// The shapes of what is asked of the portfolio, the trader's own holdings, and his limits. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { COIN_KINDS } from '../../../shared/assets.ts'
import { MAX_PAGE_SIZE } from '../../../shared/page.ts'
import { RULE_NAMES } from '../../../shared/portfolio.ts'
import { byIntent, coinId, environment, fraction, line, reason } from './common.ts'

const MAX_NARRATIVE = 80
const level = z.enum(['block', 'warn'])

const MAX_NAME = 80
const MAX_TAG = 40
const MOST_RULES = 50
const shareRule = z.strictObject({ limit: fraction, level })
const scope = z.union([
  z.strictObject({ coinIds: z.array(coinId).min(1).max(500) }),
  z.strictObject({ tag: line(MAX_TAG) }),
  z.strictObject({ kind: z.enum(COIN_KINDS) }),
])
const ruleId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

export const rules = z.strictObject({
  project: shareRule,
  earlyStage: z.strictObject({ limit: fraction, level, basis: z.enum(['each', 'together']) }),
  reserve: shareRule.nullish(),
  place: shareRule.nullish(),
  narrative: shareRule.nullish(),
  own: z
    .array(shareRule.extend({ ruleId: ruleId.optional(), name: line(MAX_NAME), scope }))
    .max(MOST_RULES)
    .refine((own) => new Set(own.map((rule) => rule.ruleId ?? rule)).size === own.length)
    .optional(),
})

const until = z.iso.datetime()
export const override = byIntent.extend({ reason, until: until.optional() })
export const overrideFor = z.strictObject({
  ...{ environment, rule: z.enum(RULE_NAMES), subject: line(MAX_NAME).optional(), reason, until },
})
export const byOverride = z.strictObject({ overrideId: ruleId })
export const overrides = z.strictObject({
  before: z.int().min(1).max(1_000_000).optional(),
  limit: z.int().min(1).max(MAX_PAGE_SIZE).optional(),
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
