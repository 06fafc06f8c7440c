// What the columns of the trader's own research may hold, and of what can be taken back.

import { z } from 'zod'
import { LISTING_STAGES, PUBLISHED_AIRDROPS } from '../../../../shared/coin.ts'
import { LINK_PLACES, TEXT_FACTS } from '../../../../shared/research/coin-facts.ts'

const zDecimal = z.string().regex(/^-?\d{1,40}(\.\d{1,40})?$/)
const zWords = z.string().min(1).max(4_000)
export const COIN_FACT = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('link'), place: z.enum(LINK_PLACES), url: zWords, official: z.boolean() }),
  z.strictObject({ kind: z.literal('contract'), chain: zWords, address: zWords, official: z.boolean() }),
  z.strictObject({ kind: z.literal('stage'), venue: zWords.nullable(), stage: z.enum(LISTING_STAGES) }),
  z.strictObject({ kind: z.literal('score'), name: zWords, value: zDecimal, outOf: zDecimal }),
  z.strictObject({ kind: z.literal('airdrop'), claim: z.enum(PUBLISHED_AIRDROPS) }),
  z.strictObject({ kind: z.literal('backer'), name: zWords, role: zWords.nullable() }),
  z.strictObject({ kind: z.literal('comparable'), name: zWords, coinId: zWords.nullable() }),
  z.strictObject({ kind: z.literal('price'), price: zDecimal, currency: zWords }),
  ...TEXT_FACTS.map((kind) => z.strictObject({ kind: z.literal(kind), text: zWords })),
])

const ROW = z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable()
const CHANGES = z.array(z.strictObject({ table: z.string(), key: z.string(), before: ROW, after: ROW }))
/** Notes with their versions among them. */
const MAX_CHANGES = 4_000_000

/** Rows before and after a change, as JSON. Whether each is one of its table is asked when it is put back. */
export function isUndoText(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > MAX_CHANGES) return false
  try {
    return CHANGES.safeParse(JSON.parse(value)).success
  } catch {
    return false
  }
}
