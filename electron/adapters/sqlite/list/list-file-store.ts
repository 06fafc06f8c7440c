// Writes the rows of a file of the list: all of them or none, as three statements over lists of values, so that nobody waits for
// a hundred thousand calls.

import type { ListFileStore } from '../../../ports/list.ts'
import type { Database } from '../database.ts'

const OWN = `
INSERT INTO own_coins (id, name, ticker, what, narratives, created_at)
SELECT value ->> 'id', value ->> 'name', value ->> 'ticker', value ->> 'what', value ->> 'narratives', ?2
FROM json_each(?1) WHERE true
ON CONFLICT (id) DO UPDATE SET name = excluded.name, ticker = excluded.ticker, what = excluded.what,
  narratives = excluded.narratives`

/** What a note said before it is changed is a version of it. */
const NOTES = `
INSERT INTO note_versions (kind, subject, text, at)
SELECT 'coin', m.coin_id, m.note, m.note_updated_at FROM json_each(?1) j
JOIN coin_marks m ON m.coin_id = j.value ->> 'id'
WHERE m.note IS NOT NULL AND m.note IS NOT (j.value ->> 'note')`

/** Replaced, not updated: that is what the list of all notes follows. */
const MARKS = `
INSERT OR REPLACE INTO coin_marks (coin_id, watched, tags, early, kind, tickers, contracts, note, note_updated_at)
SELECT value ->> 'id', value ->> 'watched', value ->> 'tags', value ->> 'early', value ->> 'kind', value ->> 'tickers',
  value ->> 'contracts', value ->> 'note',
  CASE WHEN value ->> 'note' IS NULL THEN NULL WHEN m.note IS (j.value ->> 'note') THEN m.note_updated_at ELSE ?2 END
FROM json_each(?1) AS j LEFT JOIN coin_marks m ON m.coin_id = value ->> 'id'`

const WORK = `
INSERT OR REPLACE INTO airdrop_work (coin_id, progress, note, deadline, updated_at)
SELECT value ->> 'id', value ->> 'progress', value ->> 'note', value ->> 'deadline', ?2 FROM json_each(?1)`

const bit = (flag: boolean | null) => (flag === null ? null : Number(flag))

/** Builds it. */
export function createListFileStore(db: Database): ListFileStore {
  return {
    write: ({ own, marks, work }, at) => {
      const kept = JSON.stringify(
        marks.map(({ id, watched, tags, early, kind, tickers, contracts, note }) => ({
          ...{ id, watched: bit(watched), early: bit(early), kind, note: note === '' ? null : note },
          ...{ tags: JSON.stringify(tags), tickers: JSON.stringify(tickers), contracts: JSON.stringify(contracts) },
        })),
      )
      const coins = JSON.stringify(own.map((coin) => ({ ...coin, narratives: JSON.stringify(coin.narratives) })))
      db.transaction(() => {
        db.run(OWN, coins, at)
        db.run(NOTES, kept)
        db.run(MARKS, kept, at)
        db.run(WORK, JSON.stringify(work), at)
      })
    },
  }
}
