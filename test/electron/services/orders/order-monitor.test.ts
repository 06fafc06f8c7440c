// The order monitor alone, over a real journal: what it looks at, what it leaves alone, and what is on the disk before it asks.

import { expect, onTestFinished, test } from 'vitest'
import { createScheduler } from '../../../../electron/services/common/scheduler.ts'
import { createOrderMonitor, type OrderMonitorParts } from '../../../../electron/services/orders/order-monitor.ts'
import type { Order, OrderStatus } from '../../../../shared/order.ts'
import { createSerialQueue } from '../../../../shared/serial-queue.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { codeOf } from '../../../support/code-of.ts'
import { AT, newOrder, openJournal } from '../../../support/profile/journal.ts'
import { until } from '../../../support/until.ts'

type Look = (order: Order) => Promise<Order>

function made(look: Look = async (order) => order) {
  const { journal } = openJournal()
  const looked: string[] = []
  const steps: string[] = []
  const inFlight = new Map<string, Order | null>()
  const clock = makeAppClock()
  const logger = { info: () => {}, warn: () => {}, error: (what: string) => void steps.push(what) }
  const parts = {
    journal,
    queue: createSerialQueue(),
    executor: {
      look: (order: Order) => {
        looked.push(order.intentId)
        return look(order)
      },
      unconfirmed: () => [],
    },
    contextOf: (accountId: string) => ({ account: { accountId }, exchange: { openOrders: null } }),
    orderService: {
      isInFlight: (intentId: string) => inFlight.has(intentId),
      cancelInFlight: async (intentId: string) => inFlight.get(intentId) ?? null,
      inFlight: () => [...inFlight.keys()],
    },
    preTrade: { recheck: async () => void steps.push('recheck') },
    ...{ clock, logger, scheduler: createScheduler(clock, logger) },
    planned: () => {},
  }
  const monitor = createOrderMonitor(parts as unknown as OrderMonitorParts)
  onTestFinished(() => monitor.stop())
  /** An order as it stands in the journal. */
  const order = (status: OrderStatus, accountId = 'practice') => {
    const { intentId } = newOrder()
    journal.recordIntent(newOrder({ intentId, accountId }))
    if (status === 'recorded') return intentId
    journal.startAttempt(intentId, AT, null)
    if (status === 'submitting') return intentId
    const end = { outcome: 'unknown', sent: null, detail: null, words: null } as const
    journal.finishAttempt(intentId, 1, end, AT, { status: 'unknown' })
    if (status !== 'unknown') journal.change(intentId, AT, { status })
    return intentId
  }
  return { monitor, journal, looked, steps, inFlight, order, clock }
}

test('looks once at every order that is not final, and at no other', async () => {
  const { monitor, looked, order } = made()
  const open = [order('unknown'), order('open'), order('stuck')]
  order('filled')
  order('canceled')
  expect((await monitor.reconcile()).map(({ intentId }) => intentId).sort()).toEqual([...open].sort())
  expect([...looked].sort()).toEqual([...open].sort())
})

test('an order whose submit is under way is nobody else’s to look at', async () => {
  const { monitor, looked, inFlight, order } = made()
  inFlight.set(order('submitting'), null)
  expect(await monitor.reconcile()).toEqual([])
  expect(looked).toEqual([])
})

test('what was written down and never attempted was not sent; no exchange is asked for that', async () => {
  const { monitor, looked, journal, order } = made()
  const intentId = order('recorded')
  await monitor.reconcile()
  expect(journal.get(intentId)?.status).toBe('not-sent')
  expect(looked).toEqual([])
})

test('one look that fails keeps no other from being made, and is noted', async () => {
  const broken: string[] = []
  const { monitor, looked, steps, order } = made(async (one) => {
    if (broken.includes(one.intentId)) throw new Error('the disk')
    return one
  })
  broken.push(order('unknown'))
  const sound = order('unknown', 'another')
  const answer = await monitor.reconcile()
  expect(looked).toContain(sound)
  expect(answer).toHaveLength(2)
  expect(steps).toEqual(['order-look-failed'])
})

test('the wish to cancel is on the disk, and the pre-trade check asked again, before the exchange is asked', async () => {
  const seen: unknown[] = []
  const { monitor, journal, steps, order } = made(async (one) => {
    seen.push(journal.get(one.intentId)?.cancelRequested, [...steps])
    return one
  })
  await monitor.cancel(order('open'))
  expect(seen.slice(0, 2)).toEqual([true, ['recheck']])
})

test('what is final cannot be canceled, what nobody knows is not found, and what is under way is handed on', async () => {
  const { monitor, inFlight, order, looked } = made()
  expect(await codeOf(monitor.cancel(order('filled')))).toBe('NOT_CANCELABLE')
  expect(await codeOf(monitor.cancel('nobody'))).toBe('NOT_FOUND')
  const submitted = { intentId: 'in-flight' } as Order
  inFlight.set('in-flight', submitted)
  expect(await monitor.cancel('in-flight')).toBe(submitted)
  expect(looked).toEqual([])
})

test('cancel all of one account leaves the others’ orders, and takes what is under way with it', async () => {
  const { monitor, journal, inFlight, order } = made()
  const [mine, other] = [order('open'), order('open', 'another')]
  inFlight.set('in-flight', { intentId: 'in-flight' } as Order)
  const canceled = await monitor.cancelAll('practice')
  expect(canceled.map(({ intentId }) => intentId)).toEqual(['in-flight', mine])
  expect([mine, other].map((intentId) => journal.get(intentId)?.cancelRequested)).toEqual([true, false])
})

test('a halt stands in the journal before the pre-trade check is asked again', async () => {
  const { monitor, journal, steps } = made()
  expect(await monitor.halt('practice', true)).toEqual({ all: false, accounts: ['practice'] })
  expect(await monitor.halt(undefined, true)).toMatchObject({ all: true })
  expect(steps).toEqual(['recheck', 'recheck'])
  expect(journal.halts()).toEqual({ all: true, accounts: ['practice'] })
})

test('looks by itself after a short pause, then after longer ones, and a wake begins with the short ones', async () => {
  const { monitor, looked, clock, order } = made()
  order('open')
  monitor.wake()
  for (const [round, ms] of [500, 1_000, 2_000].entries()) {
    await clock.sleeping(ms)
    expect(monitor.nextLookAt()).toBe(clock.now() + ms)
    clock.advance(ms)
    await until(() => looked.length === round + 1)
  }
  await clock.sleeping(4_000)
  monitor.wake()
  await clock.sleeping(500)
  await monitor.stop()
  expect(monitor.nextLookAt()).toBeNull()
})

test('ends after a cancel that is under way, so that nothing is written to what was closed', async () => {
  const answer = Promise.withResolvers<null>()
  const { monitor, order } = made(async (one) => {
    await answer.promise
    return one
  })
  const steps: string[] = []
  const canceled = monitor.cancel(order('open')).then(() => void steps.push('canceled'))
  await until(() => monitor.nextLookAt() === null)
  const stopped = monitor.stop().then(() => void steps.push('stopped'))
  answer.resolve(null)
  await Promise.all([canceled, stopped])
  expect(steps).toEqual(['canceled', 'stopped'])
})
