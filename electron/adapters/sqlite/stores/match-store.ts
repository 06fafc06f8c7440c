// What the trader said of which coin a market trades.

import type { MatchStore } from '../../../ports/stores.ts'
import type { Database } from '../database.ts'
import { soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'

/** Builds the store; an answer is one durable statement, and a later one takes the place of the one before. */
export function createMatchStore(db: Database): MatchStore {
  return {
    matchAnswers: whileUnchanged(db, ['coin_matches'], () =>
      soundRows(db, 'coin_matches', db.all('SELECT * FROM coin_matches ORDER BY at, rowid')).map((row) => ({
        venue: String(row.venue),
        accountId: row.account_id === '' ? null : String(row.account_id),
        market: String(row.market),
        base: String(row.base),
        coinId: String(row.coin_id),
        same: row.same === 1,
        at: String(row.at),
      })),
    ),
    saveMatchAnswer: ({ venue, accountId, market, base, coinId, same, at }) =>
      db.run(
        'INSERT OR REPLACE INTO coin_matches (venue, account_id, market, base, coin_id, same, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[venue, accountId ?? '', market, base, coinId, Number(same), at],
      ),
  }
}
