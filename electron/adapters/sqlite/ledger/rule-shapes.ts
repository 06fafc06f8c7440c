// The trader's limits as they lie in the profile.

import { z } from 'zod'
import { COIN_KINDS } from '../../../../shared/assets.ts'

const limit = z.string().regex(/^-?\d{1,40}(\.\d{1,40})?$/)
const level = z.enum(['block', 'warn'])
const shareRule = z.object({ limit, level })
/** All that `rules` holds; a field that is missing is a rule that he does not have. */
export const RULES = z.object({
  project: shareRule,
  earlyStage: z.object({ limit, level, basis: z.enum(['each', 'together']) }),
  reserve: shareRule.nullish(),
  place: shareRule.nullish(),
  narrative: shareRule.nullish(),
  own: z
    .array(
      shareRule.extend({
        ruleId: z.string(),
        name: z.string(),
        scope: z.union([
          z.object({ coinIds: z.array(z.string()) }),
          z.object({ tag: z.string() }),
          z.object({ kind: z.enum(COIN_KINDS) }),
        ]),
      }),
    )
    .optional(),
})

/** What an order broke. */
export const BREACHES = z.array(z.record(z.string(), z.unknown()))
