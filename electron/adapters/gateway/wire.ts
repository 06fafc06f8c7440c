// The shapes of a gateway's answers. Whatever does not fit exactly is treated as no answer.

import { z } from 'zod'
import { DECIMAL_PATTERN, isZero } from '../../../shared/decimal.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { MarketListing, VenueOrder, VenueQuote } from '../../ports/venue.ts'

const decimal = z.string().regex(DECIMAL_PATTERN, { abort: true })
// What is divided by must not be zero.
const positive = decimal.refine((value) => !isZero(value))
const time = z.iso.datetime()
const fee = z.object({ asset: z.string(), amount: decimal })

// Gateways take no stop-limit orders.
const order = z
  .object({
    orderId: z.string().min(1),
    key: z.string().min(1),
    market: z.string(),
    side: z.enum(['buy', 'sell']),
    type: z.enum(['market', 'limit']),
    amount: decimal,
    price: decimal.nullable(),
    status: z.enum(['open', 'partially-filled', 'filled', 'canceled', 'expired']),
    filled: decimal,
    averagePrice: decimal.nullable(),
    fee: fee.nullable(),
    reason: z
      .string()
      .nullable()
      .transform((words) => (words === null ? null : reason('EXCHANGE_SAID', { words }))),
    fills: z.array(z.object({ fillId: z.string(), price: decimal, amount: decimal, fee, at: time })),
  })
  .transform((told) => ({ ...told, stopPrice: null }))

const error = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

const listing = z.object({
  market: z.string(),
  coinId: z.string(),
  base: z.string(),
  quote: z.string(),
  stage: z
    .enum(['announced', 'call-auction', 'trading', 'limit-only', 'halted'])
    .transform((stage) => (stage === 'call-auction' ? 'auction' : stage)),
  opensAt: time.nullable(),
  tick: positive,
  step: positive,
  minAmount: decimal,
  maxAmount: decimal,
  minNotional: decimal,
  takerFee: decimal,
  makerFee: decimal,
})

const price = z.object({ market: z.string(), bid: positive, ask: positive, last: positive, at: time })

/** base64url in its one right spelling, so that one key never passes as two; the length in characters. */
const binary = (min: number, max = min) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine((text) => Buffer.from(text, 'base64url').toString('base64url') === text)

export const keysAnswer = z.object({
  environment: z.string().max(20),
  identity: binary(43),
  serial: z.int().positive(),
  keys: z
    .array(
      z.object({
        keyId: z.string().regex(/^gk-[0-9a-f]{32}$/),
        suite: z.string().regex(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$/),
        publicKey: binary(1, 4096),
      }),
    )
    .max(16),
  signature: binary(86),
  successions: z.array(z.object({ identity: binary(43), successor: binary(43), signature: binary(86) })).max(16),
})
export const balancesAnswer = z.object({
  asOf: time,
  balances: z.array(z.object({ asset: z.string(), total: decimal, free: decimal })),
})
const marketsAnswer = z.object({ asOf: time, markets: z.array(listing) })
const pricesAnswer = z.object({ asOf: time, prices: z.array(price) })
const voidAnswer = z.union([
  z.object({ outcome: z.literal('order'), order }),
  z.object({ outcome: z.literal('buried') }),
])

export interface ReadAnswer {
  order: VenueOrder | null
  buried: boolean
  code: string | null
  message: string
}

/** What a body says about an order; an unreadable body says nothing, which the order service treats as unknown. */
export function readAnswer(status: number, body: unknown): ReadAnswer {
  const nothing: ReadAnswer = { order: null, buried: false, code: null, message: '' }
  if (status >= 200 && status < 300) {
    const plain = order.safeParse(body)
    if (plain.success) return { ...nothing, order: plain.data }
    const voided = voidAnswer.safeParse(body)
    if (!voided.success) return nothing
    return voided.data.outcome === 'buried' ? { ...nothing, buried: true } : { ...nothing, order: voided.data.order }
  }
  const failed = error.safeParse(body)
  if (!failed.success) return nothing
  const { code, message } = failed.data.error
  return { ...nothing, code, message, buried: status === 410 && code === 'KEY_BURIED' }
}

/** The markets in an answer. Throws when it is malformed. */
export function readMarkets(body: unknown): MarketListing[] {
  return marketsAnswer
    .parse(body)
    .markets.map(({ tick, step, minAmount, maxAmount, minNotional, takerFee, makerFee, ...market }) => ({
      ...market,
      closesAt: null,
      rules: { tick, step, minAmount, maxAmount, minNotional, takerFee, makerFee },
    }))
}

/** The prices in an answer. Throws when it is malformed. */
export function readPrices(body: unknown): VenueQuote[] {
  const { asOf, prices } = pricesAnswer.parse(body)
  return prices.map(({ market, ...quote }) => {
    // Both times are the gateway's: its clock against its own.
    const ageMs = Date.parse(asOf) - Date.parse(quote.at)
    return { market, quote: { ...quote, ageMs: ageMs < 0 ? null : ageMs } }
  })
}
