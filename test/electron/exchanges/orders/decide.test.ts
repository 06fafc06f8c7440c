// Orders about which nobody can tell: their market waits, the trader judges, and only then it goes on.

import { expect, test } from 'vitest'
import type { Order } from '../../../../shared/order.ts'
import { FAKES } from '../../../exchanges/all.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'

const [BINANCE] = FAKES
if (BINANCE === undefined) throw new Error('no fake')
const fake = BINANCE

async function unknownOrder(desk: VenueDesk): Promise<Order> {
  desk.venue.faults.push({ kind: 'drop', when: 'before' })
  const order = await desk.submit()
  if (typeof order === 'string') throw new Error(order)
  return order
}

const another = { type: 'market', size: { unit: 'quote', value: '60' } } as const
const reason = 'I looked at the page of the exchange.'

const termsOf = ({ venueClientId }: Order) =>
  ({ key: venueClientId, market: 'PEAQ/USDT', side: 'buy', timeInForce: 'gtc' }) as const

async function next(desk: VenueDesk, side: 'buy' | 'sell' = 'sell'): Promise<string> {
  const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side })
  return desk.code('orders.submit', { intentId, ...another })
}

test('an order with other terms under our key freezes its market until it was looked at', async () => {
  const desk = await startVenueDesk(fake)
  const order = await unknownOrder(desk)
  desk.engine.place({ ...termsOf(order), type: 'limit', amount: 10, price: 1 })
  const found = await desk.settle(order)
  expect(found.status).toBe('conflict')
  expect(found.reason).toEqual({ code: 'OTHER_TERMS', params: { fields: ['type', 'amount', 'price'] } })
  expect(await next(desk)).toBe('UNKNOWN_ORDER_FIRST')
  const { intentId } = order
  expect(await desk.code('orders.decide', { intentId, decision: 'not-placed', reason })).toBe('NOT_ALLOWED')
  expect((await desk.ok('app.status')).unsettledOrders).toBe(1)
  expect(await desk.ok('orders.decide', { intentId, decision: 'seen', reason })).toMatchObject({ status: 'conflict' })
  expect((await desk.ok('app.status')).unsettledOrders).toBe(0)
  expect(await next(desk)).not.toBe('UNKNOWN_ORDER_FIRST')
  // The next ticket of its own side is a new one as well.
  expect(await next(desk, 'buy')).toMatch(/^ok/)
  const log = await desk.ok('audit.list', { subject: intentId })
  expect(log.some(({ detail }) => detail['decided'] === true && detail['reason'] === reason)).toBe(true)
})

test('two orders under our key are a conflict that names both', async () => {
  const desk = await startVenueDesk(fake)
  const order = await unknownOrder(desk)
  desk.engine.place({ ...termsOf(order), type: 'market', amount: 25, price: null })
  desk.engine.place({ ...termsOf(order), type: 'market', amount: 25, price: null })
  const found = await desk.settle(order)
  expect(found.status).toBe('conflict')
  for (const { orderId } of desk.engine.orders)
    expect(found.reason).toMatchObject({
      code: 'TWO_ORDERS_OF_KEY',
      params: { ids: expect.arrayContaining([String(orderId)]) },
    })
})

test('a search that settles nothing is stuck, and the trader can say that nothing was placed', async () => {
  const desk = await startVenueDesk(fake)
  const order = await unknownOrder(desk)
  // A trade of an order that no list shows: it could be ours.
  desk.engine.trades.push({
    tradeId: 1,
    orderId: 77,
    market: 'PEAQ/USDT',
    side: 'buy',
    amount: 25,
    price: 2,
    at: desk.engine.now(),
  })
  const stuck = await desk.settle(order, 60)
  expect(stuck).toMatchObject({ status: 'stuck', search: { silent: 0 } })
  expect(stuck.search?.detail).toEqual({ code: 'TRADE_OF_UNKNOWN_ORDER', params: { orderId: '77' } })
  const { intentId } = order
  expect(await desk.code('orders.decide', { intentId, decision: 'seen', reason })).toBe('NOT_ALLOWED')
  const decided = await desk.ok('orders.decide', { intentId, decision: 'not-placed', reason })
  expect(decided).toMatchObject({ status: 'not-placed', decidedAt: expect.any(String) })
  expect(await next(desk)).not.toBe('UNKNOWN_ORDER_FIRST')
  expect(await desk.code('orders.decide', { intentId, decision: 'not-placed', reason })).toBe('NOT_ALLOWED')
  expect(await desk.code('orders.decide', { intentId: crypto.randomUUID(), decision: 'seen', reason })).toBe(
    'NOT_FOUND',
  )
})
