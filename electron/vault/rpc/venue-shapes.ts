// What crosses between the backend and the vault's process about a venue, each way.

import { z } from 'zod'
import { DECIMAL_PATTERN, SIGNED_PATTERN } from '../../../shared/decimal.ts'
import { MARKET_STAGES } from '../../../shared/markets/market-stages.ts'
import type { Reason } from '../../../shared/reasons/reason.ts'
import { isReason } from '../../../shared/reasons/reason-tables.ts'
import { LOOKUP_SOURCES } from '../../../shared/venues/record.ts'

const decimal = z.string().regex(DECIMAL_PATTERN)
// What is owed is a total below nothing.
const signed = z.string().regex(SIGNED_PATTERN)
const name = z.string().max(100)
const words = z.string().max(1_000)
const reason = z.custom<Reason>(isReason)
const time = z.number().nullable()
const leg = z.enum(LOOKUP_SOURCES)
const side = z.enum(['buy', 'sell'])
const type = z.enum(['market', 'limit', 'stop-limit'])
const timeInForce = z.enum(['gtc', 'ioc', 'post-only'])

const order = z.strictObject({
  key: name,
  market: name,
  side,
  type,
  timeInForce,
  amount: decimal,
  price: decimal.nullable(),
  stopPrice: decimal.nullable(),
  validUntil: time,
})
const question = z.strictObject({ order, orderId: name.nullable(), since: z.number() })

const limit = z.strictObject({ at: z.number(), until: z.number(), withinMs: z.number() })

export const venueCall = z.strictObject({
  venue: name,
  host: z.string().max(2_000).nullable(),
  ask: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('place'), order, limit }),
    z.strictObject({ kind: z.literal('cancel'), question }),
    z.strictObject({ kind: z.literal('find'), question, isBackground: z.boolean().optional() }),
    z.strictObject({ kind: z.literal('known'), questions: z.array(question), isBackground: z.boolean().optional() }),
    z.strictObject({ kind: z.literal('room'), requests: z.number() }),
    z.strictObject({ kind: z.literal('offset'), maxAgeMs: z.number().nonnegative().optional() }),
    z.strictObject({ kind: z.literal('markets'), bases: z.array(name) }),
    z.strictObject({ kind: z.literal('prices'), markets: z.array(name), assets: z.array(name) }),
    z.strictObject({ kind: z.literal('balances') }),
    z.strictObject({
      kind: z.literal('open'),
      market: name.nullable().optional(),
      isBackground: z.boolean().optional(),
    }),
    z.strictObject({ kind: z.enum(['depth', 'limits']), market: name }),
  ]),
})

export const streamCall = z.strictObject({
  venue: name,
  host: z.string().max(2_000).nullable(),
  stream: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('orders') }),
    z.strictObject({ kind: z.literal('book'), market: name }),
  ]),
})

// A rebate is below zero.
const fee = z.strictObject({ asset: name, amount: z.string().regex(SIGNED_PATTERN) })
const venueOrder = z.strictObject({
  orderId: name,
  key: name,
  market: name,
  side,
  type,
  amount: decimal,
  price: decimal.nullable(),
  stopPrice: decimal.nullable(),
  status: z.enum(['open', 'partially-filled', 'filled', 'canceled', 'expired', 'rejected']),
  filled: decimal,
  averagePrice: decimal.nullable(),
  fee: fee.nullable(),
  reason: reason.nullable(),
  fills: z.array(z.strictObject({ fillId: name, price: decimal, amount: decimal, fee, at: name })),
})
const answer = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('not-sent'), detail: reason }),
  z.strictObject({ phase: z.literal('lost'), sent: z.enum(['part', 'whole']).nullable(), detail: reason }),
  z.strictObject({
    phase: z.literal('answered'),
    status: z.number(),
    code: words.nullable(),
    message: words,
    order: venueOrder.nullable(),
    orderId: name.nullable(),
    buried: z.boolean(),
  }),
])
const legAnswer = z.discriminatedUnion('state', [
  z.strictObject({ leg, state: z.literal('answered'), orders: z.array(venueOrder), unmatched: z.array(name) }),
  z.strictObject({ leg, state: z.literal('failed'), detail: reason }),
])
const band = z.strictObject({ low: decimal.nullable(), high: decimal.nullable() })
const rules = z.strictObject({
  tick: decimal,
  step: decimal,
  minAmount: decimal,
  maxAmount: decimal,
  minNotional: decimal,
  takerFee: decimal,
  makerFee: decimal,
  feeSource: z.enum(['account', 'guess']).optional(),
  marketMaxAmount: decimal.optional(),
  maxNotional: decimal.optional(),
  applyMinToMarket: z.boolean().optional(),
  applyMaxToMarket: z.boolean().optional(),
  priceBands: z.strictObject({ buy: band, sell: band, of: z.enum(['last', 'average', 'index']) }).optional(),
})
const listing = z.strictObject({
  market: name,
  base: name,
  quote: name,
  stage: z.enum(MARKET_STAGES),
  opensAt: name.nullable(),
  closesAt: name.nullable(),
  takes: z
    .strictObject({ orderTypes: z.array(type), timesInForce: z.array(timeInForce), sides: z.array(side) })
    .partial()
    .optional(),
  rules,
})
const quote = z.strictObject({
  bid: decimal,
  ask: decimal,
  last: decimal,
  at: name.nullable(),
  ageMs: z.number().nonnegative().nullable(),
})
const levels = z.array(z.tuple([decimal, decimal])).max(1_000)

const limits = z.strictObject({
  buy: band,
  sell: band,
  at: name.nullable(),
  ageMs: z.number().nonnegative().nullable(),
})
const depth = z.strictObject({ at: name, bids: levels, asks: levels })

/** What a stream tells. */
export const venueNews = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['up', 'down', 'stir']) }),
  z.strictObject({ kind: z.literal('order'), order: venueOrder }),
  z.strictObject({ kind: z.literal('depth'), market: name, depth }),
])

export const venueReply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), answer }),
  z.strictObject({
    kind: z.literal('round'),
    round: z.strictObject({
      legs: z.array(legAnswer),
      venueNow: time,
      late: answer.nullable(),
      unlisted: z.literal(true).optional(),
    }),
  }),
  z.strictObject({ kind: z.literal('offset'), offset: z.number(), ageMs: z.number().nonnegative() }),
  z.strictObject({ kind: z.literal('listings'), listings: z.array(listing) }),
  z.strictObject({ kind: z.literal('quotes'), quotes: z.array(z.strictObject({ market: name, quote })) }),
  z.strictObject({
    kind: z.literal('balances'),
    balances: z.array(z.strictObject({ asset: name, total: signed, free: decimal })),
  }),
  z.strictObject({ kind: z.literal('orders'), orders: z.array(venueOrder) }),
  z.strictObject({ kind: z.literal('known'), found: z.array(z.array(legAnswer).nullable()) }),
  z.strictObject({ kind: z.literal('room'), ms: z.number().nonnegative() }),
  z.strictObject({ kind: z.literal('depth'), depth }),
  z.strictObject({ kind: z.literal('limits'), limits: limits.nullable() }),
  z.strictObject({
    kind: z.literal('failed'),
    detail: reason,
    keyRefused: words.optional(),
    isOurs: z.literal(true).optional(),
  }),
])
