// What a switch in a ticket does to the numbers that were typed. A number is kept only where it means the same as before;
// else it is converted, or cleared, and the ticket says so. Pure.

import { compare, type Decimal, divide, floorTo, multiply } from '../../../shared/decimal.ts'
import type { MarketRules, OrderType, Quote, Side, Size } from '../../../shared/order.ts'
import { text } from '../../messages/actions/en.ts'
import { numberOf, writeNumber } from '../../typed-number.ts'
import type { TicketForm } from './ticket-form.ts'

export interface Switched {
  form: TicketForm
  /** What became of the numbers, in words; `null` where nothing was changed. */
  note: string | null
}

const CENT = '0.01'
const FINEST = '0.00000001'

const has = (...typed: string[]) => typed.some((each) => each.trim() !== '')
const hasPrice = ({ price, stopPrice }: TicketForm) => has(price, stopPrice)
const noPrices = { price: '', stopPrice: '' }

/** A buy's price lets a sale trade at once, and the other way round; and what one buys for is not what one sells. */
export function switchSide(form: TicketForm, to: Side): Switched {
  const note = hasPrice(form) || has(form.size) ? text.ticket.switched.side[to] : null
  return { form: { ...form, ...noPrices, size: '' }, note }
}

/** Prices are those of a market. A size in the coin is the same in every one; one in money is, in the same money. */
export function switchMarket(form: TicketForm, from: string, to: string): Switched {
  const [, before] = from.split('/')
  const [, after] = to.split('/')
  const keepsSize = form.unit === 'base' || before === after
  const isCleared = hasPrice(form) || (!keepsSize && has(form.size))
  return {
    form: { ...form, ...noPrices, size: keepsSize ? form.size : '' },
    note: isCleared ? text.ticket.switched.market(to) : null,
  }
}

/** A price that waits as one type trades at once as another. The size means the same for all of them. */
export function switchType(form: TicketForm, type: OrderType): Switched {
  if (type === form.type) return { form, note: null }
  const note = hasPrice(form) ? text.ticket.switched.type : null
  return { form: { ...form, ...noPrices, type }, note }
}

interface Priced {
  side: Side
  quote: Pick<Quote, 'bid' | 'ask'> | null
  rules: Pick<MarketRules, 'step'>
}

/** The size at the limit price, or at the market's where none is typed: never more than it was. */
export function switchUnit(form: TicketForm, unit: Size['unit'], { side, quote, rules }: Priced): Switched {
  if (unit === form.unit) return { form, note: null }
  if (!has(form.size)) return { form: { ...form, unit }, note: null }
  const size = numberOf(form.size)
  const best = quote === null ? null : side === 'buy' ? quote.ask : quote.bid
  const price = form.type === 'market' ? best : (numberOf(form.price) ?? (has(form.price) ? null : best))
  const converted = size === null || price === null ? null : convert(size, price, unit, rules.step)
  if (converted === null || price === null) {
    return { form: { ...form, unit, size: '' }, note: text.ticket.switched.unitUnknown }
  }
  return { form: { ...form, unit, size: writeNumber(converted) }, note: text.ticket.switched.unit(writeNumber(price)) }
}

/** `null` where nothing is left of it. */
function convert(size: Decimal, price: Decimal, unit: Size['unit'], step: Decimal): Decimal | null {
  if (compare(price, '0') === 0) return null
  const converted = unit === 'base' ? floorTo(divide(size, price), step) : inMoney(multiply(size, price))
  return compare(converted, '0') === 0 ? null : converted
}

/** Cut to the hundredth, or where that is nothing, to what is left. */
export function inMoney(value: Decimal): Decimal {
  return floorTo(value, compare(value, CENT) >= 0 ? CENT : FINEST)
}
