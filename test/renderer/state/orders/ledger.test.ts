// The ledger as news arrives out of step, and when a button may fire.

import { describe, expect, test } from 'vitest'
import { text } from '../../../../renderer/messages/late/en.ts'
import { blockedBy, type Ledger } from '../../../../renderer/state/orders/in-flight-guard.ts'
import { isCancelable, mergeOrders, toneOf, withOrder } from '../../../../renderer/state/orders/ledger.ts'
import { ORDER_STATUSES } from '../../../../shared/order.ts'
import { isUnsettled } from '../../../../shared/order-states.ts'
import { anOrder } from '../../fakes/fake-orders.ts'

const TARGET = { accountId: 'practice', coinId: 'peaq', side: 'buy' } as const
const ledger = (patch: Partial<Ledger> = {}): Ledger => ({ orders: [], working: {}, doubtful: {}, ...patch })

describe('arming', () => {
  test('nothing fires before the ledger was read', () => {
    expect(blockedBy(ledger({ orders: null }), TARGET)).toBe('ledger-unread')
    expect(blockedBy(ledger(), TARGET)).toBeNull()
  })

  test.each(ORDER_STATUSES)('an order that is %s disarms exactly while it is unsettled', (status) => {
    const expected = isUnsettled(status) ? 'unsettled' : null
    expect(blockedBy(ledger({ orders: [anOrder({ status })] }), TARGET)).toBe(expected)
  })

  test('another coin, side or account stays armed', () => {
    const orders = [anOrder({ status: 'unknown' })]
    expect(blockedBy(ledger({ orders }), { ...TARGET, coinId: 'ten' })).toBeNull()
    expect(blockedBy(ledger({ orders }), { ...TARGET, side: 'sell' })).toBeNull()
    expect(blockedBy(ledger({ orders }), { ...TARGET, accountId: 'other' })).toBeNull()
  })

  test('a click and a doubtful failure disarm', () => {
    expect(blockedBy(ledger({ working: { 'practice peaq buy': true } }), TARGET)).toBe('working')
    expect(blockedBy(ledger({ doubtful: { 'practice peaq buy': true } }), TARGET)).toBe('ledger-unread')
  })
})

describe('news', () => {
  const older = anOrder({ status: 'submitting', updatedAt: '2026-11-23T10:00:00.000Z' })
  const newer = anOrder({ status: 'filled', updatedAt: '2026-11-23T10:00:01.000Z' })

  test('an event that was overtaken changes nothing', () => {
    expect(withOrder([newer], older)).toEqual([newer])
    expect(withOrder([older], newer)).toEqual([newer])
  })

  test('a list that was read does not undo news that arrived while it was on its way', () => {
    expect(mergeOrders([newer], [older])).toEqual([newer])
    const other = anOrder({ intentId: 'other', createdAt: '2026-11-23T11:00:00.000Z' })
    expect(mergeOrders([other], [older]).map(({ intentId }) => intentId)).toEqual(['other', older.intentId])
  })
})

describe('words', () => {
  test('only what can still fill, or may be there, can be canceled, and only once', () => {
    expect(ORDER_STATUSES.filter((status) => isCancelable({ status, cancelRequested: false }))).toEqual([
      'open',
      'partially-filled',
      'unknown',
      'stuck',
    ])
    expect(isCancelable({ status: 'open', cancelRequested: true })).toBe(false)
  })

  test('orders in doubt tell the trader not to place them again', () => {
    expect(text.orders.status.unknown.explain).toBe(
      'The exchange’s answer was lost. We’re checking its status. Don’t place it again.',
    )
    for (const status of ['unknown', 'stuck', 'conflict'] as const) {
      expect(text.orders.status[status].explain).toContain('Don’t place it again.')
      expect(toneOf(status)).toBe('warn')
    }
  })
})
