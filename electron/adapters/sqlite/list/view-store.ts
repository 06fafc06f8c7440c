// How the list of coins is looked at: the views that the trader has named, and how its columns stood last.

import type { ListColumns, ListView } from '../../../../shared/list/views.ts'
import type { ViewStore } from '../../../ports/list.ts'
import type { Database } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'

/** The row of how columns stood last; no view has it as its id. */
const LAST = 'last'

/** Builds the store; each write is one durable statement. */
export function createViewStore(db: Database): ViewStore {
  return {
    saved: () =>
      soundRows(db, 'list_views', db.all('SELECT * FROM list_views ORDER BY name COLLATE NOCASE, view_id')).map(
        (row) => ({
          viewId: String(row['view_id']),
          name: String(row['name']),
          view: JSON.parse(String(row['content'])) as ListView,
        }),
      ),
    save: ({ viewId, name, view }) =>
      db.run(
        'INSERT OR REPLACE INTO list_views (view_id, name, content) VALUES (?, ?, ?)',
        viewId,
        name,
        JSON.stringify(view),
      ),
    remove: (viewId) => db.run('DELETE FROM list_views WHERE view_id = ?', viewId),
    last: () => {
      const row = soundRow(db, 'list_columns', db.get('SELECT * FROM list_columns WHERE list = ?', LAST))
      return row === undefined ? null : (JSON.parse(String(row['content'])) as ListColumns)
    },
    remember: (columns) =>
      db.run('INSERT OR REPLACE INTO list_columns (list, content) VALUES (?, ?)', LAST, JSON.stringify(columns)),
  }
}
