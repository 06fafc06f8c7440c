// The operations on all notes together: shape of the input, and who answers.

import { z } from 'zod'
import type { NoteOperations } from '../../../shared/contract/notes.ts'
import { NOTE_KINDS } from '../../../shared/notes/notes.ts'
import { MAX_PAGE_SIZE } from '../../../shared/page.ts'
import type { Notes } from '../../services/notes/notes.ts'
import * as common from '../schemas/common.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface NoteServices {
  notes: Notes
}

const MAX_SEARCH = 200

const filter = z.strictObject({
  text: common.line(MAX_SEARCH).optional(),
  before: z.int().min(1).optional(),
  limit: z.int().min(1).max(MAX_PAGE_SIZE).optional(),
})
/** The id of a coin, or of a task with its period behind it. */
const subject = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}( [a-z0-9-]{1,10})?$/)

/** Ties each of the operations to its service. */
export function noteHandlers({ notes }: NoteServices): HandlersOf<NoteOperations> {
  return {
    'notes.list': { input: filter, run: (asked) => notes.page(asked).items },
    'notes.page': { input: filter, run: (asked) => notes.page(asked) },
    'notes.versions': {
      input: z.strictObject({ kind: z.enum(NOTE_KINDS), subject }),
      run: (asked) => notes.versions(asked),
    },
  }
}
