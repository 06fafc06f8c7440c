// What the tests of faults share: orders that rest, orders that are lost, and how they end.

import { expect } from 'vitest'
import type { Order, OrderInput } from '../../shared/order.ts'
import { DOCUMENTED, FAKES, type Fake } from '../exchanges/all.ts'
import type { VenueDesk } from './venue-desk.ts'

/** An order that waits, and the same in the venue's own terms. */
export const RESTING = { type: 'limit', price: '1.5', size: { unit: 'base', value: '20' } } as const
export const TERMS = {
  market: 'PEAQ/USDT',
  side: 'buy',
  type: 'limit',
  timeInForce: 'gtc',
  amount: 20,
  price: 1.5,
} as const

/** Where a repeat answers with the first order. */
export const REPLAYED = FAKES.filter(({ record }) => record.keyRule === 'replayed')
/** Where the venue looks for the key among the orders that are open, at least. */
export const CHECKED = FAKES.filter(({ record }) => record.keyRule !== 'unchecked')

/** Where market orders are taken. */
export const WITH_MARKET_ORDERS = FAKES.filter(({ record }) => record.orderTypes.includes('market'))

/** Where all open orders can be listed, those of others as well; the last fake lists one market's only. */
export const LISTING = DOCUMENTED

/** What trades at once, for fifty of the currency that it is paid with. */
export const fifty = (desk: VenueDesk) => ({ ...desk.atOnce(), size: { unit: 'quote', value: '50' } }) as const

/** The price of that, where it has one: a look at an order needs no more of it. */
export const pricedAtOnce = (desk: VenueDesk, market?: string): { price?: string } => {
  const { price } = desk.atOnce(market)
  return typeof price === 'string' ? { price } : {}
}

export const stored = (desk: VenueDesk, { intentId }: Order) => desk.ok('orders.get', { intentId })

/** The end of an order that was never placed, and of which no answer came; of one at a limit price that would trade at once. */
export function lostEnd({ record }: Fake, isLimit = false): Order['status'] {
  // Where a repeat answers with the first order, and while the look at the price holds, but never at any price.
  if (record.resend === 'replay' && isLimit) return 'filled'
  // Where the venue refuses what comes late it is proven that there is none; elsewhere nobody can know, and the trader is
  // told so.
  return record.validity === null ? 'stuck' : 'not-placed'
}

/** Submits what must go out. */
export async function submitted(desk: VenueDesk, input: Partial<OrderInput> = {}): Promise<Order> {
  const order = await desk.submit(input)
  if (typeof order === 'string') throw new Error(order)
  return order
}

/** Submits into a fault that nobody answers: time passes until our own deadline. */
export async function lost(desk: VenueDesk, input: Partial<OrderInput> = {}): Promise<Order> {
  const answer = desk.submit(input)
  await desk.clock.sleeping(5_000)
  while (desk.venue.sent.length === 0) await desk.venue.asking()
  desk.clock.advance(5_000)
  const order = await answer
  if (typeof order === 'string') throw new Error(order)
  return order
}

/** An order that waits at the venue, and is known to. */
export async function resting(desk: VenueDesk): Promise<Order> {
  const order = await submitted(desk, RESTING)
  await desk.ok('orders.reconcile')
  expect((await stored(desk, order)).status).toBe('open')
  return order
}

/** Whether a cancel is among these requests, each by method and path. */
export const isCancelAmong = (asked: readonly string[]): boolean =>
  asked.some((line) => line.startsWith('DELETE') || /cancel/i.test(line))
