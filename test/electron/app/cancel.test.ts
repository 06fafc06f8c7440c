// Canceling: of one order, of all, of one that is in doubt, and of one that is over.

import { expect, it } from 'vitest'
import { buy, draftOf, limitFor, marketFor } from '../../support/order-inputs.ts'
import { type Desk, startDesk } from '../../support/start-backend.ts'

async function rest(desk: Desk, coinId = 'peaq'): Promise<string> {
  const { intentId } = await draftOf(desk, coinId)
  const order = await desk.ok('orders.submit', limitFor(intentId, '100', '0.1'))
  expect(order.status).toBe('open')
  return intentId
}

it('cancels an open limit order, and frees what it reserved', async () => {
  const desk = await startDesk()
  const intentId = await rest(desk)
  const canceled = await desk.ok('orders.cancel', { intentId })
  expect(canceled).toMatchObject({ status: 'canceled', filled: '0', cancelRequested: true })
  const { cash } = await desk.ok('portfolio.get', { environment: 'practice' })
  expect(cash).toEqual([{ asset: 'USDT', amount: '10000' }])
  expect(await desk.code('orders.cancel', { intentId })).toBe('NOT_CANCELABLE')
})

it('cancels all open orders, also while halted, and none that is over', async () => {
  const desk = await startDesk()
  const done = await buy(desk, 'dolomite')
  const open = [await rest(desk), await rest(desk, 'movement')]
  await desk.ok('orders.halt')
  const canceled = await desk.ok('orders.cancelAll')
  expect(canceled.map(({ intentId, status }) => [intentId, status]).sort()).toEqual(
    open.map((intentId) => [intentId, 'canceled']).sort(),
  )
  expect(await desk.ok('orders.get', { intentId: done.intentId })).toEqual(done)
  expect(await desk.ok('orders.cancelAll', { accountId: 'practice' })).toEqual([])
  expect(await desk.code('orders.cancelAll', { accountId: 'nobody' })).toBe('NOT_FOUND')
})

it('keeps the wish when the exchange is silent, over a restart, and cancels when it answers', async () => {
  const desk = await startDesk([{ on: 'POST /v1/orders/{key}/cancel', fault: 'drop-before' }])
  const intentId = await rest(desk)
  expect(await desk.ok('orders.cancel', { intentId })).toMatchObject({ status: 'open', cancelRequested: true })
  await desk.restart()
  expect(await desk.ok('orders.reconcile')).toMatchObject([{ intentId, status: 'canceled' }])
})

it('cancels an order whose answer was lost as soon as it is found', async () => {
  const desk = await startDesk([{ on: 'POST /v1/orders', fault: 'drop-after' }])
  const { intentId } = await draftOf(desk)
  const lost = await desk.ok('orders.submit', limitFor(intentId, '100', '0.1'))
  expect(lost.status).toBe('unknown')
  expect(await desk.ok('orders.cancel', { intentId })).toMatchObject({ status: 'canceled' })
})

it('says that an order filled before it could be canceled', async () => {
  const desk = await startDesk()
  const { intentId } = await buy(desk)
  expect(await desk.code('orders.cancel', { intentId })).toBe('NOT_CANCELABLE')
})

it('sends nothing of an order that is canceled before its first byte', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  const wish = new Promise<unknown>((resolve) => {
    const stop = desk.backend.on('orders.changed', (order) => {
      if ((order as { status: string }).status !== 'submitting') return
      stop()
      resolve(desk.ok('orders.cancel', { intentId }))
    })
  })
  const sent = await desk.ok('orders.submit', limitFor(intentId, '100', '0.1'))
  await wish
  expect([sent.status, desk.placed()]).toEqual(['not-sent', 0])
  await desk.ok('orders.reconcile')
  expect(await desk.ok('orders.get', { intentId })).toMatchObject({ status: 'not-sent', cancelRequested: true })
})

it('cancels what has not filled of a large market order', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  await desk.ok('rules.override', { intentId, reason: 'a large one' })
  const partly = await desk.ok('orders.submit', marketFor(intentId, '3000'))
  expect(partly.status).toBe('partially-filled')
  const canceled = await desk.ok('orders.cancel', { intentId })
  expect(canceled).toMatchObject({ status: 'canceled', filled: partly.filled })
})
