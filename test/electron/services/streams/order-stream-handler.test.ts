// Evidence of a stream beside a look-up that is under way: an order that is known to be there is not sent again.

import { expect, test } from 'vitest'
import type { VenueOrder } from '../../../../electron/ports/venue.ts'
import type { AccountContext } from '../../../../electron/services/accounts/accounts.ts'
import { createNotices } from '../../../../electron/services/common/notices.ts'
import { createOrderExecutor } from '../../../../electron/services/orders/order-executor.ts'
import { createOrderStreamHandler } from '../../../../electron/services/streams/order-stream-handler.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { createSerialQueue } from '../../../../shared/serial-queue.ts'
import { recordOf } from '../../../../shared/venues/records.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { PERMIT } from '../../../support/permit.ts'
import { newOrder, openJournal } from '../../../support/profile/journal.ts'

const silent = { info: () => {}, warn: () => {}, error: () => {} }

/** A journal with one order whose answer was lost, at a venue where the same order is sent again. */
async function lostOrder() {
  const { journal } = openJournal()
  const clock = makeAppClock()
  const queue = createSerialQueue()
  const notices = createNotices(() => {})
  const executor = createOrderExecutor({
    ...{ journal, clock, notices, logger: silent, trace: () => {} },
    cover: { now: () => null, holds: () => false },
    preTrade: { problem: () => null, checked: () => null, permit: () => PERMIT },
    ...{ changed: () => {}, looked: () => {}, keyRefused: () => {} },
  })
  const venue = { sent: 0, during: () => {} }
  const record = recordOf('coinbase')
  const exchange = {
    record,
    voidKey: null,
    place: async () => {
      venue.sent += 1
      return { phase: 'lost', sent: 'whole', detail: reason('NO_ANSWER_IN_TIME', { seconds: 10 }) }
    },
    find: async () => {
      venue.during()
      return {
        legs: record.legs.map((leg) => ({ leg, state: 'answered', orders: [], unmatched: [] })),
        venueNow: null,
        late: null,
      }
    },
  }
  const desk = { exchange, view: { refresh: async () => {} } } as unknown as AccountContext
  const order = newOrder({ accountId: 'a', type: 'limit', amount: '20' })
  journal.recordIntent(order)
  await executor.send(order, desk)
  const looks = { count: 0 }
  const evidence = createOrderStreamHandler({
    ...{ journal, queue, executor, logger: silent, contextOf: () => desk },
    look: () => {
      looks.count += 1
    },
  })
  const now = () => {
    const stored = journal.get(order.intentId)
    if (stored === null) throw new Error('no order')
    return stored
  }
  const look = () => queue.run('a', () => executor.look(now(), desk))
  const { venueClientId: key, market, side, type } = order
  const found: VenueOrder = {
    ...{ orderId: 'o-1', key, market, side, type, amount: '20', price: null, status: 'open', filled: '0' },
    stopPrice: null,
    ...{ averagePrice: null, fee: null, reason: null, fills: [] },
  }
  return { venue, evidence, queue, looks, look, now, found, executor, desk }
}

test('without evidence the order is sent again', async () => {
  const { venue, look } = await lostOrder()
  await look()
  expect(venue.sent).toBe(2)
})

test('evidence that comes while the places are asked keeps it from being sent again [row 39]', async () => {
  const { venue, look, now, evidence, found } = await lostOrder()
  venue.during = () => evidence.heard('a', found)
  await look()
  expect(venue.sent).toBe(1)
  expect(now()).toMatchObject({ status: 'open', venueOrderId: 'o-1', filled: '0' })
})

test('evidence that comes before the look does the same, and what it says of trades is not believed', async () => {
  const { venue, look, now, evidence, found, queue, looks } = await lostOrder()
  evidence.heard('a', { ...found, status: 'filled', filled: '20', averagePrice: '2' })
  await queue.idle()
  expect(now()).toMatchObject({ status: 'open', filled: '0', averagePrice: null })
  expect(looks.count).toBe(1)
  await look()
  expect(venue.sent).toBe(1)
})

test.each(['rejected', 'canceled', 'expired'] as const)(
  'one that is told as %s, without a trade, is looked at once',
  async (status) => {
    const { now, evidence, found, queue, looks } = await lostOrder()
    for (let at = 0; at < 3; at += 1) evidence.heard('a', { ...found, status })
    await queue.idle()
    expect([now().status, looks.count]).toEqual(['unknown', 1])
    evidence.heard('a', { ...found, status: 'canceled', filled: '5', averagePrice: '2' })
    await queue.idle()
    expect(now()).toMatchObject({ status: 'open', filled: '0' })
  },
)

test('evidence of another account, of another key and of other terms', async () => {
  const { venue, look, now, evidence, found, queue } = await lostOrder()
  evidence.heard('b', found)
  evidence.heard('a', { ...found, key: 'another' })
  await queue.idle()
  expect(now().status).toBe('unknown')
  venue.during = () => evidence.heard('a', { ...found, amount: '21' })
  await look()
  await queue.idle()
  // No evidence, and no conflict either before a look-up has seen it.
  expect([now().status, venue.sent]).toEqual(['unknown', 2])
})
