// The ledger in pages: the newest orders and every one that may still change are here, and what is older comes when asked for.

import { beforeEach, expect, test } from 'vitest'
import { loadEarlierOrders, loadOrders, noteOrder } from '../../../../renderer/state/orders/orders-actions.ts'
import { hasEarlier, useOrders, withoutGap } from '../../../../renderer/state/orders/orders-store.ts'
import type { Order, OrderStatus } from '../../../../shared/order.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { anOrder } from '../../fakes/fake-orders.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const TARGET = { accountId: 'practice', coinId: 'peaq', side: 'buy' } as const

let desktop: FakeDesktop

/** Newest first; the oldest is in doubt. */
function orders(count: number): Order[] {
  return Array.from({ length: count }, (_, at) => {
    const status: OrderStatus = at === count - 1 ? 'unknown' : 'filled'
    const accountId = at % 2 === 0 ? 'practice' : 'other'
    const createdAt = new Date(Date.UTC(2026, 0, 1) - at * 1_000).toISOString()
    return anOrder({ intentId: `order-${at}`, status, accountId, createdAt, updatedAt: createdAt })
  })
}

const known = () => useOrders.getState().orders.value?.map(({ intentId }) => intentId)

beforeEach(() => {
  desktop = setUpPage()
  desktop.state.orders = orders(250)
})

test('reads the newest, and an order in doubt however old it is', async () => {
  await loadOrders()
  expect(known()).toHaveLength(101)
  expect(known()?.at(-1)).toBe('order-249')
  expect(desktop.calls.some(({ name }) => name === 'orders.list')).toBe(false)
})

test('reads earlier ones until none is left', async () => {
  await loadOrders()
  expect(hasEarlier(useOrders.getState(), null)).toBe(true)
  await loadEarlierOrders(null)
  await loadEarlierOrders(null)
  expect(known()).toEqual(orders(250).map(({ intentId }) => intentId))
  expect(hasEarlier(useOrders.getState(), null)).toBe(false)
  expect(hasEarlier(useOrders.getState(), 'practice')).toBe(false)
})

test('reads those of one account by themselves', async () => {
  await loadOrders()
  await loadEarlierOrders('practice')
  await loadEarlierOrders('practice')
  const all = useOrders.getState().orders.value ?? []
  expect(all.filter(({ accountId }) => accountId === 'practice')).toHaveLength(125)
  expect(hasEarlier(useOrders.getState(), 'practice')).toBe(false)
  expect(hasEarlier(useOrders.getState(), null)).toBe(true)
})

test('shows no gap among the orders of all where one account was read further back', async () => {
  await loadOrders()
  await loadEarlierOrders('practice')
  await loadEarlierOrders('practice')
  const shown = (accountId: string | null) => {
    const state = useOrders.getState()
    const of = (state.orders.value ?? []).filter((order) => accountId === null || order.accountId === accountId)
    return withoutGap(of, state, accountId).map(({ intentId }) => intentId)
  }
  const all = orders(250).map(({ intentId }) => intentId)
  // The last one may still change.
  expect(shown(null)).toEqual([...all.slice(0, 100), 'order-249'])
  expect(shown('practice')).toHaveLength(125)
  await loadEarlierOrders(null)
  expect(shown(null)).toEqual([...all.slice(0, 200), 'order-249'])
  // One of long ago that has changed just now stays where it is told of.
  noteOrder(anOrder({ ...orders(250).at(-1), status: 'filled', updatedAt: '2026-02-01T00:00:00.000Z' }))
  expect(shown(null)).toEqual([...all.slice(0, 200), 'order-249'])
  await loadEarlierOrders(null)
  expect(shown(null)).toEqual(all)
})

test('clears a doubt by the newest reading alone, and drops a page that was overtaken by one', async () => {
  await loadOrders()
  useOrders.getState().doubt(TARGET)
  const late = loadEarlierOrders(null)
  noteOrder(anOrder({ intentId: 'news', createdAt: '2026-02-01T00:00:00.000Z' }))
  await late
  expect(Object.keys(useOrders.getState().doubtful)).toHaveLength(1)
  const overtaken = loadEarlierOrders(null)
  useOrders.getState().reached(7, [])
  await overtaken
  expect([useOrders.getState().next, known()?.length]).toEqual([{ '': 7 }, 202])
  await loadOrders()
  expect(useOrders.getState().doubtful).toEqual({})
})
