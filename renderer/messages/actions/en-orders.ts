// English of what became of orders, and of what was asked of them.

import type { Side } from '../../../shared/order.ts'
import { SIDE } from '../en-orders.ts'
import { count } from '../reasons/en-count.ts'
import { STATUSES } from '../reasons/en-statuses.ts'

const DONE: Record<Side, string> = { buy: 'Bought', sell: 'Sold' }

export const ORDERS = { one: 'order', other: 'orders' }

/** What filled: the amounts in words already, the price and cost with their units. */
export interface FillWords {
  side: Side
  amount: string
  filled: string
  base: string
  price: string
  cost: string
  fee: string | null
}

const filledAt = ({ side, base, price, cost, fee }: FillWords, amount: string) =>
  `${DONE[side]} ${amount} ${base} at ${price}, ${side === 'buy' ? 'cost' : 'proceeds'} ${cost}${fee === null ? '' : `, fee ${fee}`}.`

export const orders = {
  cancelAllDone: (where: string) => `Cancel requested: ${where}.`,
  cancelDone: 'Cancel requested.',
  countOn: (number: number, account: string) => `${number} on ${account}`,
  decided: 'Decision saved. This market takes orders again.',
  everyAccount: 'all accounts',
  feeAnd: ' and ',
  rebate: (amount: string) => `a rebate of ${amount}`,
  haltDone: (where: string) => `New orders are paused on ${where}.`,
  lookAgainDone: (changed: number) => (changed === 0 ? 'No order has changed.' : `Updated ${count(changed, ORDERS)}.`),
  placing: (side: Side, size: string, name: string, account: string) =>
    `${SIDE[side]} ${size} USDT of ${name} on ${account}: sending…`,
  result: {
    filled: (fill: FillWords) => filledAt(fill, fill.amount),
    ended: (fill: FillWords) => `${filledAt(fill, `${fill.filled} of ${fill.amount}`)} The rest was canceled.`,
    soFar: (fill: FillWords) => `${filledAt(fill, `${fill.filled} of ${fill.amount}`)} The rest is still open.`,
    nothing: (side: Side, amount: string, base: string, status: string) =>
      `Nothing ${DONE[side].toLowerCase()}: ${amount} ${base} ${status.toLowerCase()}.`,
    pastLimit: (side: Side, price: string) =>
      `Nothing ${DONE[side].toLowerCase()}: the price moved ${side === 'buy' ? 'above' : 'below'} your ${price} limit.`,
    other: (side: Side, amount: string, base: string, status: string) => `${SIDE[side]} ${amount} ${base}: ${status}.`,
  },
  resultOn: (account: string) => `On ${account}.`,
  resumeDone: (where: string) => `New orders are allowed again on ${where}.`,
  status: STATUSES,
} as const
