// What the trader typed into a ticket, checked against the market's rules before anything is asked or sent.

import { type Decimal, isDecimal, isMultipleOf, isZero } from '../../../shared/decimal.ts'
import type { MarketRules, OrderInput, OrderType, Size, TimeInForce } from '../../../shared/order.ts'
import { text } from '../../messages/en.ts'

export interface TicketForm {
  type: OrderType
  unit: Size['unit']
  size: string
  price: string
  timeInForce: TimeInForce
}

export interface TicketCheck {
  /** What would be submitted; null while something is missing or wrong. */
  order: Omit<OrderInput, 'intentId'> | null
  /** What is wrong with a field, in words. An empty field is not a fault, only not ready. */
  sizeFault: string | null
  priceFault: string | null
}

function faultOf(
  typed: string,
  wanted: { decimal: string; zero: string; step: Decimal | null; stepWords: (step: string) => string },
) {
  if (typed === '') return null
  if (!isDecimal(typed)) return wanted.decimal
  if (isZero(typed)) return wanted.zero
  return wanted.step !== null && !isMultipleOf(typed, wanted.step) ? wanted.stepWords(wanted.step) : null
}

/** Checks the form. The desk checks again; this only spares the trader a refusal. */
export function checkTicket(form: TicketForm, rules: MarketRules): TicketCheck {
  const { invalid } = text.ticket
  const size = form.size.trim()
  const price = form.price.trim()
  const limit = form.type === 'limit'
  const sizeFault = faultOf(size, {
    decimal: invalid.amountDecimal,
    zero: invalid.amountZero,
    // A size in the quote currency is cut to the step by the desk; one in the coin is meant as it stands.
    step: form.unit === 'base' ? rules.step : null,
    stepWords: invalid.amountStep,
  })
  const priceFault = limit
    ? faultOf(price, {
        decimal: invalid.priceDecimal,
        zero: invalid.priceZero,
        step: rules.tick,
        stepWords: invalid.priceTick,
      })
    : null
  const ready = size !== '' && sizeFault === null && (!limit || (price !== '' && priceFault === null))
  if (!ready) return { order: null, sizeFault, priceFault }
  const order = { type: form.type, size: { unit: form.unit, value: size } }
  return {
    order: limit ? { ...order, price, timeInForce: form.timeInForce } : order,
    sizeFault,
    priceFault,
  }
}
