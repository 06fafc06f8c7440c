// The shapes of what is asked of coins, the watchlist, and the trader's words on them. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { COIN_KINDS } from '../../../shared/assets.ts'
import { TICKER_PATTERN } from '../../../shared/markets/ticker.ts'
import { coinId, line } from './common.ts'

const MAX_NAME = 80
const MAX_TAGS = 20
const MAX_LIST = 12
/** Of any chain: visible characters of ASCII, of which none opens a tag or a quotation. */
const ADDRESS_PATTERN = /^[A-Za-z0-9][A-Za-z0-9:._/-]{2,119}$/
export const address = z.string().regex(ADDRESS_PATTERN)
const ticker = z.string().regex(TICKER_PATTERN)

export const coinFields = z.strictObject({
  coinId: coinId.optional(),
  name: line(MAX_NAME).optional(),
  ticker: ticker.nullable().optional(),
  what: line(400).optional(),
  narratives: z.array(line(40)).max(MAX_LIST).optional(),
  early: z.boolean().nullable().optional(),
  kind: z.enum(COIN_KINDS).nullable().optional(),
  otherTickers: z
    .array(z.strictObject({ ticker, since: z.iso.date().nullable(), until: z.iso.date().nullable() }))
    .max(MAX_LIST)
    .optional(),
  contracts: z
    .array(z.strictObject({ chain: line(40), address }))
    .max(MAX_LIST)
    .optional(),
})

export const tags = z.array(line(40)).max(MAX_TAGS)
