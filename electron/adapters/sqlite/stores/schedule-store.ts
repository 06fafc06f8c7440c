// The tasks that are due at a time.

import type { ScheduledTask, ScheduleStore } from '../../../ports/stores.ts'
import type { Database, Row } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'

/** Builds the store; each write is one durable statement, or part of the caller's transaction. */
export function createScheduleStore(db: Database): ScheduleStore {
  const sound = (rows: Row[]) => soundRows(db, 'scheduled_tasks', rows).map(toTask)
  return {
    put: ({ kind, subject, dueAt }) =>
      db.run('INSERT OR REPLACE INTO scheduled_tasks (kind, subject, due_at) VALUES (?, ?, ?)', kind, subject, dueAt),
    remove: ({ kind, subject, dueAt }) =>
      db.run('DELETE FROM scheduled_tasks WHERE kind = ? AND subject = ? AND due_at = ?', kind, subject, dueAt),
    find: (kind, subject) => {
      const row = db.get('SELECT * FROM scheduled_tasks WHERE kind = ? AND subject = ?', kind, subject)
      const found = soundRow(db, 'scheduled_tasks', row)
      return found === undefined ? null : toTask(found)
    },
    all: (kinds) =>
      sound(
        db.all(
          'SELECT * FROM scheduled_tasks WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY due_at',
          JSON.stringify(kinds),
        ),
      ),
  }
}

function toTask(row: Row): ScheduledTask {
  return { kind: String(row.kind), subject: String(row.subject), dueAt: Number(row.due_at) }
}
