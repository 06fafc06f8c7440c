// What crosses between the backend and the vault's process about a source of market data, each way.

import { z } from 'zod'
import type { Reason } from '../../../shared/reasons/reason.ts'
import { isReason } from '../../../shared/reasons/reason-tables.ts'
import { SOURCE_IDS, SOURCE_PLANS } from '../../../shared/sources/sources.ts'

const detail = z.custom<Reason>(isReason)

export const sourceAsk = z.strictObject({
  source: z.enum(SOURCE_IDS),
  plan: z.enum(SOURCE_PLANS).nullable(),
  host: z.string().max(300).nullable(),
  path: z.string().max(10_000),
  maxBytes: z.int().positive().max(4_194_304),
})

export const sourceReply = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('not-sent'), detail }),
  z.strictObject({ phase: z.literal('lost'), sent: z.enum(['part', 'whole']), detail }),
  z.strictObject({
    phase: z.literal('answered'),
    status: z.number(),
    contentType: z.string().max(1_000),
    retryAfter: z.string().max(1_000).nullable(),
    date: z.string().max(1_000).optional(),
    body: z.string().max(4_194_304),
  }),
])
