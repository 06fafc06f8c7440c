// What the tests of faults share: how an order is lost, and what must hold whatever happened.

import { expect } from 'vitest'
import type { Order, OrderInput } from '../../shared/order.ts'
import type { Fake } from './all.ts'
import type { VenueDesk } from './venue-desk.ts'

/** The end of an order that was never placed, and of which no answer came. */
export function lostEnd({ record }: Fake): Order['status'] {
  // Where a repeat answers with the first order it is sent again; where the venue refuses what comes late it is proven that
  // there is none; elsewhere nobody can know, and the trader is told so.
  if (record.resend === 'replay') return 'filled'
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

/** Whatever happened: at most one order, one key, and what the app says is the ledger's truth. */
export function checkTruth(desk: VenueDesk, order: Order): void {
  const { orders } = desk.engine
  expect(orders.length).toBeLessThan(2)
  expect(new Set(desk.venue.sent.map(({ raw, body }) => (raw || body).includes(order.venueClientId)))).toEqual(
    new Set(desk.venue.sent.length === 0 ? [] : [true]),
  )
  const [placed] = orders
  if (order.status === 'filled') expect(placed?.status).toBe('filled')
  if (order.status === 'not-placed' || order.status === 'rejected' || order.status === 'not-sent')
    expect(orders).toEqual([])
  if (placed !== undefined) expect(Number(order.filled)).toBe(placed.filled)
}
