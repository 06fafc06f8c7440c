// English text of orders: their states in plain words, the ledger, and the one-click buttons.

import type { AttemptOutcome, AttemptSent, OrderType, Side, TimeInForce } from '../../shared/order.ts'
import { STATUSES } from './reasons/en-statuses.ts'

const SIDE: Record<Side, string> = { buy: 'Buy', sell: 'Sell' }
const TYPE: Record<OrderType, string> = { market: 'Market', limit: 'Limit', 'stop-limit': 'Stop-limit' }
const TIME_IN_FORCE: Record<TimeInForce, string> = {
  gtc: 'Good till canceled (GTC)',
  ioc: 'Immediate or cancel (IOC)',
  'post-only': 'Post-only',
}
const OUTCOME: Record<AttemptOutcome, string> = {
  accepted: 'accepted',
  refused: 'refused',
  unknown: 'answer lost',
  'not-sent': 'did not leave this computer',
}

const SENT: Record<AttemptSent, string> = {
  nothing: 'nothing had left',
  part: 'a part of the request had left',
  whole: 'the whole request had left',
}

export const orders = {
  attemptLine: (number: number, outcome: string) => `Attempt ${number}: ${outcome}`,
  attemptPending: 'no answer yet',
  attemptSent: SENT,
  attempts: 'Attempts',
  cancel: (side: string, name: string, account: string) => `Cancel ${side.toLowerCase()} of ${name} on ${account}`,
  cancelAll: (where: string) => `Cancel all open on ${where}`,
  cancelAllDone: (where: string) => `Cancel was asked for: ${where}.`,
  cancelAllHelp: (where: string) => `Cancel ${where}? What was filled stays filled.`,
  cancelAllNo: 'Keep them',
  cancelAllYes: (count: number, where: string) => `Cancel ${count} on ${where}`,
  cancelDone: 'Cancel was asked for.',
  cancelRequested: 'Cancel asked for',
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
  countOn: (count: number, account: string) => `${count} on ${account}`,
  details: (side: string, name: string) => `Details of ${side.toLowerCase()} ${name}`,
  decide: {
    done: 'Your decision is written down. The market takes orders again.',
    explain: {
      stuck:
        'Look at the open orders, the history and the trades on the page of the exchange. If this order is in none of them, you can say so here. Should it turn up later all the same, Prelist shows it.',
      conflict:
        'Orders in this market wait until you have looked at it on the page of the exchange. An order there that is too much is canceled there.',
    },
    reason: 'What you found there',
    yes: { stuck: 'It was not placed', conflict: 'I have looked: allow orders again' },
  },
  disarmed: {
    'ledger-unread': 'Waiting for the ledger before any order can be placed.',
    working: 'This order is on its way.',
    unsettled: 'An earlier order is not settled. See Orders.',
    halted: 'New orders are halted. Resume on the Orders screen.',
    ticketOnly: 'One-click orders are off for this account. Open the ticket, or allow them under Accounts.',
  },
  empty: 'No order yet',
  emptyOn: (account: string) => `No order on ${account} yet`,
  everyAccount: 'all accounts',
  emptyHelp: 'An order placed on the Watchlist appears here. The money of practice orders is not real.',
  facts: {
    account: 'Account',
    averagePrice: 'Average price',
    created: 'Written down',
    fee: 'Fee',
    intentId: 'Key',
    limitPrice: 'Limit price',
    market: 'Market',
    nextLook: 'Asked again',
    search: 'Search',
    payloadHash: 'Payload hash',
    reason: 'Reason',
    size: 'Size as given',
    stopPrice: 'Stop price',
    timeInForce: 'Time in force',
    updated: 'Last change',
    venueClientId: 'Client id at the exchange',
    venueOrderId: 'Order id at the exchange',
    words: 'Exchange’s answer',
  },
  feeAnd: ' and ',
  rebate: (amount: string) => `a rebate of ${amount}`,
  foreign: {
    explain:
      'Orders that stand open at this exchange and that were not placed by this Prelist. They are canceled there.',
    line: (side: string, amount: string, market: string, price: string | null, stop: string | null, filled: string) =>
      `${side} ${amount} ${market}${price === null ? '' : ` at ${price}`}${stop === null ? '' : `, stop at ${stop}`}, ${filled} filled`,
    locked: 'Unlock the vault to ask the exchange.',
    none: 'There are none.',
    ownKey: 'may be of another Prelist',
    title: (account: string) => `Also open at the exchange, on ${account}`,
  },
  goneAccount: 'Removed account',
  halt: 'Halt new orders on all accounts',
  halted: (where: string) => `New orders are halted on ${where}. Open orders stay as they are and can be canceled.`,
  haltDone: (where: string) => `New orders are halted on ${where}.`,
  lookAgain: 'Look again now',
  nextLookAt: (time: string) => `by itself at ${time}`,
  lookAgainDone: (changed: number) =>
    changed === 0 ? 'Looked again. Nothing changed.' : `Looked again. ${changed} changed.`,
  oneClick: (side: Side, size: string, name: string, account: string) =>
    `${SIDE[side]} ${size} USDT of ${name} on ${account}`,
  atWorst: { buy: (price: string) => `At ${price} at most`, sell: (price: string) => `At ${price} at least` },
  oneClickShort: (side: Side, size: string) => `${SIDE[side]} ${size}`,
  openTicket: (side: Side, name: string, account: string) => `${SIDE[side]} ${name}: open the ticket on ${account}`,
  openTicketShort: (side: Side) => `${SIDE[side]}…`,
  openTicketWhy: (quote: string) => `No market in USDT here, only in ${quote} and the like. Opens the ticket.`,
  outcome: OUTCOME,
  placing: (side: Side, size: string, name: string, account: string) =>
    `${SIDE[side]} ${size} USDT of ${name} on ${account}: sending…`,
  earlier: 'Show earlier orders',
  others: (count: number | null) =>
    count === null
      ? 'Orders of other accounts are not shown.'
      : count === 1
        ? '1 order of another account is not shown.'
        : `${count} orders of other accounts are not shown.`,
  result: (side: Side, amount: string, name: string, status: string) => `${SIDE[side]} ${amount} ${name}: ${status}.`,
  resultAt: (price: string, cost: string, fee: string | null) =>
    `At ${price}, ${cost}${fee === null ? '' : `, fee ${fee}`}.`,
  resultOn: (account: string) => `On ${account}.`,
  resume: 'Resume orders on all accounts',
  resumeDone: (where: string) => `New orders can be placed again on ${where}.`,
  resumeOn: (account: string) => `Resume orders on ${account}`,
  scope: 'Orders of',
  scopeEvery: 'All accounts',
  side: SIDE,
  search: (rounds: number, silent: number) =>
    `${rounds === 1 ? '1 round' : `${rounds} rounds`} of look-ups, ${silent} of the 2 that prove there is no order`,
  status: STATUSES,
  stopAt: (price: string) => `stop ${price}`,
  table: 'Orders',
  ticket: 'Ticket…',
  ticketOf: (name: string) => `Ticket for ${name}`,
  timeInForce: TIME_IN_FORCE,
  title: 'Orders',
  type: TYPE,
  unknown: {
    averagePrice: 'Nothing was filled, so there is no average price.',
    fee: 'No fee was reported.',
    price: 'A market order has no price of its own until it fills.',
    reason: 'The status says it all.',
    venueOrderId: 'The exchange has not named the order.',
  },
  unsettledHelp:
    'Their answers are not definite. Their keys never change, so that none of them becomes a second order.',
  unsettledOn: (where: string) => `On ${where}.`,
  unsettledTitle: (count: number) => (count === 1 ? '1 order is not settled' : `${count} orders are not settled`),
} as const
