// Drafts: one key a ticket, kept for its window, account, coin and side until the order has a definite answer.

import { expect, it } from 'vitest'
import { draftOf, marketFor } from '../../support/order-inputs.ts'
import { type Desk, startDesk } from '../../support/start-backend.ts'

const TICKET = { accountId: 'practice', coinId: 'peaq', side: 'buy' }

async function draftIn(desk: Desk, window: string, ticket: Record<string, unknown> = TICKET): Promise<string> {
  const result = await desk.backend.dispatch({ window }, 'orders.draft', ticket)
  if (!result.ok) throw new Error(result.error.message)
  return (result.value as { intentId: string }).intentId
}

it('names market, rules, price and environment', async () => {
  const desk = await startDesk()
  const { bid, ask, last } = await desk.exchange.client.price('PEAQ/USDT')
  expect(await draftOf(desk)).toMatchObject({
    accountId: 'practice',
    environment: 'practice',
    market: 'PEAQ/USDT',
    stage: 'trading',
    rules: { tick: '0.00001', step: '0.001', minAmount: '0.5', maxAmount: '1000000', takerFee: '0.001' },
    quote: { bid, ask, last },
    order: null,
  })
})

it('gives the same key for the same slot, and another one to each other window, coin and side', async () => {
  const desk = await startDesk()
  const first = await draftIn(desk, 'main')
  expect(await draftIn(desk, 'main')).toBe(first)
  const others = [
    await draftIn(desk, 'second'),
    await draftIn(desk, 'main', { ...TICKET, coinId: 'movement' }),
    await draftIn(desk, 'main', { ...TICKET, side: 'sell' }),
  ]
  expect(new Set([first, ...others]).size).toBe(4)
})

it('keeps the key over a restart', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  await desk.restart()
  expect((await draftOf(desk)).intentId).toBe(intentId)
})

it('gives parallel drafts of one slot one key', async () => {
  const desk = await startDesk()
  const keys = await Promise.all(Array.from({ length: 20 }, () => draftIn(desk, 'main')))
  expect(new Set(keys).size).toBe(1)
})

it('gives a new key once the order has a definite answer', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  await desk.ok('orders.submit', marketFor(intentId))
  const next = await draftOf(desk)
  expect([next.intentId === intentId, next.order]).toEqual([false, null])
})

it('restores key and order while the answer is not definite, in the window that sent it', async () => {
  const desk = await startDesk([
    { on: 'POST /v1/orders', fault: 'drop-after' },
    { on: 'GET /v1/orders/{key}', fault: 'drop-before' },
  ])
  const { intentId } = await draftOf(desk)
  expect((await desk.ok('orders.submit', marketFor(intentId))).status).toBe('unknown')
  expect(await draftOf(desk)).toMatchObject({ intentId, order: { intentId, status: 'unknown' } })
  await desk.restart()
  expect(await draftOf(desk)).toMatchObject({ intentId, order: { intentId, status: 'unknown' } })
  await desk.ok('orders.reconcile')
  expect((await draftOf(desk)).intentId).toBe(intentId)
  expect(await desk.ok('orders.reconcile')).toMatchObject([{ intentId, status: 'filled' }])
  expect((await draftOf(desk)).intentId).not.toBe(intentId)
})

it.each([
  ['an unknown account', { ...TICKET, accountId: 'nobody' }, 'NOT_FOUND'],
  ['an unknown coin', { ...TICKET, coinId: 'nothing' }, 'NOT_FOUND'],
  ['a market of another coin', { ...TICKET, market: 'MOVE/USDT' }, 'NO_MARKET'],
])('makes no draft for %s', async (_name, ticket, code) => {
  const desk = await startDesk()
  expect(await desk.code('orders.draft', ticket)).toBe(code)
})

it('makes no draft for an own coin that nobody trades', async () => {
  const desk = await startDesk()
  const { id } = await desk.ok('coins.save', { name: 'Own' })
  expect(await desk.code('orders.draft', { ...TICKET, coinId: id })).toBe('NO_MARKET')
})

it('says that the exchange is silent while no market was ever seen', async () => {
  const desk = await startDesk([], { venueHosts: { practice: 'http://127.0.0.1:9' } })
  expect(await desk.code('orders.draft', TICKET)).toBe('VENUE_UNREACHABLE')
})

it('leaves no trace of a draft among the orders', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  expect(await desk.ok('orders.list')).toEqual([])
  expect(await desk.code('orders.get', { intentId })).toBe('NOT_FOUND')
})
