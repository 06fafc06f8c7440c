// The shapes of what is asked of orders. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { ORDER_STATUSES } from '../../../shared/order.ts'
import { MAX_PAGE_SIZE } from '../../../shared/page.ts'
import { accountId, coinId, environment, intentId, line, positive, size, timeInForce } from './common.ts'

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

export const forAccount = z.strictObject({ accountId: accountId.optional() })
