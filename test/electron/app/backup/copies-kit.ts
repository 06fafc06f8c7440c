// Profiles with something in every table, and copies of them, for the tests of the restore's one transaction.

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { createProfileCopies } from '../../../../electron/adapters/sqlite/restore.ts'
import type { ProfileCopies } from '../../../../electron/ports/stores.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

export interface Profile {
  dataDir: string
  db: Database
  copies: ProfileCopies
  /** All rows of a table, in the order of their keys. */
  rows(table: string): unknown[]
  /** A copy of this profile as it is now. */
  copy(): string
}

export const order = (id: string, status: string) =>
  `INSERT INTO orders (intent_id, account_id, environment, coin_id, market, side, type, time_in_force, size_unit, size_value,
     amount, payload_hash, venue_client_id, status, created_at, updated_at)
   VALUES ('${id}', 'practice', 'practice', 'peaq', 'PEAQ/USDT', 'buy', 'market', 'gtc', 'base', '1', '1', 'x', '${id}',
     '${status}', ${AT}, ${AT})`

export const entry = (seq: number, who: string) =>
  `INSERT INTO audit VALUES (${seq}, ${AT}, 'app', 'app-opened', NULL, '{}', x'${'00'.repeat(32)}', CAST('${who}${seq}' AS BLOB))`

/** In SQL. */
export const AT = "'2026-11-24T00:00:00.000Z'"

const rulesOf = (name: string) =>
  JSON.stringify({
    project: { limit: name === 'here' ? '0.05' : '0.06', level: 'block' },
    earlyStage: { limit: '0.01', level: 'block', basis: 'each' },
  })
const listingOf = (name: string) =>
  JSON.stringify({
    market: 'PEAQ/USDT',
    coinId: 'peaq',
    base: name,
    quote: 'USDT',
    stage: 'trading',
    opensAt: null,
    rules: {},
  })
const QUOTE = JSON.stringify({ bid: '1', ask: '1', last: '1', at: '2026-11-24T00:00:00.000Z' })

/** A profile in which every row is marked by `name`. */
export function openProfileOf(name: string): Profile {
  const dataDir = makeProfile()
  const db = openDatabase(dataDir)
  onTestFinished(() => db.close())
  for (const sql of [
    `INSERT INTO own_coins VALUES ('own-${name}', '${name}', NULL, '', '[]', ${AT})`,
    `INSERT INTO coin_marks (coin_id, note) VALUES ('peaq', '${name}')`,
    `INSERT INTO airdrop_work VALUES ('peaq', 'done', '${name}', NULL, ${AT})`,
    `INSERT INTO note_versions (kind, subject, text, at) VALUES ('coin', 'peaq', '${name}', ${AT})`,
    `INSERT INTO airdrop_outlooks VALUES ('peaq', NULL, '${name === 'here' ? '1' : '2'}')`,
    `INSERT INTO airdrop_tasks VALUES ('task-${name}', 'peaq', '${name}', 'once', NULL, NULL, NULL, NULL, '[]', NULL,
       NULL, NULL, ${AT}, ${AT})`,
    `INSERT INTO airdrop_records VALUES ('task-${name}', 'once', ${AT}, '[]', NULL, NULL, NULL, NULL, NULL, NULL, '')`,
    `INSERT INTO airdrop_claims VALUES ('claim-${name}', 'peaq', 'live', '1', NULL, ${AT}, NULL, NULL, '', ${AT})`,
    `INSERT INTO holdings VALUES ('live', 'peaq-${name}', '1', ${AT})`,
    `INSERT INTO rules VALUES (1, '${rulesOf(name)}')`,
    `INSERT INTO halts VALUES ('${name}')`,
    `INSERT INTO drafts VALUES ('draft-${name}', 'w', 'practice', 'peaq', 'buy', 'PEAQ/USDT', ${AT})`,
    `INSERT INTO overrides VALUES ('${name}', '${name}', ${AT})`,
    order(`order-${name}`, 'filled'),
    `INSERT INTO attempts VALUES ('order-${name}', 1, ${AT}, NULL, NULL, NULL, NULL, NULL, NULL)`,
    `INSERT INTO fills VALUES ('practice', 'fill', 'order-${name}', '1', '1', 'USDT', '0', ${AT})`,
    `INSERT INTO venue_balances VALUES ('practice', 'USDT', '1', '1')`,
    `INSERT INTO venue_markets VALUES ('practice', 'PEAQ/USDT', '${listingOf(name)}', NULL)`,
    `INSERT INTO venue_rates VALUES ('practice', 'BTC-${name}/USDT', '${QUOTE}')`,
    `INSERT INTO venue_reads VALUES ('practice', 'balances-${name}', ${AT})`,
    `INSERT INTO vault_headers VALUES ('A', 3, CAST('${name}' AS BLOB))`,
    `INSERT INTO sealed_records VALUES ('record-${name}', 'exchange-key', 'live', 1, 1, x'00')`,
    `INSERT INTO accounts (account_id, venue, environment, label, created_at)
       VALUES ('account-${name}', 'binance', 'live', '${name}', ${AT})`,
    `INSERT INTO account_keys (key_id, account_id, role, source, record_id, added_at)
       VALUES ('key', 'account-${name}', 'current', 'vault', 'record-${name}', ${AT})`,
    `INSERT INTO confirmed_references VALUES ('command', 'op read ${name}', 'op read ${name}', '')`,
    entry(1, name),
    entry(2, name),
    `INSERT INTO audit_checkpoints VALUES (2, x'00', '${name}')`,
    `INSERT INTO gateway_pins VALUES ('practice', '${name}', 1, ${AT})`,
    `INSERT INTO gateway_pins VALUES ('gateway-${name}', '${name}', 1, ${AT})`,
    `INSERT INTO meta VALUES ('practice-account', 'p-${name}')`,
    `INSERT INTO meta VALUES ('of-this-machine', '${name}')`,
  ]) {
    db.run(sql)
  }
  let count = 0
  const copies = createProfileCopies(db)
  return {
    dataDir,
    db,
    copies,
    rows: (table) =>
      db
        .all(`SELECT * FROM ${table}`)
        .map((row) => Object.values(row).map(plain))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    copy: () => {
      const file = path.join(dataDir, '..', `${name}-${count++}.sqlite`)
      writeFileSync(file, '')
      copies.write(file)
      return file
    },
  }
}

const plain = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value)

/** Changes a copy as somebody with a tool would. */
export function spoil(copy: string, sql: string): string {
  const raw = new DatabaseSync(copy, { defensive: false })
  raw.exec(`PRAGMA foreign_keys = OFF; ${sql}`)
  raw.close()
  return copy
}
