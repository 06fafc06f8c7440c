// The order monitor alone, over a real journal: what it looks at, what it leaves alone, and what is on the disk before it asks.

import { expect, onTestFinished, test } from 'vitest'
import { createScheduler } from '../../../../electron/services/common/scheduler.ts'
import { createOrderKeeper, type KeeperParts } from '../../../../electron/services/orders/order-keeper.ts'
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
    settler: {
      look: (order: Order) => {
        looked.push(order.intentId)
        return look(order)
      },
      unconfirmed: () => [],
    },
    deskOf: (accountId: string) => ({ account: { accountId }, exchange: { openOrders: null } }),
    desk: {
      isInFlight: (intentId: string) => inFlight.has(intentId),
      cancelInFlight: async (intentId: string) => inFlight.get(intentId) ?? null,
      inFlight: () => [...inFlight.keys()],
    },
    preTrade: { recheck: async () => void steps.push('recheck') },
    ...{ clock, logger, scheduler: createScheduler(clock, logger) },
    planned: () => {},
  }
  const keeper = createOrderKeeper(parts as unknown as KeeperParts)
  onTestFinished(() => keeper.stop())
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
  return { keeper, journal, looked, steps, inFlight, order, clock }
}

test('looks once at every order that is not final, and at no other', async () => {
  const { keeper, looked, order } = made()
  const open = [order('unknown'), order('open'), order('stuck')]
  order('filled')
  order('canceled')
  expect((await keeper.reconcile()).map(({ intentId }) => intentId).sort()).toEqual([...open].sort())
  expect([...looked].sort()).toEqual([...open].sort())
})

test('an order whose submit is under way is nobody else’s to look at', async () => {
  const { keeper, looked, inFlight, order } = made()
  inFlight.set(order('submitting'), null)
  expect(await keeper.reconcile()).toEqual([])
  expect(looked).toEqual([])
})

test('what was written down and never attempted was not sent; no exchange is asked for that', async () => {
  const { keeper, looked, journal, order } = made()
  const intentId = order('recorded')
  await keeper.reconcile()
  expect(journal.get(intentId)?.status).toBe('not-sent')
  expect(looked).toEqual([])
})

test('one look that fails keeps no other from being made, and is noted', async () => {
  const broken: string[] = []
  const { keeper, looked, steps, order } = made(async (one) => {
    if (broken.includes(one.intentId)) throw new Error('the disk')
    return one
  })
  broken.push(order('unknown'))
  const sound = order('unknown', 'another')
  const answer = await keeper.reconcile()
  expect(looked).toContain(sound)
  expect(answer).toHaveLength(2)
  expect(steps).toEqual(['order-look-failed'])
})

test('the wish to cancel is on the disk, and the pre-trade check asked again, before the exchange is asked', async () => {
  const seen: unknown[] = []
  const { keeper, journal, steps, order } = made(async (one) => {
    seen.push(journal.get(one.intentId)?.cancelRequested, [...steps])
    return one
  })
  await keeper.cancel(order('open'))
  expect(seen.slice(0, 2)).toEqual([true, ['recheck']])
})

test('what is final cannot be canceled, what nobody knows is not found, and what is under way is handed on', async () => {
  const { keeper, inFlight, order, looked } = made()
  expect(await codeOf(keeper.cancel(order('filled')))).toBe('NOT_CANCELABLE')
  expect(await codeOf(keeper.cancel('nobody'))).toBe('NOT_FOUND')
  const submitted = { intentId: 'in-flight' } as Order
  inFlight.set('in-flight', submitted)
  expect(await keeper.cancel('in-flight')).toBe(submitted)
  expect(looked).toEqual([])
})

test('cancel all of one account leaves the others’ orders, and takes what is under way with it', async () => {
  const { keeper, journal, inFlight, order } = made()
  const [mine, other] = [order('open'), order('open', 'another')]
  inFlight.set('in-flight', { intentId: 'in-flight' } as Order)
  const canceled = await keeper.cancelAll('practice')
  expect(canceled.map(({ intentId }) => intentId)).toEqual(['in-flight', mine])
  expect([mine, other].map((intentId) => journal.get(intentId)?.cancelRequested)).toEqual([true, false])
})

test('a halt stands in the journal before the pre-trade check is asked again', async () => {
  const { keeper, journal, steps } = made()
  expect(await keeper.halt('practice', true)).toEqual({ all: false, accounts: ['practice'] })
  expect(await keeper.halt(undefined, true)).toMatchObject({ all: true })
  expect(steps).toEqual(['recheck', 'recheck'])
  expect(journal.halts()).toEqual({ all: true, accounts: ['practice'] })
})

test('looks by itself after a short pause, then after longer ones, and a wake begins with the short ones', async () => {
  const { keeper, looked, clock, order } = made()
  order('open')
  keeper.wake()
  for (const [round, ms] of [500, 1_000, 2_000].entries()) {
    await clock.sleeping(ms)
    expect(keeper.nextLookAt()).toBe(clock.now() + ms)
    clock.advance(ms)
    await until(() => looked.length === round + 1)
  }
  await clock.sleeping(4_000)
  keeper.wake()
  await clock.sleeping(500)
  await keeper.stop()
  expect(keeper.nextLookAt()).toBeNull()
})
