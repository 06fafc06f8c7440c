// The shapes of what the trader found out about a coin. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { LISTING_STAGES, PUBLISHED_AIRDROPS } from '../../../shared/coin.ts'
import { compare } from '../../../shared/decimal.ts'
import { LINK_PLACES, TEXT_FACTS } from '../../../shared/research/coin-facts.ts'
import { address } from './coins.ts'
import { coinId, decimal, line, positive } from './common.ts'

const MAX_NAME = 80
const MAX_TEXT = 400
const MAX_URL = 2_000

/** An address of the web without a name or password in it, as it was typed. */
const url = line(MAX_URL).refine((text) => {
  const parsed = URL.parse(text)
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
  return isWeb && parsed?.username === '' && parsed.password === ''
})
const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('link'), place: z.enum(LINK_PLACES), url, official: z.boolean() }),
  z.strictObject({ kind: z.literal('contract'), chain: line(40), address, official: z.boolean() }),
  z.strictObject({ kind: z.literal('stage'), venue: line(MAX_NAME).nullable(), stage: z.enum(LISTING_STAGES) }),
  z
    .strictObject({ kind: z.literal('score'), name: line(MAX_NAME), value: decimal, outOf: positive })
    .refine((score) => compare(score.value, score.outOf) <= 0),
  z.strictObject({ kind: z.literal('airdrop'), claim: z.enum(PUBLISHED_AIRDROPS) }),
  z.strictObject({ kind: z.literal('backer'), name: line(MAX_NAME), role: line(MAX_NAME).nullable() }),
  z.strictObject({ kind: z.literal('comparable'), name: line(MAX_NAME), coinId: coinId.nullable() }),
  z.strictObject({ kind: z.literal('price'), price: positive, currency: z.string().regex(/^[A-Z0-9]{2,10}$/) }),
  ...TEXT_FACTS.map((kind) => z.strictObject({ kind: z.literal(kind), text: line(MAX_TEXT) })),
])

export const factId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
export const factFields = z.strictObject({
  coinId,
  factId: factId.optional(),
  value: value.optional(),
  source: line(MAX_TEXT).nullable().optional(),
  asOf: z.union([z.iso.date(), z.iso.datetime()]).nullable().optional(),
})
