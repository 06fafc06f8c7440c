// Rows of what the trader found out about coins.

import type { CoinFact, CoinFactValue } from '../../../../shared/research/coin-facts.ts'
import type { FactStore } from '../../../ports/research.ts'
import type { Database, Row } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'

const IN_ORDER = 'ORDER BY rowid'

/** The store over its table. */
export function factRows(db: Database): FactStore & { factsAmong(coinIds: string): Map<string, CoinFact[]> } {
  // Most profiles have none, and a ticket asks for its coin often.
  const isEmpty = whileUnchanged(db, ['coin_facts'], () => db.get('SELECT 1 FROM coin_facts LIMIT 1') === undefined)
  const byCoin = (rows: Row[]) => Map.groupBy(soundRows(db, 'coin_facts', rows).map(toFact), ({ coinId }) => coinId)
  return {
    facts: whileUnchanged(db, ['coin_facts'], () => byCoin(db.all(`SELECT * FROM coin_facts ${IN_ORDER}`))),
    factsAmong: (coinIds) =>
      isEmpty()
        ? new Map()
        : byCoin(
            db.all(`SELECT * FROM coin_facts WHERE coin_id IN (SELECT value FROM json_each(?)) ${IN_ORDER}`, coinIds),
          ),
    fact: (factId) => {
      const row = soundRow(db, 'coin_facts', db.get('SELECT * FROM coin_facts WHERE fact_id = ?', factId))
      return row === undefined ? null : toFact(row)
    },
    saveFact: ({ factId, coinId, value, source, asOf, savedAt }) =>
      db.run(
        `INSERT INTO coin_facts (fact_id, coin_id, value, source, as_of, saved_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (fact_id) DO UPDATE SET value = excluded.value, source = excluded.source, as_of = excluded.as_of,
           saved_at = excluded.saved_at`,
        ...[factId, coinId, JSON.stringify(value), source, asOf, savedAt],
      ),
    removeFact: (factId) => db.run('DELETE FROM coin_facts WHERE fact_id = ?', factId),
  }
}

const toFact = (row: Row): CoinFact => ({
  factId: String(row.fact_id),
  coinId: String(row.coin_id),
  value: JSON.parse(String(row.value)) as CoinFactValue,
  source: row.source === null ? null : String(row.source),
  asOf: row.as_of === null ? null : String(row.as_of),
  savedAt: String(row.saved_at),
})
