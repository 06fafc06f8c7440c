// Orders and markets for the fake desktop.

import type { Market, Order } from '../../../shared/order.ts'

const RULES = {
  tick: '0.0001',
  step: '0.01',
  minAmount: '0.01',
  maxAmount: '100000',
  minNotional: '5',
  takerFee: '0.001',
  makerFee: '0.001',
} as const

/** A market of the practice account; without a price it has only been announced. */
export function marketOf(coinId: string, ticker: string, last: string | null, at: string): Market {
  return {
    market: `${ticker}/USDT`,
    coinId,
    base: ticker,
    quote: 'USDT',
    stage: last === null ? 'announced' : 'trading',
    opensAt: last === null ? '2030-01-01T00:00:00.000Z' : null,
    closesAt: null,
    rules: RULES,
    price: last === null ? null : { bid: last, ask: last, last, at, receivedAt: at, asOfMs: 9_000 },
  }
}

/** An order with sensible values for all that a test does not care about. */
export function anOrder(patch: Partial<Order> = {}): Order {
  return {
    intentId: '5f0c6d2e-0000-4000-8000-000000000001',
    accountId: 'practice',
    environment: 'practice',
    coinId: 'peaq',
    market: 'PEAQ/USDT',
    side: 'buy',
    type: 'market',
    timeInForce: 'ioc',
    size: { unit: 'quote', value: '50' },
    amount: '250',
    price: null,
    stopPrice: null,
    status: 'filled',
    reason: null,
    venueClientId: '5f0c6d2e000040008000000000000001',
    venueOrderId: 'P-1',
    filled: '250',
    averagePrice: '0.2',
    fee: { asset: 'USDT', amount: '0.05' },
    fees: [{ asset: 'USDT', amount: '0.05' }],
    cancelRequested: false,
    decidedAt: null,
    search: null,
    payloadHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    attempts: [
      {
        number: 1,
        startedAt: '2026-11-23T10:00:00.000Z',
        outcome: 'accepted',
        sent: 'whole',
        detail: null,
        words: null,
        validUntil: null,
      },
    ],
    createdAt: '2026-11-23T10:00:00.000Z',
    updatedAt: '2026-11-23T10:00:00.100Z',
    ...patch,
  }
}
