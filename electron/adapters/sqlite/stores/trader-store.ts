// What the trader himself wrote: own coins, marks, notes, airdrop work, holdings, rules.

import { COIN_KINDS } from '../../../../shared/assets.ts'
import type { AirdropProgress, CoinTicker } from '../../../../shared/coin.ts'
import type { CoinContract } from '../../../../shared/markets/contracts.ts'
import type { Environment } from '../../../../shared/order.ts'
import type { Rules } from '../../../../shared/portfolio.ts'
import type {
  AirdropWork,
  CoinAnnotations,
  CoinRow,
  CustomCoin,
  HoldingRow,
  TraderStore,
} from '../../../ports/stores.ts'
import type { Database, Row } from '../database.ts'
import { addMovement, ownAirdrops, stateHolding } from '../ledger/ledger-rows.ts'
import { criterionRows } from '../research/criterion-rows.ts'
import { factRows } from '../research/fact-rows.ts'
import { soundRow, soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'

/** One object, so that what is kept of no holdings is known again. */
const NONE: HoldingRow[] = []

const flag = (value: unknown): boolean | null => (value === null ? null : value === 1)

/** Builds the store; each save is one durable statement. */
export function createTraderStore(db: Database): TraderStore {
  const holdings = whileUnchanged(db, ['holdings'], () =>
    Map.groupBy(
      // A sum below zero says that more has left than the ledger knows of: nothing is held of it.
      soundRows(
        db,
        'holdings',
        db.all("SELECT * FROM holdings WHERE amount NOT LIKE '-%' ORDER BY environment, coin_id"),
      ).map(
        (row): HoldingRow => ({
          environment: row.environment as Environment,
          coinId: String(row.coin_id),
          amount: String(row.amount),
        }),
      ),
      ({ environment }) => environment,
    ),
  )
  const { factsAmong: _, ...facts } = factRows(db)
  const { criterionMarksAmong: __, ...criteria } = criterionRows(db)
  return {
    atomically: db.within,
    ...coinRows(db),
    ...facts,
    ...criteria,
    ...airdropRows(db),
    holdings: (environment) => holdings().get(environment) ?? NONE,
    addMovement: (movement) => addMovement(db, movement),
    ownAirdrops: whileUnchanged(db, ['ledger'], () => ownAirdrops(db)),
    saveHolding: (row, at) => stateHolding(db, row, at),
    removeHolding: (environment, coinId, at) => stateHolding(db, { environment, coinId, amount: '0' }, at),
    coinIsUsed: (coinId) =>
      db.get(
        `SELECT 1 FROM holdings WHERE coin_id = ? UNION ALL SELECT 1 FROM ledger WHERE coin_id = ?
         UNION ALL SELECT 1 FROM orders WHERE coin_id = ? UNION ALL SELECT 1 FROM airdrop_claims WHERE coin_id = ? LIMIT 1`,
        ...[coinId, coinId, coinId, coinId],
      ) !== undefined,
    rules: whileUnchanged(db, ['rules'], () => {
      const row = soundRow(db, 'rules', db.get('SELECT id, value FROM rules WHERE id = 1'))
      return row ? (JSON.parse(String(row.value)) as Rules) : null
    }),
    saveRules: (rules) => db.run('INSERT OR REPLACE INTO rules (id, value) VALUES (1, ?)', JSON.stringify(rules)),
  }
}

/** Bound as one value, so that any number of keys is one statement. */
const AMONG = 'IN (SELECT value FROM json_each(?))'
const COIN_TABLES = ['own_coins', 'coin_marks', 'airdrop_work', 'coin_facts', 'criterion_marks'] as const

const toOwnCoin = (row: Row): CustomCoin => ({
  id: String(row.id),
  name: String(row.name),
  ticker: row.ticker === null ? null : String(row.ticker),
  what: String(row.what),
  narratives: JSON.parse(String(row.narratives)) as string[],
})

const toMark = (row: Row): CoinAnnotations => ({
  watched: flag(row.watched),
  tags: JSON.parse(String(row.tags)) as string[],
  early: flag(row.early),
  kind: COIN_KINDS.find((kind) => kind === row.kind) ?? null,
  tickers: tickersIn(row),
  contracts: JSON.parse(String(row.contracts)) as CoinContract[],
  note: row.note === null ? null : { text: String(row.note), updatedAt: String(row.note_updated_at) },
})

const toWork = (row: Row): AirdropWork => ({
  progress: String(row.progress) as AirdropProgress,
  note: String(row.note),
  deadline: row.deadline === null ? null : String(row.deadline),
  updatedAt: String(row.updated_at),
})

const tickersIn = (row: Row) => JSON.parse(String(row.tickers)) as CoinTicker[]

const byCoin = <T>(rows: Row[], to: (row: Row) => T): Map<string, T> =>
  new Map(rows.map((row) => [String(row.coin_id), to(row)]))

/** What is read of the coins with these keys alone; none of it reads a whole table. */
function coinLookups(db: Database) {
  const { factsAmong } = factRows(db)
  const { criterionMarksAmong } = criterionRows(db)
  const sound = (table: string, sql: string, value: string) => soundRows(db, table, db.all(sql, value))
  // Few coins have further tickers, so that the index of those that do is read through.
  const marked = whileUnchanged(db, ['coin_marks'], () => {
    const rows = soundRows(db, 'coin_marks', db.all("SELECT coin_id, tickers FROM coin_marks WHERE tickers <> '[]'"))
    return rows.map((row) => ({ coinId: String(row.coin_id), tickers: tickersIn(row).map(({ ticker }) => ticker) }))
  })
  return {
    coinsChanged: () => db.changes(COIN_TABLES),
    coinRows: (coinIds: readonly string[]): CoinRow[] => {
      const rowsOf = (table: string, key: string) =>
        sound(table, `SELECT rowid AS place, * FROM ${table} WHERE ${key} ${AMONG}`, JSON.stringify(coinIds))
      const owned = new Map(rowsOf('own_coins', 'id').map((row) => [String(row.id), row]))
      const marks = byCoin(rowsOf('coin_marks', 'coin_id'), toMark)
      const work = byCoin(rowsOf('airdrop_work', 'coin_id'), toWork)
      const facts = factsAmong(JSON.stringify(coinIds))
      const criteria = criterionMarksAmong(JSON.stringify(coinIds))
      return coinIds.map((coinId) => {
        const row = owned.get(coinId)
        const own = row === undefined ? null : toOwnCoin(row)
        const place = row === undefined ? '' : `${row.created_at} ${String(row.place).padStart(16, '0')}`
        const kept = {
          mark: marks.get(coinId) ?? null,
          work: work.get(coinId) ?? null,
          facts: facts.get(coinId) ?? [],
          criteria: criteria.get(coinId) ?? [],
        }
        return { coinId, own, place, ...kept }
      })
    },
    coinsOfTickers: (tickers: readonly string[]) => {
      const wanted = new Set(tickers)
      const owned = sound(
        'own_coins',
        `SELECT id, ticker FROM own_coins WHERE ticker ${AMONG}`,
        JSON.stringify(tickers),
      )
      const others = marked().filter((mark) => mark.tickers.some((ticker) => wanted.has(ticker)))
      return [...new Set([...owned.map((row) => String(row.id)), ...others.map(({ coinId }) => coinId)])]
    },
    tickers: whileUnchanged(db, ['own_coins', 'coin_marks'], () => {
      const rows = soundRows(db, 'own_coins', db.all('SELECT DISTINCT ticker FROM own_coins WHERE ticker IS NOT NULL'))
      const owned = rows.map((row) => String(row.ticker))
      return [...new Set([...owned, ...marked().flatMap(({ tickers }) => tickers)])]
    }),
  }
}

/** What goes with a coin. Orders, holdings and claims keep it. */
const OF_ONE_COIN = [
  'criterion_marks',
  'coin_facts',
  'coin_marks',
  'coin_matches',
  'airdrop_work',
  'airdrop_outlooks',
  'airdrop_tasks',
  'drafts',
  'listing_plans',
]

function coinRows(db: Database) {
  return {
    ...coinLookups(db),
    ownCoins: (): CustomCoin[] =>
      soundRows(db, 'own_coins', db.all('SELECT * FROM own_coins ORDER BY created_at, rowid')).map(toOwnCoin),
    saveOwnCoin: (coin: CustomCoin, at: string) =>
      db.run(
        `INSERT INTO own_coins (id, name, ticker, what, narratives, created_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, ticker = excluded.ticker, what = excluded.what,
           narratives = excluded.narratives`,
        coin.id,
        coin.name,
        coin.ticker,
        coin.what,
        JSON.stringify(coin.narratives),
        at,
      ),
    removeOwnCoin: (coinId: string) =>
      db.within(() => {
        db.run(
          `DELETE FROM note_versions WHERE kind = 'task' AND substr(subject, 1, instr(subject, ' ') - 1) IN
           (SELECT task_id FROM airdrop_tasks WHERE coin_id = ?)`,
          coinId,
        )
        db.run(
          'DELETE FROM airdrop_records WHERE task_id IN (SELECT task_id FROM airdrop_tasks WHERE coin_id = ?)',
          coinId,
        )
        for (const table of OF_ONE_COIN) {
          db.run(`DELETE FROM ${table} WHERE coin_id = ?`, coinId)
        }
        db.run("DELETE FROM alerts WHERE json_extract(condition, '$.coinId') = ?", coinId)
        db.run('DELETE FROM note_versions WHERE subject = ?', coinId)
        db.run('DELETE FROM own_coins WHERE id = ?', coinId)
      }),
    marks: (): Map<string, CoinAnnotations> =>
      byCoin(soundRows(db, 'coin_marks', db.all('SELECT * FROM coin_marks')), toMark),
    saveMark: (coinId: string, mark: CoinAnnotations) =>
      db.run(
        `INSERT OR REPLACE INTO coin_marks (coin_id, watched, tags, early, kind, tickers, contracts, note, note_updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        coinId,
        mark.watched === null ? null : Number(mark.watched),
        JSON.stringify(mark.tags),
        mark.early === null ? null : Number(mark.early),
        mark.kind,
        JSON.stringify(mark.tickers),
        JSON.stringify(mark.contracts),
        mark.note?.text ?? null,
        mark.note?.updatedAt ?? null,
      ),
  }
}

function airdropRows(db: Database) {
  return {
    airdropWork: (): Map<string, AirdropWork> =>
      byCoin(soundRows(db, 'airdrop_work', db.all('SELECT * FROM airdrop_work')), toWork),
    saveAirdropWork: (coinId: string, work: AirdropWork) =>
      db.run(
        'INSERT OR REPLACE INTO airdrop_work (coin_id, progress, note, deadline, updated_at) VALUES (?, ?, ?, ?, ?)',
        coinId,
        work.progress,
        work.note,
        work.deadline,
        work.updatedAt,
      ),
  }
}
