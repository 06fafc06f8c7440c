// The orders that the kill test places: several coins, sizes in both units, market and marketable limit.

import type { OrderInput, Side, Size } from '../../shared/order.ts'

export const accountId = 'practice'

export interface OrderPlan {
  coinId: string
  side: Side
  size: Size
  /** A limit far above the market fills at once and takes the other path through the desk. */
  limit: string | null
}

export const PLANS: readonly OrderPlan[] = [
  { coinId: 'peaq', side: 'buy', size: { unit: 'quote', value: '50' }, limit: null },
  { coinId: 'dolomite', side: 'buy', size: { unit: 'quote', value: '123.45' }, limit: null },
  { coinId: 'movement', side: 'buy', size: { unit: 'base', value: '200' }, limit: null },
  { coinId: 'peaq', side: 'buy', size: { unit: 'base', value: '100' }, limit: '0.9' },
]

/** The submit for a plan under one key; made twice it is the same payload. */
export function submitInput(intentId: string, plan: OrderPlan): OrderInput {
  if (plan.limit === null) return { intentId, type: 'market', size: plan.size }
  return { intentId, type: 'limit', size: plan.size, price: plan.limit, acceptFarPrice: true }
}
