// I8 of docs/order-faults.md: nothing on the page offers to place an order again while it is in doubt, in whatever state.

import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OrderDetails } from '../../../../renderer/features/orders/OrderDetails.tsx'
import { ORDER_COLUMNS } from '../../../../renderer/features/orders/order-columns.tsx'
import { TicketOrder } from '../../../../renderer/features/orders/ticket/TicketOrder.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { blockedBy } from '../../../../renderer/state/orders/in-flight-guard.ts'
import { loadOrders } from '../../../../renderer/state/orders/orders-actions.ts'
import { ledgerOf, useOrders } from '../../../../renderer/state/orders/orders-store.ts'
import { openTicket, submitTicket } from '../../../../renderer/state/ticket/ticket-actions.ts'
import type { Order, OrderStatus } from '../../../../shared/order.ts'
import { click } from '../../fakes/click.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { anOrder } from '../../fakes/fake-orders.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const DOUBTFUL = ['recorded', 'submitting', 'unknown', 'stuck', 'conflict'] as const satisfies OrderStatus[]
const TARGET = { accountId: 'practice', coinId: 'peaq', side: 'buy' } as const

/** What may be pressed beside an order in doubt: to unfold it, to cancel it, to judge it. */
const HARMLESS = [
  text.orders.details('Buy', 'peaq'),
  text.orders.cancel('Buy', 'peaq', 'Practice, PRACTICE'),
  ...Object.values(text.orders.decide.yes),
  `${text.common.unknown}. ${text.orders.unknown.reason}`,
]

let desktop: FakeDesktop

/** The names of all buttons that the page draws for this order. */
function buttonsOf(order: Order): string[] {
  const names = { coinName: (coinId: string) => coinId, accountName: () => 'Practice' }
  const cells = ORDER_COLUMNS.map(({ id, cell }) => <div key={id}>{cell(order, names)}</div>)
  const markup = renderToStaticMarkup(
    <>
      {cells}
      <OrderDetails order={order} />
      <TicketOrder order={order} />
    </>,
  )
  return [...markup.matchAll(/<(?:button|a|input type="submit")([^>]*)>(.*?)<\/(?:button|a)>/gs)].map(
    ([, attributes = '', inside = '']) =>
      /aria-label="([^"]*)"/.exec(attributes)?.[1] ?? inside.replaceAll(/<[^>]*>/g, '').trim(),
  )
}

beforeEach(() => {
  vi.useFakeTimers()
  desktop = setUpPage()
})

afterEach(() => {
  vi.useRealTimers()
})

describe.each(DOUBTFUL)('an order that is %s', (status) => {
  test('has no button beside it that would place it again', () => {
    const buttons = buttonsOf(anOrder({ status, filled: '0' }))
    expect(buttons.length).toBeGreaterThan(0)
    expect(buttons.filter((name) => !HARMLESS.includes(name))).toEqual([])
  })

  test('disarms the buttons of its coin, and neither they nor its ticket send anything', async () => {
    desktop.state.orders = [anOrder({ status, filled: '0' })]
    await loadOrders()
    expect(blockedBy(ledgerOf(useOrders.getState()), TARGET)).toBe('unsettled')
    await openTicket('peaq', 'buy')
    await vi.runAllTimersAsync()
    await Promise.all([submitTicket(), click('peaq', 'buy'), vi.runAllTimersAsync()])
    const sent = desktop.calls.filter(({ name }) => name === 'orders.submit' || name === 'orders.oneClick')
    expect(sent).toEqual([])
  })
})

test('once the trader has looked at a conflict, its coin can be ordered again', async () => {
  desktop.state.orders = [anOrder({ status: 'conflict', decidedAt: '2026-11-23T11:00:00.000Z' })]
  await loadOrders()
  expect(blockedBy(ledgerOf(useOrders.getState()), TARGET)).toBeNull()
})
