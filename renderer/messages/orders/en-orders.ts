// English text of the ledger and of an order's details.

import type { AttemptOutcome, AttemptSent, OrderType, TimeInForce } from '../../../shared/order.ts'
import { orders as actionOrders, ORDERS } from '../actions/en-orders.ts'
import { orders as firstOrders, SIDE } from '../en-orders.ts'
import { count } from '../reasons/en-count.ts'

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

const isOrAre = (number: number) => (number === 1 ? 'is' : 'are')

/** With what the buttons and the actions say before these are here. */
export const orders = {
  ...firstOrders,
  ...actionOrders,
  attemptLine: (number: number, outcome: string) => `Attempt ${number}: ${outcome}`,
  attemptPending: 'no answer yet',
  attemptSent: SENT,
  attempts: 'Attempts',
  cancel: (side: string, name: string, account: string) => `Cancel ${side.toLowerCase()} of ${name} on ${account}`,
  cancelAll: (where: string) => `Cancel all open on ${where}`,
  cancelAllHelp: (where: string) => `Cancel ${where}? Fills so far are kept.`,
  cancelAllNo: 'Keep them',
  cancelAllYes: (number: number, where: string) => `Cancel ${number} on ${where}`,
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
  details: (side: string, name: string) => `Details of ${side.toLowerCase()} ${name}`,
  decide: {
    explain: {
      stuck:
        'Check open orders, order history and trades on the exchange. If this order isn’t there, say so here. If it shows up later, we’ll tell you.',
      conflict: 'This market is paused until you check it on the exchange. Cancel any extra order there.',
    },
    reason: 'What you found there',
    yes: { stuck: 'It wasn’t placed', conflict: 'Checked: allow orders again' },
  },
  empty: 'No orders yet',
  emptyOn: (account: string) => `No orders on ${account} yet`,
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
  lookAgain: 'Refresh status',
  outcome: OUTCOME,
  earlier: 'Show earlier orders',
  others: (number: number | null) =>
    number === null
      ? 'Orders on other accounts aren’t shown.'
      : `${count(number, ORDERS)} on other accounts ${number === 1 ? 'isn’t' : 'aren’t'} shown.`,
  resume: 'Resume orders on all accounts',
  resumeOn: (account: string) => `Resume orders on ${account}`,
  scope: 'Orders of',
  scopeEvery: 'All accounts',
  side: SIDE,
  search: (rounds: number, silent: number) =>
    `${count(rounds, { one: 'lookup', other: 'lookups' })}, ${silent} of the 2 needed to confirm there’s no order`,
  stopAt: (price: string) => `stop ${price}`,
  table: 'Orders',
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
