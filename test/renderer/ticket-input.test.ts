// What was typed into a ticket against the rules of the market.

import { describe, expect, test } from 'vitest'
import { checkTicket, type TicketForm } from '../../renderer/features/orders/ticket-input.ts'
import { marketOf } from './fake-orders.ts'

const { rules } = marketOf('peaq', 'PEAQ', '0.2', '2026-11-23T10:00:00.000Z')
const FORM: TicketForm = { type: 'market', unit: 'quote', size: '50', price: '', timeInForce: 'gtc' }
const check = (patch: Partial<TicketForm>) => checkTicket({ ...FORM, ...patch }, rules)

describe('a ticket', () => {
  test('at the market carries neither price nor time in force', () => {
    expect(check({ price: '0.3' }).order).toEqual({ type: 'market', size: { unit: 'quote', value: '50' } })
  })

  test('with a limit carries both', () => {
    expect(check({ type: 'limit', price: '0.2001', timeInForce: 'post-only' }).order).toEqual({
      type: 'limit',
      size: { unit: 'quote', value: '50' },
      price: '0.2001',
      timeInForce: 'post-only',
    })
  })

  test('that is not finished is no fault, and nothing to send', () => {
    expect(check({ size: '' })).toEqual({ order: null, sizeFault: null, priceFault: null })
    expect(check({ type: 'limit' })).toEqual({ order: null, sizeFault: null, priceFault: null })
  })

  test.each(['0', '-5', '1e3', '1.', 'abc', '050'])('with the size %j is refused in words', (size) => {
    const { order, sizeFault } = check({ size })
    expect(order).toBeNull()
    expect(sizeFault).not.toBeNull()
  })

  test('keeps to the step in the coin and to the tick in price, but not in the quote currency', () => {
    expect(check({ unit: 'base', size: '0.001' }).sizeFault).toContain('0.01')
    expect(check({ unit: 'quote', size: '0.001' }).sizeFault).toBeNull()
    expect(check({ type: 'limit', price: '0.20005' }).priceFault).toContain('0.0001')
  })
})
