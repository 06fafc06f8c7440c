// What is taken in of an order, alone: by a look-up, by a stream, and when it was believed dead.

import { expect, it } from 'vitest'
import type { OrderChange } from '../../../../../electron/ports/stores.ts'
import type { VenueOrder } from '../../../../../electron/ports/venue.ts'
import { createNotices } from '../../../../../electron/services/common/notices.ts'
import type { ExecutorParts } from '../../../../../electron/services/orders/settling/executor-parts.ts'
import { createOrderIntake } from '../../../../../electron/services/orders/settling/order-intake.ts'
import type { Order } from '../../../../../shared/order.ts'
import { newOrder, venueOrder } from '../../../../support/profile/journal.ts'
import { outgoing } from '../../../../support/questions.ts'

const recorded = newOrder()
const { venueClientId, market, side, type, amount, price } = recorded
const sent = outgoing(venueClientId, { market, side, type, amount, price, validUntil: 5_000 })
const stored = (change: Partial<Order>) =>
  ({ ...recorded, status: 'unknown', filled: '0', venueOrderId: null, ...change }) as unknown as Order
const found = (change: Partial<VenueOrder> = {}) => venueOrder(recorded, { orderId: 'v-1', ...change })

function made() {
  const changes: OrderChange[] = []
  const notices = createNotices(() => {})
  const told = new Map<string, VenueOrder>()
  const writes = {
    timestamp: () => '',
    stored: () => stored({}),
    change: (_intentId: string, what: OrderChange) => {
      changes.push(what)
      return stored({ status: what.status })
    },
  }
  const intake = createOrderIntake({ notices } as ExecutorParts, writes, {
    told,
    covers: new Map(),
    unreported: new Set(),
    unconfirmed: new Map(),
  })
  return { changes, notices, told, intake }
}

it('a look-up that finds the order settles it, and one with other terms is a conflict', () => {
  const { changes, intake } = made()
  const open = found({ status: 'open' })
  expect(intake.take(stored({}), open, sent).status).toBe('open')
  expect(intake.take(stored({}), found({ amount: '999' }), sent).status).toBe('conflict')
  expect(changes.map(({ status }) => status)).toEqual(['open', 'conflict'])
})

it('what is known already, and what was before, changes nothing', () => {
  const { changes, intake } = made()
  const open = stored({ status: 'partially-filled', filled: '60', venueOrderId: 'v-1' })
  expect(intake.take(open, found({ status: 'partially-filled', filled: '60' }), sent)).toBe(open)
  expect(intake.take(open, found({ status: 'partially-filled', filled: '40' }), sent)).toBe(open)
  expect(intake.take(open, found({ status: 'open', filled: '0' }), sent)).toBe(open)
  expect(changes).toEqual([])
})

it('a stream makes an order in doubt an open one, whatever it told of its end, and once', () => {
  const { changes, told, intake } = made()
  told.set(recorded.intentId, found({ status: 'filled', filled: amount }))
  expect(intake.takeTold(stored({}), sent)?.status).toBe('open')
  expect(intake.takeTold(stored({}), sent)).toBeNull()
  expect(changes).toEqual([{ status: 'open', orderId: 'v-1' }])
})

it('a stream that tells other terms settles nothing: look-ups are left to say that it is a conflict', () => {
  const { changes, told, intake } = made()
  told.set(recorded.intentId, found({ amount: '999' }))
  expect(intake.takeTold(stored({}), sent)).toBeNull()
  expect(changes).toEqual([])
})

it('an order that was called dead and is told of is alarmed about', () => {
  const { notices, told, intake } = made()
  told.set(recorded.intentId, found())
  expect(intake.takeTold(stored({ status: 'not-placed' }), sent)?.status).toBe('open')
  expect(notices.list().map(({ code }) => code)).toEqual(['LATE_ORDER'])
})
