// What a sealed order body must contain, and the fingerprint by which two bodies count as the same.

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isDecimal, normalize } from '../../../shared/decimal.ts'

/** The spelling of idempotency keys. */
export const IDEMPOTENCY_KEY_PATTERN = /^[A-Za-z0-9_-]{1,64}$/

const decimal = z.string().refine((text) => isDecimal(text))

const orderPayload = z
  .strictObject({
    keyId: z.string(),
    suite: z.string(),
    idempotencyKey: z.string(),
    accountId: z.string(),
    market: z.string().max(40),
    side: z.enum(['buy', 'sell']),
    type: z.enum(['market', 'limit']),
    timeInForce: z.enum(['gtc', 'ioc', 'post-only']),
    amount: decimal,
    price: decimal.nullable(),
  })
  .refine((order) => (order.type === 'limit') === (order.price !== null))
  .refine((order) => order.type === 'limit' || order.timeInForce !== 'post-only')

export type OrderPayload = z.infer<typeof orderPayload>

/** The order in `value`, or `null` when it is malformed. */
export function parsePayload(value: unknown): OrderPayload | null {
  const parsed = orderPayload.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** SHA-256 over what is ordered. Spellings of one amount count as the same, the exchange's key and suite do not count. */
export function fingerprintOf(order: OrderPayload): string {
  const { market, side, type, timeInForce, amount, price } = order
  const terms = [market, side, type, timeInForce, normalize(amount), price === null ? null : normalize(price)]
  return createHash('sha256').update(JSON.stringify(terms)).digest('hex')
}
