// The trader's notes, wherever they were written, in one place.

/** Where a note stands: at a coin, at its airdrop, or at a task that was done. */
export const NOTE_KINDS = ['coin', 'airdrop', 'task'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

export interface Note {
  kind: NoteKind
  /** The coin; of a task, its id and the period in which it was done. */
  subject: string
  coinId: string
  coinName: string
  text: string
  updatedAt: string
}

/** What a note said before it was changed. */
export interface NoteVersion {
  versionId: number
  text: string
  /** When the note had come to say that. */
  at: string
}
