// What is kept of notes beyond the places at which they were written: one list of them, found by their words, and versions.

import type { NoteKind, NoteVersion } from '../../shared/notes/notes.ts'
import type { SearchPlan } from '../../shared/notes/search-words.ts'

export interface NoteRow {
  kind: NoteKind
  subject: string
  text: string
  at: string
}

export interface NoteStore {
  /** Newest first; `before` is the number of notes in front. */
  find(plan: SearchPlan, before: number, limit: number): NoteRow[]
  one(kind: NoteKind, subject: string): NoteRow | null
  /** Newest first. */
  versions(kind: NoteKind, subject: string): NoteVersion[]
  /** What the newest says; `null` where there is none. */
  newestVersion(kind: NoteKind, subject: string): string | null
  /** Keeps what a note says before it is changed; of very many versions the oldest goes. */
  addVersion(note: NoteRow): void
}
