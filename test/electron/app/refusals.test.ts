// What stops an order before it is sent: each with its code, nothing on record and nothing at the exchange.

import { expect, it } from 'vitest'
import { buy, draftOf, limitFor, marketFor } from '../../support/order-inputs.ts'
import { type Desk, startDesk } from '../../support/start-backend.ts'

async function nothingSent(desk: Desk): Promise<void> {
  expect([await desk.ok('orders.list'), desk.placed()]).toEqual([[], 0])
}

it('does not order where the market has not opened', async () => {
  const desk = await startDesk()
  const { intentId, stage } = await draftOf(desk, 'ola')
  expect(stage).toBe('announced')
  expect(await desk.code('orders.submit', marketFor(intentId))).toBe('MARKET_CLOSED')
  await nothingSent(desk)
})

it.each([
  ['an amount beside the step', '100.0005', '0.1', 'STEP'],
  ['a price beside the tick', '100', '0.100001', 'STEP'],
  ['too little', '0.499', '0.1', 'SIZE_LIMIT'],
  ['too much', '1000001', '0.1', 'SIZE_LIMIT'],
  ['too little worth', '49.999', '0.1', 'SIZE_LIMIT'],
])('refuses %s', async (_name, amount, price, code) => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  expect(await desk.code('orders.submit', limitFor(intentId, amount, price))).toBe(code)
  await nothingSent(desk)
})

it('takes exactly the least worth', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  expect((await desk.ok('orders.submit', limitFor(intentId, '50', '0.1'))).status).toBe('open')
})

it('refuses a sale of more than there is', async () => {
  const desk = await startDesk()
  const { amount } = await buy(desk)
  const { intentId } = await draftOf(desk, 'peaq', 'sell')
  const more = { intentId, type: 'market', size: { unit: 'base', value: `${Number(amount) + 0.001}` } }
  expect(await desk.code('orders.submit', more)).toBe('INSUFFICIENT_FUNDS')
  expect(desk.placed()).toBe(1)
})

it('refuses a buy beyond the free cash, even when the limits allow it', async () => {
  const desk = await startDesk()
  await desk.ok('rules.save', {
    project: { limit: '1', level: 'warn' },
    earlyStage: { limit: '1', level: 'warn', basis: 'each' },
  })
  const { intentId } = await draftOf(desk)
  expect(await desk.code('orders.submit', marketFor(intentId, '10000'))).toBe('INSUFFICIENT_FUNDS')
  await nothingSent(desk)
})

it('refuses a buy that breaks a limit, and takes it with an override on record', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  expect(await desk.code('orders.submit', marketFor(intentId, '501'))).toBe('RULE_BREACH')
  await nothingSent(desk)
  expect(await desk.ok('rules.override', { intentId, reason: 'I know' })).toMatchObject({ intentId, reason: 'I know' })
  expect((await desk.ok('orders.submit', marketFor(intentId, '501'))).status).toBe('filled')
})

it('overrides one ticket only, and none that it does not know', async () => {
  const desk = await startDesk()
  const first = await draftOf(desk)
  await desk.ok('rules.override', { intentId: first.intentId, reason: 'once' })
  await desk.ok('orders.submit', marketFor(first.intentId, '501'))
  const second = await draftOf(desk)
  expect(await desk.code('orders.submit', marketFor(second.intentId, '50'))).toBe('RULE_BREACH')
  expect(await desk.code('rules.override', { intentId: first.intentId, reason: 'late' })).toBe('DRAFT_NOT_FOUND')
})

it('counts an open buy against the limit before it fills', async () => {
  const desk = await startDesk()
  const first = await draftOf(desk)
  expect((await desk.ok('orders.submit', limitFor(first.intentId, '4000', '0.1'))).status).toBe('open')
  const second = await draftOf(desk)
  expect(await desk.code('orders.submit', limitFor(second.intentId, '1001', '0.1'))).toBe('RULE_BREACH')
  expect((await desk.ok('orders.submit', limitFor(second.intentId, '1000', '0.1'))).status).toBe('open')
})

it.each([[{}], [{ accountId: 'practice' }]])(
  'sends nothing while halted %j, over a restart, until resumed',
  async (whom) => {
    const desk = await startDesk()
    const { intentId } = await draftOf(desk)
    const halted = await desk.ok('orders.halt', whom)
    expect(await desk.code('orders.submit', marketFor(intentId))).toBe('HALTED')
    await desk.restart()
    expect((await desk.ok('app.status')).halted).toEqual(halted)
    expect(await desk.code('orders.submit', marketFor(intentId))).toBe('HALTED')
    await nothingSent(desk)
    expect(await desk.ok('orders.resume', whom)).toEqual({ all: false, accounts: [] })
    expect((await desk.ok('orders.submit', marketFor(intentId))).status).toBe('filled')
  },
)

it('resuming one account does not lift a halt of all; resuming all lifts every halt', async () => {
  const desk = await startDesk()
  await desk.ok('orders.halt')
  await desk.ok('orders.halt', { accountId: 'practice' })
  expect(await desk.ok('orders.resume', { accountId: 'practice' })).toEqual({ all: true, accounts: [] })
  await desk.ok('orders.halt', { accountId: 'practice' })
  expect(await desk.ok('orders.resume')).toEqual({ all: false, accounts: [] })
  expect(await desk.code('orders.halt', { accountId: 'nobody' })).toBe('NOT_FOUND')
})

it('takes no second order of a market while the first is in doubt, but one of another market', async () => {
  const desk = await startDesk([
    { on: 'POST /v1/orders', fault: 'drop-after' },
    { on: 'GET /v1/orders/{key}', fault: 'drop-before' },
  ])
  expect((await buy(desk)).status).toBe('unknown')
  const other = await desk.backend.dispatch({ window: 'other' }, 'orders.draft', {
    accountId: 'practice',
    coinId: 'peaq',
    side: 'buy',
  })
  const { intentId } = (other.ok ? other.value : {}) as { intentId: string }
  expect(await desk.code('orders.submit', marketFor(intentId))).toBe('UNKNOWN_ORDER_FIRST')
  expect((await buy(desk, 'movement')).status).toBe('filled')
  await desk.ok('orders.reconcile')
  await desk.ok('orders.reconcile')
  expect((await desk.ok('orders.submit', marketFor(intentId))).status).toBe('filled')
  expect(desk.placed()).toBe(3)
})

it('says in the preview what the submit would say', async () => {
  const desk = await startDesk()
  const ask = (size: string) =>
    desk.ok('portfolio.preview', {
      accountId: 'practice',
      coinId: 'peaq',
      side: 'buy',
      size: { unit: 'quote', value: size },
    })
  const fine = await ask('50')
  expect(fine).toMatchObject({ problems: [], breaches: [], shareBefore: '0', largestAllowed: '500' })
  const broken = await ask('501')
  expect(broken).toMatchObject({ problems: [{ code: 'RULE_BREACH' }], breaches: [{ rule: 'project', limit: '0.05' }] })
  await desk.ok('orders.halt')
  expect((await ask('501')).problems.map(({ code }) => code)).toEqual(['HALTED', 'RULE_BREACH'])
})
