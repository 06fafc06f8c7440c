// What the tests of streams share: a desk that listens, and waiting for what a stream brings about.

import { expect } from 'vitest'
import type { Order } from '../../../../shared/order.ts'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import type { Manners } from '../../../exchanges/engine.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'
import { until } from '../../../support/until.ts'

/** Those whose own orders are listened to. */
export const STREAMING = FAKES.filter(({ record }) => record.streams.includes('orders'))

/** Those whose books are. */
export const TELLING_BOOKS = FAKES.filter(({ record }) => record.streams.includes('book'))

export const RESTING = { type: 'limit', price: '1.5', size: { unit: 'base', value: '20' } } as const

/** A desk whose account is watched; nothing streams there yet. */
export async function watchingDesk(fake: Fake, manners: Partial<Manners> = {}): Promise<VenueDesk> {
  const desk = await startVenueDesk(fake, { ...manners, listens: true })
  // What a submit would ask for is known, so that nothing but orders goes over the wire later.
  await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  await desk.ok('portfolio.get', { environment: 'test' })
  return desk
}

/** A desk that listens to the own orders of its account. */
export async function listeningDesk(fake: Fake, manners: Partial<Manners> = {}): Promise<VenueDesk> {
  const desk = await watchingDesk(fake, manners)
  desk.venue.streams.isOn = true
  await desk.ok('markets.list', { accountId: desk.accountId })
  await until(() => desk.venue.streams.listeners().length > 0)
  return desk
}

export const stored = (desk: VenueDesk, { intentId }: Pick<Order, 'intentId'>): Promise<Order> =>
  desk.ok('orders.get', { intentId })

/** Waits until the order has this status, without time going on. */
export async function becomes(
  desk: VenueDesk,
  order: Pick<Order, 'intentId'>,
  status: Order['status'],
): Promise<Order> {
  let now = await stored(desk, order)
  while (now.status !== status) {
    await until(() => true)
    now = await stored(desk, order)
  }
  expect(now.status).toBe(status)
  return now
}

/** Resolves when everything that was told before is taken in. */
export async function heardOf(desk: VenueDesk): Promise<void> {
  const { streams } = desk.venue
  // A connection answers in order: with the pong everything before it was delivered, and what it brought about takes turns
  // of the event loop and the account's lane.
  await Promise.all(streams.listeners().map((peer) => peer.ponged()))
  for (let turn = 0; turn < 20; turn += 1) await until(() => true)
}
