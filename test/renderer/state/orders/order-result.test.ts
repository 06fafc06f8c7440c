// What became of an order, in a trader's line: price, cost and fee of what filled, and why nothing did.

import { expect, test } from 'vitest'
import { resultOf } from '../../../../renderer/state/orders/order-result.ts'
import type { Order } from '../../../../shared/order.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { anOrder } from '../../fakes/fake-orders.ts'

const MOVE: Partial<Order> = {
  market: 'MOVE/USDT',
  amount: '99',
  filled: '99',
  averagePrice: '0.503',
  fees: [{ asset: 'USDT', amount: '0.05' }],
}
const NONE: Partial<Order> = { ...MOVE, filled: '0', averagePrice: null, fees: [] }
const IOC: Partial<Order> = { ...NONE, type: 'limit', price: '0.503', status: 'canceled' }
const endedAs = (as: 'nothing-to-trade-with' | 'self-trade') => reason('EXCHANGE_ENDED_AS', { code: '-2010', as })

test.each<[string, Partial<Order>, string]>([
  ['filled', MOVE, 'Bought 99 MOVE at 0.503, cost 49.80 USDT, fee 0.05 USDT.'],
  ['a sale', { ...MOVE, side: 'sell' }, 'Sold 99 MOVE at 0.503, proceeds 49.80 USDT, fee 0.05 USDT.'],
  ['no fee told', { ...MOVE, fees: [] }, 'Bought 99 MOVE at 0.503, cost 49.80 USDT.'],
  [
    'canceled half way',
    { ...MOVE, filled: '40', status: 'canceled' },
    'Bought 40 of 99 MOVE at 0.503, cost 20.12 USDT, fee 0.05 USDT. The rest was canceled.',
  ],
  [
    'still filling',
    { ...MOVE, filled: '40', status: 'partially-filled' },
    'Bought 40 of 99 MOVE at 0.503, cost 20.12 USDT, fee 0.05 USDT. The rest is still open.',
  ],
  [
    'at once, and nobody within the limit',
    { ...IOC, reason: endedAs('nothing-to-trade-with') },
    'Nothing bought: the price moved above your 0.503 limit.',
  ],
  ['a sale of that kind', { ...IOC, side: 'sell' }, 'Nothing sold: the price moved below your 0.503 limit.'],
  ['for another reason', { ...IOC, reason: endedAs('self-trade') }, 'Nothing bought: 99 MOVE canceled.'],
  ['canceled by the trader', { ...IOC, cancelRequested: true }, 'Nothing bought: 99 MOVE canceled.'],
  ['canceled while it waited', { ...IOC, timeInForce: 'gtc' }, 'Nothing bought: 99 MOVE canceled.'],
  ['open', { ...NONE, status: 'open' }, 'Buy 99 MOVE: Open.'],
  ['in doubt', { ...NONE, status: 'unknown' }, 'Buy 99 MOVE: Unconfirmed.'],
])('%s', (_name, changes, line) => {
  expect(resultOf(anOrder(changes)).line).toBe(line)
})

test('why stands once, and a status explains itself where nobody said why', () => {
  expect(resultOf(anOrder({ ...NONE, status: 'unknown' })).more).toMatch(/^The exchange’s answer was lost\./)
  expect(resultOf(anOrder({ ...NONE, status: 'rejected', reason: reason('CLICK_OFF') })).more).toMatch(/^One-click/)
  expect(resultOf(anOrder(MOVE)).more).toBe('')
})
