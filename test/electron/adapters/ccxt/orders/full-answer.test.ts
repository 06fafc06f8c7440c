// A market order whose answer says that it was filled, and how: taken from the answer, and the look-up says the same.

import { expect, test } from 'vitest'
import { FAKES } from '../../../../exchanges/all.ts'
import { submitted } from '../../../../faults/fault-kit.ts'
import { startVenueDesk } from '../../../../faults/venue-desk.ts'

const BINANCE = FAKES.filter(({ venue }) => venue === 'binance')

test.each(BINANCE)('filled by its answer, with its trades, price and fee: $venue', async (fake) => {
  const desk = await startVenueDesk(fake, { tellsFills: true })
  const order = await submitted(desk)
  expect(order).toMatchObject({ status: 'filled', filled: '25', averagePrice: '2' })
  const fills = () => desk.witness.rows(`SELECT * FROM fills WHERE intent_id = '${order.intentId}'`)
  const told = fills()
  expect(told).toHaveLength(1)
  await desk.ok('orders.reconcile')
  expect(await desk.ok('orders.get', { intentId: order.intentId })).toMatchObject({ status: 'filled', filled: '25' })
  expect(fills()).toEqual(told)
})

test.each(BINANCE)('an order that is filled in part is left to the look-up: $venue', async (fake) => {
  const desk = await startVenueDesk(fake, { tellsFills: true, fills: 0.5 })
  const order = await submitted(desk)
  expect([order.status, order.filled]).toEqual(['open', '0'])
  expect(await desk.settle(order)).toMatchObject({ status: 'canceled', filled: '12.5' })
})

const LIES: readonly [what: string, from: string, to: string][] = [
  ['another amount', '"origQty":"25.00000000"', '"origQty":"24.00000000"'],
  ['another side', '"side":"BUY"', '"side":"SELL"'],
  ['another market', '"symbol":"PEAQUSDT"', '"symbol":"MOVEUSDT"'],
  ['fewer trades than it says', '"qty":"25.00000000"', '"qty":"20.00000000"'],
  ['a trade without a number', '"tradeId":9000', '"tradeId":null'],
  ['a fee in nothing', '"commissionAsset":"USDT"', '"commissionAsset":""'],
]

test.each(LIES)('an answer with %s settles nothing but that it was taken', async (_what, from, to) => {
  const [fake] = BINANCE
  if (fake === undefined) throw new Error('no fake exchange')
  const desk = await startVenueDesk(fake, { tellsFills: true })
  desk.venue.faults.push({ kind: 'another', when: 'after', from, to })
  const order = await submitted(desk)
  expect(order.status).toBe('open')
  expect(await desk.settle(order)).toMatchObject({ status: 'filled', filled: '25' })
})
