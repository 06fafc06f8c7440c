// The shapes of what is asked of the app itself: its state, settings, profile and files. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { SEND_WITHIN_SECONDS } from '../../../shared/app.ts'
import { INCOME_BASES } from '../../../shared/ledger/ledger.ts'
import { accountId, fraction, positive } from './common.ts'

const MAX_LOCK_MINUTES = 720

const dayTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  presetSize: positive.optional(),
  farPrice: fraction.optional(),
  sealing: z.enum(['classic', 'post-quantum']).optional(),
  sendWithinSeconds: z.int().min(SEND_WITHIN_SECONDS.min).max(SEND_WITHIN_SECONDS.max).optional(),
  autoLockMinutes: z.int().positive().max(MAX_LOCK_MINUTES).nullable().optional(),
  accountId: accountId.optional(),
  welcomed: z.boolean().optional(),
  sourcesAsked: z.boolean().optional(),
  airdropBasis: z.enum(INCOME_BASES).optional(),
  practiceRealPrices: z.boolean().optional(),
  quietHours: z.strictObject({ from: dayTime, until: dayTime }).nullable().optional(),
})

const savePurposes = ['backup', 'audit', 'recovery-kit', 'calendar', 'ledger', 'list'] as const
export const savePurpose = z.strictObject({ purpose: z.enum(savePurposes) })
export const openPurpose = z.strictObject({ purpose: z.enum(['backup', 'ledger', 'list']) })
