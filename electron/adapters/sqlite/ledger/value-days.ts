// What each portfolio was worth on the days on which the app saw it: one row a day, the last that was seen.

import type { Environment } from '../../../../shared/order.ts'
import type { KeptValue, ValueDayStore } from '../../../ports/ledger.ts'
import type { Database } from '../database.ts'
import { soundRows } from '../row-check.ts'

/** Builds the store. */
export function createValueDays(db: Database): ValueDayStore {
  return {
    saveValue: ({ environment, day, at, value, unpriced }) =>
      db.run(
        'INSERT OR REPLACE INTO venue_value_days (environment, day, at, value, unpriced) VALUES (?, ?, ?, ?, ?)',
        ...[environment, day, at, value, JSON.stringify(unpriced)],
      ),
    values: (environment, from) =>
      soundRows(
        db,
        'venue_value_days',
        db.all('SELECT * FROM venue_value_days WHERE environment = ? AND day >= ? ORDER BY day', environment, from),
      ).map(
        (row): KeptValue => ({
          ...{ environment: row['environment'] as Environment, day: String(row['day']), at: String(row['at']) },
          ...{ value: String(row['value']), unpriced: JSON.parse(String(row['unpriced'])) as string[] },
        }),
      ),
  }
}
