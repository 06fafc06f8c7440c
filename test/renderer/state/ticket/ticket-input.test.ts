// What was typed into a ticket against the rules of the market.

import { describe, expect, test } from 'vitest'
import { offeredForm, type TicketForm } from '../../../../renderer/state/ticket/ticket-form.ts'
import { checkTicket } from '../../../../renderer/state/ticket/ticket-input.ts'
import type { Side } from '../../../../shared/order.ts'
import { marketOf } from '../../fakes/fake-orders.ts'

const { rules } = marketOf('peaq', 'PEAQ', '0.2', '2026-11-23T10:00:00.000Z')
const FORM: TicketForm = { type: 'market', unit: 'quote', size: '50', price: '', stopPrice: '', timeInForce: 'gtc' }
const check = (patch: Partial<TicketForm>, side: Side = 'buy') =>
  checkTicket({ ...FORM, ...patch }, { rules, side, orderTypes: ['market', 'limit', 'stop-limit'] })

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

  test('with a stop carries both prices, and no time in force', () => {
    const form = { type: 'stop-limit', price: '0.26', stopPrice: '0.25', timeInForce: 'ioc' } as const
    expect(check(form).order).toEqual({
      type: 'stop-limit',
      size: { unit: 'quote', value: '50' },
      price: '0.26',
      stopPrice: '0.25',
    })
    expect(check({ ...form, type: 'limit' }).order).not.toHaveProperty('stopPrice')
  })

  test('that is not finished is no fault, and nothing to send', () => {
    const nothing = { order: null, sizeFault: null, priceFault: null, stopPriceFault: null }
    expect(check({ size: '' })).toEqual(nothing)
    expect(check({ type: 'limit' })).toEqual(nothing)
    expect(check({ type: 'stop-limit', price: '0.3' })).toEqual(nothing)
    expect(check({ type: 'stop-limit', stopPrice: '0.3' })).toEqual(nothing)
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
    expect(check({ type: 'stop-limit', price: '0.3', stopPrice: '0.20005' }).stopPriceFault).toContain('0.0001')
  })

  test('names the nearest price that is no worse: a buy’s below, a sale’s above', () => {
    expect(check({ type: 'limit', price: '0.20009' }).priceFault).toMatch(/Try 0\.2\.$/)
    expect(check({ type: 'limit', price: '0.20001' }, 'sell').priceFault).toContain('0.2001')
    expect(check({ type: 'limit', price: '0.00001' }).priceFault).toMatch(/Try 0\.0001\.$/)
    expect(check({ type: 'stop-limit', stopPrice: '0.20009' }).stopPriceFault).toMatch(/Try 0\.2\.$/)
  })

  test('keeps what the exchange offers, and makes no order at once of one that would have waited', () => {
    const form = { ...FORM, type: 'stop-limit', price: '0.26', stopPrice: '0.25', timeInForce: 'post-only' } as const
    const all = { orderTypes: ['market', 'limit', 'stop-limit'], timesInForce: ['gtc', 'post-only'] } as const
    expect(offeredForm(form, all)).toEqual(form)
    const less = { orderTypes: ['market', 'limit'], timesInForce: ['gtc'] } as const
    expect(offeredForm(form, less)).toEqual({ ...form, type: 'limit', price: '', timeInForce: 'gtc' })
    expect(offeredForm({ ...FORM, price: '0.2' }, less)).toEqual({ ...FORM, price: '0.2' })
  })
})
