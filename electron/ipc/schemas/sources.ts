// The shapes of what is asked of market-data sources. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { HISTORY_RANGES } from '../../../shared/sources/quotes.ts'
import { SOURCE_IDS, SOURCE_PLANS } from '../../../shared/sources/sources.ts'
import { byCoin, coinId, exact, line } from './common.ts'

/** Longer than any key that these sources give out. */
const MAX_KEY = 256
const MAX_COINS = 1_000

export const bySource = z.strictObject({ source: z.enum(SOURCE_IDS) })

export const sourceChange = bySource.extend({
  enabled: z.boolean(),
  apiKey: exact(MAX_KEY).optional(),
  reference: z
    .strictObject({ kind: z.enum(['environment', 'file', 'command']), apiKey: line(1000) })
    .nullable()
    .optional(),
  plan: z.enum(SOURCE_PLANS).optional(),
  perMinute: z.int().min(1).max(10_000).optional(),
  perMonth: z.int().min(1).max(100_000_000).optional(),
})

export const coins = z.strictObject({ coinIds: z.array(coinId).max(MAX_COINS).optional() })
export const history = byCoin.extend({ range: z.enum(HISTORY_RANGES) })
