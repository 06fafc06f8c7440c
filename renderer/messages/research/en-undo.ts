// English text of what can be undone.

import type { UndoableOperation } from '../../../shared/undo/undo.ts'

const of = (what: string, subject: string) => (subject === '' ? what : `${what}: ${subject}`)

const DONE: Record<UndoableOperation, string> = {
  'coins.save': 'Coin changed',
  'coins.remove': 'Coin removed',
  'coins.markMany': 'Coins changed',
  'coins.removeMany': 'Coins removed',
  'coinFacts.save': 'Entry saved',
  'coinFacts.remove': 'Entry removed',
  'watchlist.set': 'Watchlist changed',
  'notes.save': 'Note changed',
  'tags.set': 'Tags changed',
  'airdrops.save': 'Airdrop changed',
  'airdrops.remove': 'Taken off the board',
  'airdropTasks.save': 'Task saved',
  'airdropTasks.done': 'Task record changed',
  'airdropTasks.snooze': 'Reminder snoozed',
  'airdropTasks.remove': 'Task removed',
  'holdings.save': 'Holding changed',
  'holdings.remove': 'Holding removed',
  'ledger.save': 'Movement saved',
  'ledger.remove': 'Movement removed',
  'criteria.save': 'Criterion saved',
  'criteria.remove': 'Criterion removed',
  'criteria.mark': 'Criterion marked',
}

export const undo = {
  dismiss: 'Dismiss undo',
  done: (operation: UndoableOperation, subject: string) => of(DONE[operation], subject),
  label: 'Undo',
  undone: (operation: UndoableOperation, subject: string) => `Undone. ${of(DONE[operation], subject)}`,
} as const
