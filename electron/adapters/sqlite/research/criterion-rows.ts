// Rows of the trader's criteria, and of what he marked coins with.

import type { CriterionMark, CriterionVerdict } from '../../../../shared/research/criteria.ts'
import type { CriterionStore } from '../../../ports/research.ts'
import type { Database, Row } from '../database.ts'
import { soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'

/** The store over its tables. */
export function criterionRows(db: Database): CriterionStore & {
  criterionMarksAmong(coinIds: string): Map<string, CriterionMark[]>
} {
  const byCoin = (rows: Row[]): Map<string, CriterionMark[]> => {
    const grouped = Map.groupBy(soundRows(db, 'criterion_marks', rows), (row) => String(row.coin_id))
    return new Map([...grouped].map(([coinId, marks]) => [coinId, marks.map(toMark)]))
  }
  const isEmpty = whileUnchanged(
    db,
    ['criterion_marks'],
    () => db.get('SELECT 1 FROM criterion_marks LIMIT 1') === undefined,
  )
  return {
    criteria: whileUnchanged(db, ['criteria'], () =>
      soundRows(db, 'criteria', db.all('SELECT * FROM criteria ORDER BY rowid')).map((row) => ({
        criterionId: String(row.criterion_id),
        name: String(row.name),
      })),
    ),
    criterionMarks: whileUnchanged(db, ['criterion_marks'], () => byCoin(db.all('SELECT * FROM criterion_marks'))),
    criterionMarksAmong: (coinIds) =>
      isEmpty()
        ? new Map()
        : byCoin(db.all('SELECT * FROM criterion_marks WHERE coin_id IN (SELECT value FROM json_each(?))', coinIds)),
    saveCriterion: (criterionId, name) =>
      db.run(
        'INSERT INTO criteria (criterion_id, name) VALUES (?, ?) ON CONFLICT (criterion_id) DO UPDATE SET name = excluded.name',
        ...[criterionId, name],
      ),
    removeCriterion: (criterionId) =>
      db.within(() => {
        db.run('DELETE FROM criterion_marks WHERE criterion_id = ?', criterionId)
        db.run('DELETE FROM criteria WHERE criterion_id = ?', criterionId)
      }),
    saveCriterionMark: (coinId, criterionId, verdict, at) => {
      if (verdict === null) {
        return db.run('DELETE FROM criterion_marks WHERE coin_id = ? AND criterion_id = ?', coinId, criterionId)
      }
      db.run(
        'INSERT OR REPLACE INTO criterion_marks (coin_id, criterion_id, verdict, at) VALUES (?, ?, ?, ?)',
        ...[coinId, criterionId, verdict, at],
      )
    },
  }
}

const toMark = (row: Row): CriterionMark => ({
  criterionId: String(row.criterion_id),
  verdict: String(row.verdict) as CriterionVerdict,
  by: 'trader',
  at: String(row.at),
})
