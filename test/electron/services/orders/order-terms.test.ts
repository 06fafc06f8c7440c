// The hash of what was confirmed: orders of the ledger keep theirs, and every term counts.

import { expect, it } from 'vitest'
import { payloadHash } from '../../../../electron/services/orders/order-terms.ts'
import type { OrderInput } from '../../../../shared/order.ts'

const intentId = '123e4567-e89b-42d3-a456-426614174000'
const ORIGIN = { intentId, accountId: 'practice', coinId: 'peaq', market: 'PEAQ/USDT', side: 'buy' } as const
const LIMIT: OrderInput = { intentId, type: 'limit', size: { unit: 'base', value: '20' }, price: '1.5' }
const STOP: OrderInput = { ...LIMIT, type: 'stop-limit', stopPrice: '1.4' }
const hash = (input: OrderInput) => `sha256-${payloadHash(ORIGIN, input)}`

it('is for market and limit orders what it was before there were stop prices', () => {
  expect(hash({ intentId, type: 'market', size: { unit: 'quote', value: '50' } })).toBe(
    'sha256-d558270f6b5b4fdd4472bbc3a853dc6f8b6307ee0d11ecc84f51e27777859dba',
  )
  expect(hash({ ...LIMIT, price: '1.50', timeInForce: 'post-only' })).toBe(
    'sha256-21c15f3ae82edcf88f15dde6bf9d38264ccfa5b53d11eeb7806bcdebe2c41895',
  )
})

it('tells one stop price from another, and not one spelling from another', () => {
  expect(hash({ ...STOP, stopPrice: '1.40' })).toBe(hash(STOP))
  expect(new Set([LIMIT, STOP, { ...STOP, stopPrice: '1.41' }].map(hash)).size).toBe(3)
})
