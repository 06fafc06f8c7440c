// The operations on all notes together: name, input and output of each. One coin's note is saved with `notes.save`.

import type { Note, NoteKind, NoteVersion } from '../notes/notes.ts'
import type { Page } from '../page.ts'

interface NoteFilter {
  /** Words that a note must have, each at least by its beginning. */
  text?: string | undefined
  before?: number | undefined
  limit?: number | undefined
}

export interface NoteOperations {
  /** Newest first. */
  'notes.list': { input: NoteFilter; output: Note[] }
  'notes.page': { input: NoteFilter; output: Page<Note> }
  /** What it said before, newest first. */
  'notes.versions': { input: { kind: NoteKind; subject: string }; output: NoteVersion[] }
}

/** A record, so that a name that is missing here does not compile. */
export const NOTE_OPERATIONS: Record<keyof NoteOperations, true> = {
  'notes.list': true,
  'notes.page': true,
  'notes.versions': true,
}
