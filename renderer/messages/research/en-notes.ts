// English text of the notes.

import type { NoteKind } from '../../../shared/notes/notes.ts'

const KINDS: Record<NoteKind, string> = { coin: 'Coin', airdrop: 'Airdrop', task: 'Airdrop task' }

export const notes = {
  edit: (coin: string) => `Edit note on ${coin}`,
  empty: 'No notes yet',
  emptyHelp: 'Notes you write on a coin, an airdrop or a task are listed here.',
  kinds: KINDS,
  list: 'Notes',
  loadMore: 'Load more',
  misleads: (domain: string) => `goes to ${domain}`,
  noMatch: 'No note has these words.',
  openCoin: (coin: string) => `Show ${coin}`,
  restore: 'Restore',
  restoreOf: (moment: string) => `Restore the version of ${moment}`,
  search: 'Search notes',
  searchHint: 'Finds words by their beginning.',
  title: 'Notes',
  versions: 'Earlier versions',
  versionsNone: 'No earlier versions.',
} as const
