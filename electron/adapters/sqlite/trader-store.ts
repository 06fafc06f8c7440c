// What the trader himself wrote: own coins, marks, notes, airdrop work, holdings, rules.

import { COIN_KINDS } from '../../../shared/assets.ts'
import type { AirdropProgress, CoinTicker } from '../../../shared/coin.ts'
import type { Rules } from '../../../shared/portfolio.ts'
import type { AirdropWork, CoinMark, OwnCoin, TraderStore } from '../../store-ports.ts'
import type { Database } from './database.ts'
import { soundRow, soundRows } from './row-check.ts'

const flag = (value: unknown): boolean | null => (value === null ? null : value === 1)

/** Builds the store; each save is one durable statement. */
export function createTraderStore(db: Database): TraderStore {
  return {
    atomically: db.transaction,
    ...coinRows(db),
    ...airdropRows(db),
    holdings: (environment) =>
      soundRows(
        db,
        'holdings',
        db.all('SELECT * FROM holdings WHERE environment = ? ORDER BY coin_id', environment),
      ).map((row) => ({
        environment,
        coinId: String(row.coin_id),
        amount: String(row.amount),
      })),
    saveHolding: (row, at) =>
      db.run(
        'INSERT OR REPLACE INTO holdings (environment, coin_id, amount, updated_at) VALUES (?, ?, ?, ?)',
        row.environment,
        row.coinId,
        row.amount,
        at,
      ),
    removeHolding: (environment, coinId) =>
      db.run('DELETE FROM holdings WHERE environment = ? AND coin_id = ?', environment, coinId),
    coinIsUsed: (coinId) =>
      db.get(
        'SELECT 1 FROM holdings WHERE coin_id = ? UNION ALL SELECT 1 FROM orders WHERE coin_id = ? LIMIT 1',
        coinId,
        coinId,
      ) !== undefined,
    rules: () => {
      const row = soundRow(db, 'rules', db.get('SELECT id, value FROM rules WHERE id = 1'))
      return row ? (JSON.parse(String(row.value)) as Rules) : null
    },
    saveRules: (rules) => db.run('INSERT OR REPLACE INTO rules (id, value) VALUES (1, ?)', JSON.stringify(rules)),
  }
}

function coinRows(db: Database) {
  return {
    ownCoins: (): OwnCoin[] =>
      soundRows(db, 'own_coins', db.all('SELECT * FROM own_coins ORDER BY created_at')).map((row) => ({
        id: String(row.id),
        name: String(row.name),
        ticker: row.ticker === null ? null : String(row.ticker),
        what: String(row.what),
        narratives: JSON.parse(String(row.narratives)) as string[],
      })),
    saveOwnCoin: (coin: OwnCoin, at: string) =>
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
      db.transaction(() => {
        for (const table of ['coin_marks', 'coin_matches', 'airdrop_work', 'drafts']) {
          db.run(`DELETE FROM ${table} WHERE coin_id = ?`, coinId)
        }
        db.run('DELETE FROM own_coins WHERE id = ?', coinId)
      }),
    marks: (): Map<string, CoinMark> =>
      new Map(
        soundRows(db, 'coin_marks', db.all('SELECT * FROM coin_marks')).map((row) => [
          String(row.coin_id),
          {
            watched: flag(row.watched),
            tags: JSON.parse(String(row.tags)) as string[],
            early: flag(row.early),
            kind: COIN_KINDS.find((kind) => kind === row.kind) ?? null,
            tickers: JSON.parse(String(row.tickers)) as CoinTicker[],
            note: row.note === null ? null : { text: String(row.note), updatedAt: String(row.note_updated_at) },
          },
        ]),
      ),
    saveMark: (coinId: string, mark: CoinMark) =>
      db.run(
        `INSERT OR REPLACE INTO coin_marks (coin_id, watched, tags, early, kind, tickers, note, note_updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        coinId,
        mark.watched === null ? null : Number(mark.watched),
        JSON.stringify(mark.tags),
        mark.early === null ? null : Number(mark.early),
        mark.kind,
        JSON.stringify(mark.tickers),
        mark.note?.text ?? null,
        mark.note?.updatedAt ?? null,
      ),
  }
}

function airdropRows(db: Database) {
  return {
    airdropWork: (): Map<string, AirdropWork> =>
      new Map(
        soundRows(db, 'airdrop_work', db.all('SELECT * FROM airdrop_work')).map((row) => [
          String(row.coin_id),
          {
            progress: String(row.progress) as AirdropProgress,
            note: String(row.note),
            deadline: row.deadline === null ? null : String(row.deadline),
            updatedAt: String(row.updated_at),
          },
        ]),
      ),
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
