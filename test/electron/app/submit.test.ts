// Submitting: one key, at most one order, however often and however oddly it is asked for.

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { buy, draftOf, limitFor, marketFor } from '../../support/order-inputs.ts'
import { startDesk } from '../../support/start-backend.ts'

it('places one order and writes down all of it', async () => {
  const desk = await startDesk()
  const { intentId, quote } = await draftOf(desk)
  const order = await desk.ok('orders.submit', marketFor(intentId))
  const ask = Number(quote?.ask)
  expect(order).toMatchObject({
    intentId,
    accountId: 'practice',
    environment: 'practice',
    coinId: 'peaq',
    market: 'PEAQ/USDT',
    side: 'buy',
    type: 'market',
    timeInForce: 'gtc',
    size: { unit: 'quote', value: '50' },
    price: null,
    status: 'filled',
    venueClientId: intentId,
    averagePrice: quote?.ask,
    cancelRequested: false,
    decidedAt: null,
    search: null,
    attempts: [{ number: 1, outcome: 'accepted', detail: null }],
  })
  expect(order.amount).toBe((Math.floor((50 / ask) * 1000) / 1000).toString())
  expect(order.filled).toBe(order.amount)
  const [row] = desk.exchange.query('SELECT * FROM orders')
  expect(row).toMatchObject({ idempotency_key: intentId, market: 'PEAQ/USDT', side: 'buy' })
  expect(await desk.ok('orders.get', { intentId })).toEqual(order)
  expect(await desk.ok('orders.list', { accountId: 'practice' })).toEqual([order])
})

it('answers 50 parallel submits of one key with one order', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  const answers = await Promise.all(Array.from({ length: 50 }, () => desk.ok('orders.submit', marketFor(intentId))))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect([answers[0]?.status, desk.placed(), (await desk.ok('orders.list')).length]).toEqual(['filled', 1, 1])
})

it('answers a later repeat, and one after a restart, with the stored order', async () => {
  const desk = await startDesk()
  const order = await buy(desk)
  const again = { ...marketFor(order.intentId), size: { unit: 'quote', value: '50.00' } } as const
  expect(await desk.ok('orders.submit', again)).toEqual(order)
  await desk.restart()
  expect(await desk.ok('orders.submit', again)).toEqual(order)
  expect(desk.placed()).toBe(1)
})

it.each([
  ['another size', { size: { unit: 'quote', value: '51' } }],
  ['another unit', { size: { unit: 'base', value: '50' } }],
  ['another type', { type: 'limit', price: '0.1' }],
  ['another time in force', { timeInForce: 'ioc' }],
])('refuses the key with %s, then and while it is in flight', async (_name, change) => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  const first = desk.ok('orders.submit', marketFor(intentId))
  const other = { ...marketFor(intentId), ...change }
  expect(await desk.code('orders.submit', other)).toBe('KEY_REUSED')
  const order = await first
  expect(await desk.code('orders.submit', other)).toBe('KEY_REUSED')
  expect([await desk.ok('orders.list'), desk.placed()]).toEqual([[order], 1])
})

it('knows no ticket that it did not open', async () => {
  const desk = await startDesk()
  expect(await desk.code('orders.submit', marketFor(randomUUID()))).toBe('DRAFT_NOT_FOUND')
})

it('lets a ticket that was refused before it was sent be edited and submitted with its key', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  expect(await desk.code('orders.submit', limitFor(intentId, '100.0001', '0.1'))).toBe('STEP')
  expect(await desk.ok('orders.list')).toEqual([])
  const order = await desk.ok('orders.submit', limitFor(intentId, '100.001', '0.1'))
  expect([order.status, desk.placed()]).toEqual(['open', 1])
})

it('places two tickets of two windows as two orders, one after the other', async () => {
  const desk = await startDesk()
  const tickets = await Promise.all(
    ['one', 'two'].map((window) =>
      desk.backend.dispatch({ window }, 'orders.draft', { accountId: 'practice', coinId: 'peaq', side: 'buy' }),
    ),
  )
  const ids = tickets.map((ticket) => (ticket.ok ? (ticket.value as { intentId: string }).intentId : ''))
  const orders = await Promise.all(ids.map((id) => desk.ok('orders.submit', marketFor(id))))
  expect([orders.map(({ status }) => status), desk.placed()]).toEqual([['filled', 'filled'], 2])
})

it('checks the second of two parallel buys with the first one spent', async () => {
  const desk = await startDesk()
  const ids = await Promise.all(
    ['one', 'two'].map(async (window) => {
      const ticket = { accountId: 'practice', coinId: 'peaq', side: 'buy' }
      const draft = await desk.backend.dispatch({ window }, 'orders.draft', ticket)
      return draft.ok ? (draft.value as { intentId: string }).intentId : ''
    }),
  )
  const codes = await Promise.all(ids.map((id) => desk.code('orders.submit', marketFor(id, '300'))))
  expect([codes.filter((code) => code === 'RULE_BREACH').length, desk.placed()]).toEqual([1, 1])
})

it('buys and then sells what was bought', async () => {
  const desk = await startDesk()
  const bought = await buy(desk)
  const { intentId } = await draftOf(desk, 'peaq', 'sell')
  const sale = await desk.ok('orders.submit', {
    intentId,
    type: 'market',
    size: { unit: 'base', value: bought.amount },
  })
  expect(sale.status).toBe('filled')
  const { holdings, cash } = await desk.ok('portfolio.get', { environment: 'practice' })
  expect(holdings).toEqual([])
  expect(Number(cash[0]?.amount)).toBeLessThan(10_000)
})
