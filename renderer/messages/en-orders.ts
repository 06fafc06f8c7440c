// English text of orders: their states in plain words, the ledger, and the one-click buttons.

import type { AttemptOutcome, AttemptSent, OrderType, Side, TimeInForce } from '../../shared/order.ts'
import { count } from './reasons/en-figures.ts'
import { STATUSES } from './reasons/en-statuses.ts'

const SIDE: Record<Side, string> = { buy: 'Buy', sell: 'Sell' }
const DONE: Record<Side, string> = { buy: 'Bought', sell: 'Sold' }
const TYPE: Record<OrderType, string> = { market: 'Market', limit: 'Limit', 'stop-limit': 'Stop-limit' }
const TIME_IN_FORCE: Record<TimeInForce, string> = {
  gtc: 'Good till canceled (GTC)',
  ioc: 'Immediate or cancel (IOC)',
  'post-only': 'Post-only',
}
const OUTCOME: Record<AttemptOutcome, string> = {
  accepted: 'accepted',
  refused: 'rejected',
  unknown: 'answer lost',
  'not-sent': 'not sent',
}

const SENT: Record<AttemptSent, string> = {
  nothing: 'none of the request was sent',
  part: 'part of the request was sent',
  whole: 'the full request was sent',
}

const ORDERS = { one: 'order', other: 'orders' }
const isOrAre = (number: number) => (number === 1 ? 'is' : 'are')

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
  attemptLine: (number: number, outcome: string) => `Attempt ${number}: ${outcome}`,
  attemptPending: 'no answer yet',
  attemptSent: SENT,
  attempts: 'Attempts',
  cancel: (side: string, name: string, account: string) => `Cancel ${side.toLowerCase()} of ${name} on ${account}`,
  cancelAll: (where: string) => `Cancel all open on ${where}`,
  cancelAllDone: (where: string) => `Cancel requested: ${where}.`,
  cancelAllHelp: (where: string) => `Cancel ${where}? Fills so far are kept.`,
  cancelAllNo: 'Keep them',
  cancelAllYes: (number: number, where: string) => `Cancel ${number} on ${where}`,
  cancelDone: 'Cancel requested.',
  cancelRequested: 'Cancel requested',
  cancelShort: 'Cancel',
  column: {
    account: 'Account',
    amount: 'Amount',
    coin: 'Coin',
    created: 'Placed',
    environment: 'Mode',
    filled: 'Filled',
    price: 'Price, USDT',
    side: 'Side',
    status: 'Status',
    type: 'Type',
  },
  countOn: (number: number, account: string) => `${number} on ${account}`,
  details: (side: string, name: string) => `Details of ${side.toLowerCase()} ${name}`,
  decide: {
    done: 'Decision saved. This market takes orders again.',
    explain: {
      stuck:
        'Check open orders, order history and trades on the exchange. If this order isn’t there, say so here. If it shows up later, we’ll tell you.',
      conflict: 'This market is paused until you check it on the exchange. Cancel any extra order there.',
    },
    reason: 'What you found there',
    yes: { stuck: 'It wasn’t placed', conflict: 'Checked: allow orders again' },
  },
  disarmed: {
    'ledger-unread': 'Loading your orders first.',
    working: 'This order is being sent.',
    unsettled: 'An earlier order is unconfirmed. See Orders.',
    halted: 'New orders are paused. Resume them on the Orders screen.',
    ticketOnly: 'One-click orders are off for this account. Open the ticket, or turn them on under Accounts.',
  },
  empty: 'No orders yet',
  emptyOn: (account: string) => `No orders on ${account} yet`,
  everyAccount: 'all accounts',
  emptyHelp: 'Place an order from the Watchlist and it shows up here. Practice orders use play money.',
  facts: {
    account: 'Account',
    averagePrice: 'Average price',
    created: 'Created',
    fee: 'Fee',
    intentId: 'Order key',
    limitPrice: 'Limit price',
    market: 'Market',
    nextLook: 'Next check',
    search: 'Lookups',
    payloadHash: 'Payload hash',
    reason: 'Reason',
    size: 'Requested size',
    stopPrice: 'Stop price',
    timeInForce: 'Time in force',
    updated: 'Updated',
    venueClientId: 'Client order ID',
    venueOrderId: 'Exchange order ID',
    words: 'Exchange’s answer',
  },
  feeAnd: ' and ',
  rebate: (amount: string) => `a rebate of ${amount}`,
  foreign: {
    explain: 'Placed outside Prelist. Cancel them on the exchange.',
    line: (side: string, amount: string, market: string, price: string | null, stop: string | null, filled: string) =>
      `${side} ${amount} ${market}${price === null ? '' : ` at ${price}`}${stop === null ? '' : `, stop at ${stop}`}, ${filled} filled`,
    locked: 'Unlock the vault to see them.',
    none: 'None.',
    ownKey: 'may come from another Prelist',
    title: (account: string) => `Other open orders on ${account}`,
  },
  goneAccount: 'Removed account',
  halt: 'Pause new orders on all accounts',
  halted: (where: string) => `New orders are paused on ${where}. Open orders stay open; you can still cancel them.`,
  haltDone: (where: string) => `New orders are paused on ${where}.`,
  lookAgain: 'Refresh status',
  lookAgainDone: (changed: number) => (changed === 0 ? 'No order has changed.' : `Updated ${count(changed, ORDERS)}.`),
  oneClick: (side: Side, size: string, name: string, account: string) =>
    `${SIDE[side]} ${size} USDT of ${name} on ${account}`,
  atWorst: { buy: (price: string) => `At ${price} or lower`, sell: (price: string) => `At ${price} or higher` },
  oneClickShort: (side: Side, size: string) => `${SIDE[side]} ${size}`,
  openTicket: (side: Side, name: string, account: string) => `${SIDE[side]} ${name}: open the ticket on ${account}`,
  openTicketShort: (side: Side) => `${SIDE[side]}…`,
  openTicketWhy: (quote: string) => `Not traded in USDT here, only in currencies like ${quote}. Opens the ticket.`,
  outcome: OUTCOME,
  placing: (side: Side, size: string, name: string, account: string) =>
    `${SIDE[side]} ${size} USDT of ${name} on ${account}: sending…`,
  earlier: 'Show earlier orders',
  others: (number: number | null) =>
    number === null
      ? 'Orders on other accounts aren’t shown.'
      : `${count(number, ORDERS)} on other accounts ${number === 1 ? 'isn’t' : 'aren’t'} shown.`,
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
  resume: 'Resume orders on all accounts',
  resumeDone: (where: string) => `New orders are allowed again on ${where}.`,
  resumeOn: (account: string) => `Resume orders on ${account}`,
  scope: 'Orders of',
  scopeEvery: 'All accounts',
  side: SIDE,
  search: (rounds: number, silent: number) =>
    `${count(rounds, { one: 'lookup', other: 'lookups' })}, ${silent} of the 2 needed to confirm there’s no order`,
  status: STATUSES,
  stopAt: (price: string) => `stop ${price}`,
  table: 'Orders',
  ticket: 'Ticket…',
  ticketOf: (name: string) => `Ticket for ${name}`,
  timeInForce: TIME_IN_FORCE,
  title: 'Orders',
  type: TYPE,
  unknown: {
    averagePrice: 'Nothing filled, so there’s no average price.',
    fee: 'No fee reported.',
    price: 'A market order has no price until it fills.',
    reason: 'See the status.',
    venueOrderId: 'The exchange hasn’t assigned an ID.',
  },
  unsettledHelp: 'We’re checking with the exchange. They can’t be placed twice.',
  unsettledOn: (where: string) => `On ${where}.`,
  unsettledTitle: (number: number) => `${count(number, ORDERS)} ${isOrAre(number)} unconfirmed`,
} as const
