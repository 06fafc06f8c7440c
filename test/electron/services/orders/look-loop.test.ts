// The loop that looks at orders by itself: what it asks for with one list, what together, what alone, and when it waits.

import { expect, onTestFinished, test } from 'vitest'
import { createScheduler } from '../../../../electron/services/common/scheduler.ts'
import { createLookLoop } from '../../../../electron/services/orders/look-loop.ts'
import type { OrderLooks } from '../../../../electron/services/orders/order-looks.ts'
import type { Order } from '../../../../shared/order.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { until } from '../../../support/until.ts'

const silent = { info: () => {}, warn: () => {}, error: () => {} }
const order = (intentId: string, more: Partial<Order> = {}) =>
  ({ ...{ intentId, accountId: 'a', venueOrderId: `v-${intentId}`, cancelRequested: false }, ...more }) as Order

interface Ended {
  unconfirmed: Order[]
  isInFlight: () => boolean
}

function made(
  orders: Order[],
  answers: Partial<OrderLooks> = {},
  { unconfirmed, isInFlight }: Ended = { unconfirmed: [], isInFlight: () => false },
) {
  const clock = makeAppClock()
  const asked: string[] = []
  const named = (all: readonly Order[]) => all.map(({ intentId }) => intentId).join(' ')
  const looks: OrderLooks = {
    inTurn: (_accountId, work) => work(),
    one: async (intentId) => {
      asked.push(`one ${intentId}`)
      return null
    },
    together: async (_accountId, all) => {
      asked.push(`together ${named(all)}`)
      return { alone: [], later: [] }
    },
    listed: async (_accountId, resting) => {
      asked.push(`list ${named(resting)}`)
      return [...resting]
    },
    all: async () => [],
    isResting: ({ intentId }) => intentId.startsWith('r'),
    wait: async () => 0,
    idle: async () => {},
    ...answers,
  }
  const loop = createLookLoop({
    ...{ looks, clock, logger: silent, scheduler: createScheduler(clock, silent), planned: () => {} },
    journal: { get: (intentId) => unconfirmed.find((one) => one.intentId === intentId) ?? null },
    executor: { unconfirmed: () => unconfirmed.map(({ intentId }) => intentId), giveUp: () => {} },
    unfinished: () => orders,
    isInFlight,
  })
  onTestFinished(() => loop.stop())
  const pass = async (ms: number) => {
    clock.advance(ms)
    for (let turn = 0; turn < 20; turn += 1) await until(() => true)
  }
  loop.wake(null)
  return { loop, asked, pass }
}

test('one list answers for all that rest, those that cannot rest are looked at together, and one in doubt alone', async () => {
  const { asked, pass } = made([order('r1'), order('m1'), order('r2'), order('m2'), order('u', { venueOrderId: null })])
  await pass(500)
  expect(asked.toSorted()).toEqual(['list r1 r2', 'one u', 'together m1 m2'])
})

test('what the list does not show as it is known is asked for alone', async () => {
  const { asked, pass } = made([order('r1'), order('r2')], { listed: async (_account, all) => all.slice(0, 1) })
  await pass(500)
  expect(asked).toEqual(['one r2'])
})

test('what is looked at together and not told is asked for alone', async () => {
  const { asked, pass } = made([order('m1')], { together: async () => ({ alone: ['m1'], later: [] }) })
  await pass(500)
  expect(asked).toEqual(['one m1'])
})

test('nothing is asked while the budget has no room, and then what has waited', async () => {
  let wait = 3_000
  const { asked, pass } = made([order('m1')], { wait: async () => wait })
  await pass(500)
  wait = 0
  await pass(2_900)
  expect(asked).toEqual([])
  await pass(100)
  expect(asked).toEqual(['together m1'])
})

test('a list that is not to be had costs a few questions, not one for each order', async () => {
  const resting = Array.from({ length: 30 }, (_, at) => order(`r${at}`))
  const { asked, pass } = made(resting, { listed: async () => null })
  await pass(500)
  expect(asked.filter((each) => each.startsWith('one'))).toHaveLength(5)
})

test('an order that its answer alone has ended is looked at once it is in flight no longer', async () => {
  const filled = order('m1', { status: 'filled' })
  let isInFlight = true
  const { asked, pass } = made([], {}, { unconfirmed: [filled], isInFlight: () => isInFlight })
  await pass(500)
  expect(asked).toEqual([])
  isInFlight = false
  await pass(500)
  await pass(500)
  expect(asked).toEqual(['together m1'])
})

test('a list that was read for nothing is not read again at once, whichever order failed', async () => {
  let lists = 0
  const { pass } = made([order('r1'), order('r2'), order('r3')], {
    listed: async () => {
      lists += 1
      throw new Error('no room')
    },
  })
  await pass(500)
  expect(lists).toBe(1)
  await pass(999)
  expect(lists).toBe(1)
})
