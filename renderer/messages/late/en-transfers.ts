// English text of transfers between the trader's own places.

import type { TransferMatch } from '../../../shared/ledger/transfers.ts'
import { count } from '../reasons/en-count.ts'

const MATCH: Record<TransferMatch, string> = {
  amount: 'Same amount',
  fee: 'Same amount less the fee',
  difference: 'A difference that can be a fee',
}

const apart = (minutes: number): string => {
  const size = Math.abs(minutes)
  if (size < 120) return count(size, { one: 'minute', other: 'minutes' })
  return count(Math.round(size / 60), { one: 'hour', other: 'hours' })
}

export const transfers = {
  column: { answer: 'Answer', arrived: 'Arrived', coin: 'Coin', left: 'Left', lost: 'Lost', why: 'Match' },
  confirm: 'Is a transfer',
  confirmed: (number: number) => `Confirmed (${number})`,
  confirmOf: (name: string, from: string, to: string) => `Is a transfer: ${name} from ${from} to ${to}`,
  done: { confirmed: 'Saved as a transfer.', refused: 'Saved as two events.', undone: 'Answer taken back.' },
  help: 'Confirm a transfer and its cost and purchase date move along. Both entries stay as they are.',
  match: MATCH,
  minutes: (minutes: number) => `${apart(minutes)} apart`,
  none: 'No transfer is waiting for your answer.',
  offered: (number: number) => `Possible transfers (${number})`,
  refuse: 'Not a transfer',
  refused: (number: number) => `Not transfers (${number})`,
  refuseOf: (name: string, from: string, to: string) => `Not a transfer: ${name} from ${from} to ${to}`,
  table: { offered: 'Possible transfers', confirmed: 'Confirmed transfers', refused: 'Pairs that aren’t transfers' },
  undo: 'Take back',
  undoOf: (name: string, from: string, to: string) => `Take back: ${name} from ${from} to ${to}`,
  unmatched: (number: number) => `Without the other side (${number})`,
  unmatchedHelp: 'A withdrawal here counts as gone, and a deposit has no known cost unless you enter its price.',
  unmatchedTable: 'Withdrawals and deposits without the other side',
} as const
