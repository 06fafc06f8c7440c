// Until when an order may have been accepted: too early a moment would call an order "not placed" that is on its way.

import { expect, it } from 'vitest'
import { lastValidity, outgoing } from '../../../../electron/services/orders/order-wire.ts'
import type { Attempt } from '../../../../shared/order.ts'
import { newOrder } from '../../../support/profile/journal.ts'

const createdAt = '2026-11-29T12:00:00.000Z'
const SECOND = 1_000
const DAY = 24 * 3_600 * SECOND
const validity = { windowMs: 5 * SECOND, marginMs: 11 * SECOND, lagMs: 0 }

const attempt = (number: number, validUntil: number | null): Attempt => ({
  number,
  startedAt: createdAt,
  outcome: null,
  sent: null,
  detail: null,
  words: null,
  validUntil,
})

it('is that of the last attempt on record', () => {
  expect(lastValidity({ attempts: [attempt(1, 17), attempt(2, 23)], createdAt }, { validity })).toBe(23)
  const three = [attempt(1, 17), attempt(2, 23), attempt(3, 29)]
  expect(lastValidity({ attempts: three, createdAt }, { validity })).toBe(29)
  expect(lastValidity({ attempts: [attempt(1, 17), attempt(2, null)], createdAt }, { validity })).toBeNull()
})

it('without an attempt is as late as a look at the price can hold, by a clock that was a day off [H9]', () => {
  // A backup that was made before the attempt does not know whether the order left: five minutes, the window, and a day.
  expect(lastValidity({ attempts: [], createdAt }, { validity })).toBe(
    Date.parse(createdAt) + 300 * SECOND + 5 * SECOND + DAY,
  )
})

it('is unknown where the exchange refuses no order for its age', () => {
  expect(lastValidity({ attempts: [], createdAt }, { validity: null })).toBeNull()
})

it('goes out with every one of its terms, and until when', () => {
  const order = newOrder()
  const { market, side, type, timeInForce, amount, price, stopPrice } = order
  const terms = { market, side, type, timeInForce, amount, price, stopPrice }
  expect(outgoing(order, 17)).toStrictEqual({ ...terms, key: order.venueClientId, validUntil: 17 })
})
