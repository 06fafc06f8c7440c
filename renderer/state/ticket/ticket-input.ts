// What the trader typed into a ticket, checked against the market's rules before anything is asked or sent.

import { type Decimal, isMultipleOf } from '../../../shared/decimal.ts'
import { priceOnTick } from '../../../shared/markets/tick.ts'
import type { Draft, OrderInput, Side } from '../../../shared/order.ts'
import { text } from '../../messages/actions/en.ts'
import { type TypedNumber, typedNumber } from '../../number-fault.ts'
import { writeNumber } from '../../typed-number.ts'
import type { TicketForm } from './ticket-form.ts'

export interface TicketCheck {
  /** What would be submitted; null while something is missing or wrong. */
  order: Omit<OrderInput, 'intentId'> | null
  /** What is wrong with a field, in words. An empty field is not a fault, only not ready. */
  sizeFault: string | null
  priceFault: string | null
  stopPriceFault: string | null
}

function readPrice(typed: string, tick: Decimal, side: Side): TypedNumber {
  const { invalid } = text.ticket
  const read = typedNumber(typed, invalid.priceZero)
  if (read.value === null || isMultipleOf(read.value, tick)) return read
  const nearest = writeNumber(priceOnTick(read.value, tick, side))
  return { ...read, fault: invalid.priceTick(writeNumber(tick), nearest) }
}

function readSize(typed: string, step: Decimal | null): TypedNumber {
  const { invalid } = text.ticket
  const read = typedNumber(typed, invalid.amountZero)
  if (read.value === null || step === null || isMultipleOf(read.value, step)) return read
  return { ...read, fault: invalid.amountStep(writeNumber(step)) }
}

const UNUSED: TypedNumber = { value: null, fault: null }

/** Checks the form. The desk checks again; this only spares the trader a refusal. */
export function checkTicket(
  form: TicketForm,
  { rules, side, orderTypes }: Pick<Draft, 'rules' | 'side' | 'orderTypes'>,
): TicketCheck {
  const { type, unit, timeInForce } = form
  // A size in the quote currency is cut to the step by the desk; one in the coin is meant as it stands.
  const size = readSize(form.size, unit === 'base' ? rules.step : null)
  const price = type === 'market' ? UNUSED : readPrice(form.price, rules.tick, side)
  const stopPrice = type === 'stop-limit' ? readPrice(form.stopPrice, rules.tick, side) : UNUSED
  const faults = { sizeFault: size.fault, priceFault: price.fault, stopPriceFault: stopPrice.fault }
  const nothing = { order: null, ...faults }
  // Where the market takes nothing, or no order of this type, there is nothing to submit.
  if (!orderTypes.includes(type)) return nothing
  if (size.value === null || Object.values(faults).some((fault) => fault !== null)) return nothing
  const order = { type, size: { unit, value: size.value } }
  if (type === 'market') return { order, ...faults }
  if (price.value === null) return nothing
  if (type === 'limit') return { order: { ...order, price: price.value, timeInForce }, ...faults }
  return stopPrice.value === null
    ? nothing
    : { order: { ...order, price: price.value, stopPrice: stopPrice.value }, ...faults }
}
