// All notes as one list. The database itself copies each into it, with the statement that writes the note, so that no
// writer has to think of it; the index of words follows the list the same way.

import type { NoteKind, NoteVersion } from '../../../../shared/notes/notes.ts'
import type { NoteRow, NoteStore } from '../../../ports/notes.ts'
import type { Database, Row } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'

/** Of one note; a year of daily changes is less. */
const MAX_VERSIONS = 400

const IN_ORDER = 'ORDER BY at DESC, note_id DESC LIMIT ? OFFSET ?'

/** Builds the store. */
export function createNoteStore(db: Database): NoteStore {
  const notes = (rows: Row[]) => soundRows(db, 'notes', rows).map(toNote)
  return {
    find: (plan, before, limit) => {
      if (plan.by === 'index') {
        const found = 'note_id IN (SELECT rowid FROM note_search WHERE note_search MATCH ?)'
        return notes(db.all(`SELECT * FROM notes WHERE ${found} ${IN_ORDER}`, plan.question, limit, before))
      }
      if (plan.by === 'text') {
        return notes(db.all(`SELECT * FROM notes WHERE instr(text, ?) > 0 ${IN_ORDER}`, plan.text, limit, before))
      }
      return notes(db.all(`SELECT * FROM notes ${IN_ORDER}`, limit, before))
    },
    one: (kind, subject) => {
      const row = db.get('SELECT * FROM notes WHERE kind = ? AND subject = ?', kind, subject)
      const sound = soundRow(db, 'notes', row)
      return sound === undefined ? null : toNote(sound)
    },
    versions: (kind, subject) =>
      soundRows(
        db,
        'note_versions',
        db.all(
          'SELECT * FROM note_versions WHERE kind = ? AND subject = ? ORDER BY version_id DESC LIMIT ?',
          ...[kind, subject, MAX_VERSIONS],
        ),
      ).map(toVersion),
    newestVersion: (kind, subject) => {
      const newest = 'SELECT * FROM note_versions WHERE kind = ? AND subject = ? ORDER BY version_id DESC LIMIT 1'
      const sound = soundRow(db, 'note_versions', db.get(newest, kind, subject))
      return sound === undefined ? null : toVersion(sound).text
    },
    addVersion: ({ kind, subject, text, at }) => {
      db.run('INSERT INTO note_versions (kind, subject, text, at) VALUES (?, ?, ?, ?)', kind, subject, text, at)
      db.run(
        `DELETE FROM note_versions WHERE kind = ? AND subject = ? AND version_id <= (SELECT version_id FROM note_versions
         WHERE kind = ? AND subject = ? ORDER BY version_id DESC LIMIT 1 OFFSET ?)`,
        ...[kind, subject, kind, subject, MAX_VERSIONS],
      )
    },
  }
}

const toNote = (row: Row): NoteRow => ({
  kind: String(row.kind) as NoteKind,
  subject: String(row.subject),
  text: String(row.text),
  at: String(row.at),
})

const toVersion = (row: Row): NoteVersion => ({
  versionId: Number(row.version_id),
  text: String(row.text),
  at: String(row.at),
})
