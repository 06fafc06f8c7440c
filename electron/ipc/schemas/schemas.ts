// The shapes that input must have before any service sees it. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { SEND_WITHIN_SECONDS } from '../../../shared/app.ts'
import { COIN_KINDS } from '../../../shared/assets.ts'
import { AIRDROP_PROGRESS } from '../../../shared/coin.ts'
import { compare, DECIMAL_PATTERN } from '../../../shared/decimal.ts'
import { MARKET_PATTERN, TICKER_PATTERN } from '../../../shared/markets/ticker.ts'
import { ORDER_STATUSES } from '../../../shared/order.ts'
import { MAX_PAGE_SIZE } from '../../../shared/page.ts'

const MAX_NAME = 80
const MAX_NOTE = 20_000
const MAX_TAGS = 20
const MAX_LIST = 12
const MAX_LOCK_MINUTES = 720

/** Text for one line: trimmed, without control, direction-changing or broken characters that could disguise it. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u)

/** The ids of coins, own and from the catalogue. */
export const coinId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
export const accountId = z.string().regex(/^[a-z0-9][a-z0-9:-]{0,63}$/)
export const fingerprint = z.string().regex(/^[0-9a-f]{4}( [0-9a-f]{4}){7}$/)
export const intentId = z.uuid()
export const market = z.string().regex(MARKET_PATTERN)
export const environment = z.enum(['practice', 'test', 'live'])
export const side = z.enum(['buy', 'sell'])
// Aborts, so that nothing computes with a text that is no decimal.
const decimal = z.string().regex(DECIMAL_PATTERN, { abort: true })
export const positive = decimal.refine((value) => compare(value, '0') > 0)
export const size = z.strictObject({ unit: z.enum(['base', 'quote']), value: positive })
export const day = z.iso.date()
/** A day whose hour is not known, or a moment. */
export const deadline = z.union([day, z.iso.datetime()])
export const nothing = z.strictObject({}).transform((): Record<string, never> => ({}))

const ticker = z.string().regex(TICKER_PATTERN)
/** The name of an exchange, as in the list of them. */
export const venue = z.string().regex(/^[a-z0-9]{1,32}$/)

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
})

/** Text of many lines, in any script; without the characters that would not survive storage or turn text around. */
export const note = z
  .string()
  .max(MAX_NOTE)
  .regex(/^(?:[\t\n\r]|[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069])*$/u)
export const tags = z.array(line(40)).max(MAX_TAGS)
export const progress = z.enum(AIRDROP_PROGRESS)
export const reason = line(500)

const fraction = decimal.refine((value) => compare(value, '0') > 0 && compare(value, '1') <= 0)
const level = z.enum(['block', 'warn'])
export const rules = z.strictObject({
  project: z.strictObject({ limit: fraction, level }),
  earlyStage: z.strictObject({ limit: fraction, level, basis: z.enum(['each', 'together']) }),
})

export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  presetSize: positive.optional(),
  farPrice: fraction.optional(),
  sealing: z.enum(['classic', 'post-quantum']).optional(),
  sendWithinSeconds: z.int().min(SEND_WITHIN_SECONDS.min).max(SEND_WITHIN_SECONDS.max).optional(),
  autoLockMinutes: z.int().positive().max(MAX_LOCK_MINUTES).nullable().optional(),
  accountId: accountId.optional(),
})

/** Half of the price is no deviation any more. */
export const deviation = decimal.refine((value) => compare(value, '0') > 0 && compare(value, '0.5') < 0)

export const timeInForce = z.enum(['gtc', 'ioc', 'post-only'])

/**
 * A market order has no price, a limit order has one, and a stop-limit order has its stop price besides; anything else is a
 * misunderstanding.
 */
export const orderInput = z
  .strictObject({
    intentId,
    type: z.enum(['market', 'limit', 'stop-limit']),
    size,
    price: positive.optional(),
    stopPrice: positive.optional(),
    timeInForce: timeInForce.optional(),
    seen: positive.optional(),
    accountId: accountId.optional(),
    environment: environment.optional(),
    acceptFarPrice: z.boolean().optional(),
  })
  .refine((order) => (order.type === 'market') === (order.price === undefined))
  .refine((order) => (order.type === 'stop-limit') === (order.stopPrice !== undefined))
  .refine((order) => order.type === 'limit' || order.timeInForce !== 'post-only')
  // Once it has triggered nobody is there to see whether it waits or trades.
  .refine((order) => order.type !== 'stop-limit' || (order.timeInForce ?? 'gtc') === 'gtc')

const status = z.enum(ORDER_STATUSES)
export const orderFilter = z.strictObject({
  accountId: accountId.optional(),
  environment: environment.optional(),
  coinId: coinId.optional(),
  status: z.union([status, z.array(status).min(1).max(ORDER_STATUSES.length)]).optional(),
  text: line(200).optional(),
  before: z.int().positive().optional(),
  limit: z.int().positive().max(MAX_PAGE_SIZE).optional(),
})
