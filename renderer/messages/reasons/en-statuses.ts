// English of the statuses of an order, for the screens and within reasons.

import type { OrderStatus } from '../../../shared/order.ts'

/** The word of each, and what it means to the trader. */
export const STATUSES: Record<OrderStatus, { word: string; explain: string }> = {
  recorded: { word: 'Recorded', explain: 'Written down on this computer. Not sent yet.' },
  submitting: { word: 'Sending', explain: 'On its way to the exchange. Wait for the answer.' },
  open: { word: 'Open', explain: 'Accepted by the exchange and waiting to be filled.' },
  'partially-filled': { word: 'Partly filled', explain: 'Some of it was filled; the rest is still open.' },
  filled: { word: 'Filled', explain: 'All of it was filled.' },
  canceled: { word: 'Canceled', explain: 'Nothing more of it will be filled. What was filled before stays filled.' },
  rejected: { word: 'Refused', explain: 'The exchange refused it. There is no order.' },
  expired: { word: 'Expired', explain: 'Its time ran out at the exchange.' },
  'not-sent': { word: 'Not sent', explain: 'It never left this computer. There is no order.' },
  abandoned: { word: 'Given up', explain: 'Prelist stopped before it was sent. There is no order.' },
  unknown: {
    word: 'Unknown',
    explain: "The exchange's answer was lost. Prelist is asking what became of it. Do not place it again.",
  },
  'not-placed': {
    word: 'Not placed',
    explain: 'The exchange confirmed that there is no such order and never will be.',
  },
  stuck: {
    word: 'Stuck',
    explain: 'Prelist asked many times and got no definite answer. Look at the exchange itself. Do not place it again.',
  },
  conflict: {
    word: 'Conflict',
    explain: 'The exchange shows an order that differs from yours. Look at the exchange itself. Do not place it again.',
  },
}

/** A status within a sentence. */
export const statusInWords = (status: OrderStatus): string => STATUSES[status].word.toLowerCase()
