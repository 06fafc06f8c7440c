// What the protocol says an answer looks like. Tests read answers only through these, so a changed shape is noticed.

import { z } from 'zod'

const decimal = z.string().regex(/^(0|[1-9]\d{0,17})(\.\d{1,18})?$/)
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const fee = z.strictObject({ asset: z.literal('USDT'), amount: decimal })

export const order = z.strictObject({
  orderId: z.string().min(1),
  key: z.string(),
  market: z.string(),
  side: z.enum(['buy', 'sell']),
  type: z.enum(['market', 'limit']),
  timeInForce: z.enum(['gtc', 'ioc', 'post-only']),
  amount: decimal,
  price: decimal.nullable(),
  status: z.enum(['open', 'partially-filled', 'filled', 'canceled', 'expired']),
  filled: decimal,
  averagePrice: decimal.nullable(),
  fee: fee.nullable(),
  reason: z.string().nullable(),
  createdAt: time,
  updatedAt: time,
  fills: z.array(
    z.strictObject({
      ...{ fillId: z.string().min(1), price: decimal, amount: decimal, fee, at: time },
      source: z.string().optional(),
    }),
  ),
})

export type PlacedOrder = z.infer<typeof order>

export const failure = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string().min(1) }) })

export const keys = z.strictObject({
  environment: z.literal('practice'),
  identity: z.string().length(43),
  serial: z.int().positive(),
  keys: z.array(
    z.strictObject({
      keyId: z.string().regex(/^gk-[0-9a-f]{32}$/),
      suite: z.enum(['0020-0001-0003', '647a-0001-0003']),
      publicKey: z.string(),
    }),
  ),
  signature: z.string().length(86),
  successions: z.array(z.strictObject({ identity: z.string(), successor: z.string(), signature: z.string() })),
})

export const markets = z.strictObject({
  asOf: time,
  markets: z.array(
    z.strictObject({
      market: z.string(),
      coinId: z.string(),
      base: z.string(),
      quote: z.literal('USDT'),
      stage: z.enum(['announced', 'call-auction', 'trading', 'limit-only', 'halted']),
      opensAt: time.nullable(),
      tick: decimal,
      step: decimal,
      minAmount: decimal,
      maxAmount: decimal,
      minNotional: decimal,
      takerFee: decimal,
      makerFee: decimal,
    }),
  ),
})

export const prices = z.strictObject({
  asOf: time,
  prices: z.array(
    z.strictObject({
      ...{ market: z.string(), bid: decimal, ask: decimal, last: decimal, at: time },
      source: z.string().optional(),
    }),
  ),
})

export const balances = z.strictObject({
  asOf: time,
  balances: z.array(z.strictObject({ asset: z.string(), total: decimal, free: decimal })),
})
