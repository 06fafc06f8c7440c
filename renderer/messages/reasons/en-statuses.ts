// English of the statuses of an order, for the screens and within reasons.

import type { OrderStatus } from '../../../shared/order.ts'

/** The word of each, and what it means to the trader. */
export const STATUSES: Record<OrderStatus, { word: string; explain: string }> = {
  recorded: { word: 'Created', explain: 'Saved on this computer. Not sent yet.' },
  submitting: { word: 'Sending', explain: 'Sent to the exchange. Waiting for its answer.' },
  open: { word: 'Open', explain: 'On the exchange’s book, waiting to fill.' },
  'partially-filled': { word: 'Partially filled', explain: 'Part of it filled. The rest is still open.' },
  filled: { word: 'Filled', explain: 'Fully filled.' },
  canceled: { word: 'Canceled', explain: 'The rest won’t fill anymore.' },
  rejected: { word: 'Rejected', explain: 'The exchange rejected it. No order was placed.' },
  expired: { word: 'Expired', explain: 'It ran out of time on the exchange.' },
  'not-sent': { word: 'Not sent', explain: 'It never left this computer. No order was placed.' },
  abandoned: { word: 'Interrupted', explain: 'Prelist closed before sending it. No order was placed.' },
  unknown: {
    word: 'Unconfirmed',
    explain: 'The exchange’s answer was lost. We’re checking its status. Don’t place it again.',
  },
  'not-placed': { word: 'Not placed', explain: 'The exchange has no such order and won’t accept it anymore.' },
  stuck: {
    word: 'Stuck',
    explain: 'We can’t confirm its status. Check it on the exchange. Don’t place it again.',
  },
  conflict: {
    word: 'Mismatch',
    explain: 'The exchange shows an order that differs from yours. Check it there. Don’t place it again.',
  },
}

/** A status within a sentence. */
export const statusInWords = (status: OrderStatus): string => STATUSES[status].word.toLowerCase()
