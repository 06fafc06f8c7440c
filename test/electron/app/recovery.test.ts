// What a dead process left behind, and what a lost answer leads to: nothing is ever sent at start, and look-ups settle it.

import { expect, it } from 'vitest'
import type { Trace, TracePoint } from '../../../electron/ports/system.ts'
import { buy, draftOf, limitFor, marketFor } from '../../support/order-inputs.ts'
import { type Desk, startDesk } from '../../support/start-backend.ts'
import { until } from '../../support/until.ts'

/** Fails at `point` as if the process had ended there: what comes after it in the code never runs. */
function dieAt(point: TracePoint): Trace {
  return (at) => {
    if (at === point) throw new Error('the process ended here')
  }
}

/** Submits one order on a backend that dies at `point`, and starts it again. */
async function dead(point: TracePoint): Promise<{ desk: Desk; intentId: string }> {
  const desk = await startDesk([], { trace: dieAt(point) })
  const { intentId } = await draftOf(desk)
  expect(await desk.code('orders.submit', marketFor(intentId))).toBe('INTERNAL')
  return { desk, intentId }
}

it.each(['submit-received', 'intent-recorded', 'attempt-writing'] as const)(
  'died at %s: nothing was sent, and nothing is sent at the next start',
  async (point) => {
    const { desk, intentId } = await dead(point)
    await desk.restart({ trace: () => {} })
    const orders = await desk.ok('orders.list')
    const status = { 'submit-received': null, 'intent-recorded': 'abandoned', 'attempt-writing': 'not-sent' }[point]
    expect(orders).toMatchObject(status === null ? [] : [{ intentId, status, attempts: [] }])
    await desk.ok('orders.reconcile')
    expect([await desk.ok('orders.list'), desk.placed()]).toEqual([orders, 0])
  },
)

it('died after the attempt was written: unknown, then proven not placed', async () => {
  const { desk, intentId } = await dead('attempt-recorded')
  await desk.restart({ trace: () => {} })
  expect(await desk.ok('orders.get', { intentId })).toMatchObject({
    status: 'unknown',
    attempts: [{ number: 1, outcome: 'unknown' }],
  })
  expect(await desk.ok('orders.reconcile')).toMatchObject([{ intentId, status: 'not-placed' }])
  expect(desk.placed()).toBe(0)
})

it.each(['answer-received', 'outcome-writing'] as const)('died at %s: unknown, then found', async (point) => {
  const { desk, intentId } = await dead(point)
  await desk.restart({ trace: () => {} })
  expect(await desk.ok('orders.get', { intentId })).toMatchObject({ status: 'unknown' })
  expect(await desk.ok('orders.reconcile')).toMatchObject([{ intentId, status: 'filled' }])
  expect([(await desk.ok('orders.submit', marketFor(intentId))).status, desk.placed()]).toEqual(['filled', 1])
})

it('looks by itself after a lost answer, and again after a look that failed', async () => {
  const desk = await startDesk([
    { on: 'POST /v1/orders', fault: 'hang-after' },
    { on: 'GET /v1/orders/{key}', fault: 'drop-before' },
  ])
  const { intentId } = await draftOf(desk)
  const settled = new Promise<void>((resolve) => {
    desk.backend.on('orders.changed', (order) => {
      if ((order as { status: string }).status === 'filled') resolve()
    })
  })
  const answer = desk.ok('orders.submit', marketFor(intentId))
  await desk.clock.sleeping(5_000)
  await until(() => desk.placed() === 1)
  desk.clock.advance(5_000)
  expect((await answer).status).toBe('unknown')
  const lostAt = desk.clock.monotonic()
  let isSettled = false
  void settled.then(() => {
    isSettled = true
  })
  // The pauses before a look and after one that failed: while a look is under way nobody sleeps so.
  const PAUSES = [500, 1_000]
  while (!isSettled) {
    await until(() => isSettled || PAUSES.some(desk.clock.isAsleepFor))
    desk.clock.advance(PAUSES.find(desk.clock.isAsleepFor) ?? 0)
  }
  expect(desk.clock.monotonic() - lostAt).toBeLessThanOrEqual(3_000)
  expect([(await desk.ok('orders.get', { intentId })).status, desk.placed()]).toEqual(['filled', 1])
})

it('keeps everything over a restart', async () => {
  const desk = await startDesk()
  await buy(desk)
  const { intentId } = await draftOf(desk, 'movement')
  const open = await desk.ok('orders.submit', limitFor(intentId, '100', '0.1'))
  expect(open.status).toBe('open')
  await desk.ok('notes.save', { coinId: 'peaq', text: 'kept' })
  await desk.ok('holdings.save', { environment: 'live', coinId: 'peaq', amount: '5' })
  const told = async () => [
    await desk.ok('orders.list'),
    (await desk.ok('coins.get', { coinId: 'peaq' })).note,
    (await desk.ok('portfolio.get', { environment: 'live' })).holdings,
    await desk.ok('portfolio.get', { environment: 'practice' }),
  ]
  const before = await told()
  await desk.restart()
  expect(await told()).toEqual(before)
})
