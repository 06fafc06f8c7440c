// What became of an order, in one line as a trader says it: what filled, at which price, cost and fee. Pure.

import { isZero, multiply } from '../../../shared/decimal.ts'
import type { Order } from '../../../shared/order.ts'
import { sayReason } from '../../answer-words.ts'
import { formatDecimal, formatExact, formatMoney, formatPrice } from '../../format.ts'
import { text } from '../../messages/actions/en.ts'
import type { FillWords } from '../../messages/actions/en-orders.ts'
import { feeWords } from './fee-words.ts'

function fillOf({ averagePrice, amount, fees, filled, market, side }: Order): FillWords | null {
  if (averagePrice === null || isZero(filled)) return null
  const [base = '', quote = ''] = market.split('/')
  return {
    side,
    amount: formatDecimal(amount),
    filled: formatDecimal(filled),
    base,
    price: formatPrice(averagePrice, null),
    cost: `${formatMoney(multiply(filled, averagePrice))} ${quote}`,
    fee: fees.length === 0 ? null : feeWords(fees),
  }
}

/** An order that trades at once or not at all found nobody within its limit: then the price was past it. */
function isPastLimit({ cancelRequested, reason, timeInForce, type }: Order): boolean {
  // One that the trader canceled may have ended by that.
  if (type !== 'limit' || timeInForce !== 'ioc' || cancelRequested) return false
  if (reason === null) return true
  return reason.code === 'EXCHANGE_ENDED_AS' && ['nothing-to-trade-with', 'not-all-at-once'].includes(reason.params.as)
}

/** The line, and what is to be added to it; empty where it says everything. */
export function resultOf(order: Order): { line: string; more: string } {
  const { amount, market, price, reason, side, status } = order
  const { result, status: statuses } = text.orders
  const { word, explain } = statuses[status]
  const why = reason === null ? '' : sayReason(reason)
  const fill = fillOf(order)
  if (fill !== null && status === 'filled') return { line: result.filled(fill), more: '' }
  if (fill !== null && status === 'partially-filled') return { line: result.soFar(fill), more: '' }
  const isOver = status === 'canceled' || status === 'expired'
  if (fill !== null && isOver) return { line: result.ended(fill), more: why }
  if (isOver && price !== null && isPastLimit(order)) {
    return { line: result.pastLimit(side, formatExact(price)), more: '' }
  }
  const words = [side, formatDecimal(amount), market.split('/')[0] ?? '', word] as const
  return isOver
    ? { line: result.nothing(...words), more: why }
    : { line: result.other(...words), more: why === '' ? explain : why }
}
