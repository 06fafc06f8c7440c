// English text of the buttons that order, or open a ticket.

import type { Side } from '../../shared/order.ts'

export const SIDE: Record<Side, string> = { buy: 'Buy', sell: 'Sell' }

export const orders = {
  disarmed: {
    'ledger-unread': 'Loading your orders first.',
    working: 'This order is being sent.',
    unsettled: 'An earlier order is unconfirmed. See Orders.',
    halted: 'New orders are paused. Resume them on the Orders screen.',
    ticketOnly: 'One-click orders are off for this account. Open the ticket, or turn them on under Accounts.',
  },
  oneClick: (side: Side, size: string, name: string, account: string) =>
    `${SIDE[side]} ${size} USDT of ${name} on ${account}`,
  atWorst: { buy: (price: string) => `At ${price} or lower`, sell: (price: string) => `At ${price} or higher` },
  oneClickShort: (side: Side, size: string) => `${SIDE[side]} ${size}`,
  openTicket: (side: Side, name: string, account: string) => `${SIDE[side]} ${name}: open the ticket on ${account}`,
  openTicketShort: (side: Side) => `${SIDE[side]}…`,
  openTicketWhy: (quote: string) => `Not traded in USDT here, only in currencies like ${quote}. Opens the ticket.`,
  ticket: 'Ticket…',
  ticketOf: (name: string) => `Ticket for ${name}`,
} as const
