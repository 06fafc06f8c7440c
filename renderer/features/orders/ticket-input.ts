// What the trader typed into a ticket, checked against the market's rules before anything is asked or sent.

import { type Decimal, isDecimal, isMultipleOf, isZero } from '../../../shared/decimal.ts'
import type { Draft, OrderInput, OrderType, Side, Size, TimeInForce } from '../../../shared/order.ts'
import { priceOnTick } from '../../../shared/tick.ts'
import { text } from '../../messages/en.ts'

export interface TicketForm {
  type: OrderType
  unit: Size['unit']
  size: string
  price: string
  stopPrice: string
  timeInForce: TimeInForce
}

export interface TicketCheck {
  /** What would be submitted; null while something is missing or wrong. */
  order: Omit<OrderInput, 'intentId'> | null
  /** What is wrong with a field, in words. An empty field is not a fault, only not ready. */
  sizeFault: string | null
  priceFault: string | null
  stopPriceFault: string | null
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

function priceFaultOf(typed: string, tick: Decimal, side: Side) {
  const { invalid } = text.ticket
  return faultOf(typed, {
    decimal: invalid.priceDecimal,
    zero: invalid.priceZero,
    step: tick,
    stepWords: (step) => invalid.priceTick(step, priceOnTick(typed, tick, side)),
  })
}

/** Checks the form. The desk checks again; this only spares the trader a refusal. */
export function checkTicket(form: TicketForm, { rules, side }: Pick<Draft, 'rules' | 'side'>): TicketCheck {
  const { invalid } = text.ticket
  const { type, unit, timeInForce } = form
  const size = form.size.trim()
  const price = form.price.trim()
  const stopPrice = form.stopPrice.trim()
  const sizeFault = faultOf(size, {
    decimal: invalid.amountDecimal,
    zero: invalid.amountZero,
    // A size in the quote currency is cut to the step by the desk; one in the coin is meant as it stands.
    step: unit === 'base' ? rules.step : null,
    stepWords: invalid.amountStep,
  })
  const priceFault = type === 'market' ? null : priceFaultOf(price, rules.tick, side)
  const stopPriceFault = type === 'stop-limit' ? priceFaultOf(stopPrice, rules.tick, side) : null
  const faults = { sizeFault, priceFault, stopPriceFault }
  const isFilled = size !== '' && (type === 'market' || price !== '') && (type !== 'stop-limit' || stopPrice !== '')
  if (!isFilled || Object.values(faults).some((fault) => fault !== null)) return { order: null, ...faults }
  const order = { type, size: { unit, value: size } }
  switch (type) {
    case 'market':
      return { order, ...faults }
    case 'limit':
      return { order: { ...order, price, timeInForce }, ...faults }
    case 'stop-limit':
      return { order: { ...order, price, stopPrice }, ...faults }
  }
}

/**
 * What was chosen, as far as the exchange of this draft takes it. In place of a type that it does not take comes a limit
 * order without its price: with the old one it could trade at once, which nobody has asked for.
 */
export function offeredForm(form: TicketForm, draft: Pick<Draft, 'orderTypes' | 'timesInForce'>): TicketForm {
  const isOffered = draft.orderTypes.includes(form.type)
  return {
    ...form,
    ...(isOffered ? {} : { type: 'limit', price: '' }),
    timeInForce: draft.timesInForce.includes(form.timeInForce) ? form.timeInForce : 'gtc',
  }
}
