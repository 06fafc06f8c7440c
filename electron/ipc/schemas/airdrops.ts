// The shapes of what is asked of airdrops. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { AIRDROP_PROGRESS } from '../../../shared/coin.ts'

export const day = z.iso.date()

/** A day whose hour is not known, or a moment. */
export const deadline = z.union([day, z.iso.datetime()])

export const progress = z.enum(AIRDROP_PROGRESS)
