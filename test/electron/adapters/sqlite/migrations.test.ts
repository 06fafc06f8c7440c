// Profiles of every older version walk to the newest, step by step, and a step that fails leaves the version before it.

import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, it, vi } from 'vitest'
import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { createLedgerStore } from '../../../../electron/adapters/sqlite/ledger/ledger-store.ts'
import { MIGRATIONS } from '../../../../electron/adapters/sqlite/migrations.ts'
import { createListingStore } from '../../../../electron/adapters/sqlite/stores/listing-store.ts'
import { createOrderJournal } from '../../../../electron/adapters/sqlite/stores/order-journal.ts'
import { createTraderStore } from '../../../../electron/adapters/sqlite/stores/trader-store.ts'
import { sayReason } from '../../../../renderer/messages/reasons/en.ts'
import { asText } from '../../../../shared/reasons/reason.ts'
import { venueOrder } from '../../../support/profile/journal.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

/** The steps that were released, and then the two that the tests plan for the future. */
const steps = vi.hoisted(() => ({ released: [] as string[], all: [] as string[] }))

vi.mock('../../../../electron/adapters/sqlite/migrations.ts', async (load) => {
  const real = await load<typeof import('../../../../electron/adapters/sqlite/migrations.ts')>()
  steps.released.push(...real.MIGRATIONS)
  return { MIGRATIONS: steps.all }
})

const AT = '2026-11-23T12:00:00.000Z'

const FUTURE = [
  "ALTER TABLE meta ADD COLUMN since TEXT; UPDATE meta SET since = 'before'",
  "CREATE TABLE later (id TEXT PRIMARY KEY) STRICT; INSERT INTO later SELECT key FROM meta WHERE key = 'kept'",
]

beforeEach(() => {
  steps.all.splice(0, steps.all.length, ...steps.released, ...FUTURE)
})

/** A profile as version `version` left it, with one value in it where there is a table for it. */
function profileOf(version: number): string {
  const dataDir = makeProfile()
  mkdirSync(dataDir)
  const raw = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'))
  for (const sql of steps.all.slice(0, version)) raw.exec(sql)
  if (version > 0) raw.exec("INSERT INTO meta (key, value) VALUES ('kept', 'over the years')")
  raw.exec(`PRAGMA user_version = ${version}`)
  raw.close()
  return dataDir
}

it('brings each older version to the newest and keeps what it held [R48]', () => {
  expect(MIGRATIONS.length).toBe(steps.released.length + FUTURE.length)
  for (let version = 0; version <= MIGRATIONS.length; version++) {
    const db = openDatabase(profileOf(version))
    expect(db.get('PRAGMA user_version')).toEqual({ user_version: MIGRATIONS.length })
    expect(db.all('SELECT value FROM meta')).toEqual(version > 0 ? [{ value: 'over the years' }] : [])
    expect(Object.values(db.get('PRAGMA integrity_check') ?? {})).toEqual(['ok'])
    db.close()
  }
})

it('walks from a profile that is new to one that every step was walked for [R48]', () => {
  const schemaOf = (dataDir: string) => {
    const db = openDatabase(dataDir)
    const rows = db.all('SELECT type, name, sql FROM sqlite_schema ORDER BY name')
    db.close()
    return rows
  }
  const fresh = schemaOf(makeProfile())
  for (let version = 0; version <= MIGRATIONS.length; version++) expect(schemaOf(profileOf(version))).toEqual(fresh)
})

it('keeps the version before a step that fails, whole, and walks on when it can [R48]', () => {
  const dataDir = profileOf(steps.released.length)
  const good = steps.all[steps.released.length + 1] ?? ''
  steps.all[steps.released.length + 1] = `${good}; INSERT INTO nowhere VALUES (1)`
  expect(() => openDatabase(dataDir)).toThrow(expect.objectContaining({ code: 'STORAGE_FAILED' }))
  const raw = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'))
  expect(raw.prepare('PRAGMA user_version').get()).toEqual({ user_version: steps.released.length + 1 })
  expect(raw.prepare("SELECT name FROM sqlite_schema WHERE name = 'later'").all()).toEqual([])
  raw.close()
  steps.all[steps.released.length + 1] = good
  const db = openDatabase(dataDir)
  expect(db.all('SELECT id FROM later')).toEqual([{ id: 'kept' }])
  db.close()
})

it('keeps each sentence that was said of an order, word for word', () => {
  const before = steps.all.findIndex((sql) => sql.includes("json_object('code', 'TEXT'"))
  expect(before).toBeGreaterThan(0)
  const dataDir = profileOf(before)
  const raw = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'))
  const said = ['Nothing left this machine.', '{"code":-2010,"msg":"No \\"funds\\""}', '“Был”\n\\', '', null]
  for (const [at, words] of said.entries()) {
    raw
      .prepare(
        `INSERT INTO orders (intent_id, account_id, environment, coin_id, market, side, type, time_in_force, size_unit,
           size_value, amount, payload_hash, venue_client_id, status, reason, created_at, updated_at)
         VALUES (?, 'practice', 'practice', 'peaq', 'PEAQ/USDT', 'buy', 'market', 'gtc', 'quote', '50', '1', 'h', ?,
           'rejected', ?, ?, ?)`,
      )
      .run(`order-${at}`, `key-${at}`, words, AT, AT)
    raw
      .prepare("INSERT INTO attempts VALUES (?, 1, ?, 'refused', ?, ?, NULL, NULL, NULL)")
      .run(`order-${at}`, AT, words, AT)
    raw.prepare('INSERT INTO searches VALUES (?, 1, 0, NULL, ?, ?)').run(`order-${at}`, AT, words)
  }
  raw.close()
  const journal = createOrderJournal(
    openDatabase(dataDir),
    () => {},
    () => {},
  )
  for (const [at, words] of said.entries()) {
    const text = words === null ? null : asText(words)
    const order = journal.get(`order-${at}`)
    expect([order?.reason, order?.attempts[0]?.detail, order?.search?.detail]).toEqual([text, text, text])
    if (text !== null) expect(sayReason(text)).toBe(words)
  }
})

it('keeps the last word on a key, and what of it is no JSON', () => {
  const before = steps.all.findIndex((sql) => sql.includes("json_set(checked, '$.detail'"))
  expect(before).toBeGreaterThan(0)
  const dataDir = profileOf(before)
  const raw = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'))
  const check = {
    state: 'refused',
    permissions: ['read'],
    ipBound: null,
    expiresAt: null,
    detail: 'No “such” key.',
    at: AT,
  }
  const said = [JSON.stringify(check), null, 'no JSON', '{}']
  for (const [at, checked] of said.entries()) {
    raw.prepare("INSERT INTO accounts VALUES (?, 'kraken', 'test', ?, NULL, ?, NULL)").run(`a-${at}`, `${at}`, AT)
    raw
      .prepare(
        `INSERT INTO account_keys (key_id, account_id, role, source, added_at, checked)
         VALUES (?, ?, 'current', 'vault', ?, ?)`,
      )
      .run(`k-${at}`, `a-${at}`, AT, checked)
  }
  raw.close()
  const db = openDatabase(dataDir)
  const kept = db.all('SELECT checked FROM account_keys ORDER BY key_id').map((row) => row['checked'])
  expect(JSON.parse(String(kept[0]))).toEqual({ ...check, detail: asText(check.detail) })
  expect(kept.slice(1)).toEqual(said.slice(1))
})

it('makes opening entries of holdings, and a movement of each trade', () => {
  const before = steps.all.findIndex((sql) => sql.includes('CREATE TABLE ledger'))
  expect(before).toBeGreaterThan(0)
  const dataDir = profileOf(before)
  const raw = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'))
  raw.exec(`INSERT INTO holdings VALUES ('live', 'peaq', '1.50', '${AT}'), ('test', 'peaq', '2', '${AT}')`)
  raw.exec(
    `INSERT INTO orders (intent_id, account_id, environment, coin_id, market, side, type, time_in_force, size_unit,
       size_value, amount, payload_hash, venue_client_id, status, created_at, updated_at)
     VALUES ('o', 'practice', 'practice', 'peaq', 'PEAQ/USDT', 'sell', 'market', 'gtc', 'base', '3', '3', 'h', 'k',
       'filled', '${AT}', '${AT}')`,
  )
  const fill = raw.prepare("INSERT INTO fills VALUES ('practice', ?, 'o', ?, ?, ?, ?, ?)")
  fill.run('1', '0.5', '1', 'PEAQ', '0.001', '2026-11-23T12:00:01Z')
  fill.run('2', '0', '2', '', '0', 'no time')
  fill.run('3', '1', '0', 'USDT', '1', AT)
  raw.close()
  const db = openDatabase(dataDir)
  const ledger = createLedgerStore(db)
  expect(ledger.page({}).items).toMatchObject([
    {
      ...{ entryId: 'fill:practice:o:1', kind: 'sell', at: '2026-11-23T12:00:01.000Z', amount: '1', price: '0.5' },
      ...{ asset: 'PEAQ', currency: 'USDT', source: 'fill', groupId: 'order:o' },
      fee: { asset: 'PEAQ', coinId: 'peaq', amount: '0.001' },
    },
    { entryId: 'fill:practice:o:2', at: AT, amount: '2', price: null, fee: null },
    { entryId: 'opening:test:peaq', environment: 'test', amount: '2', source: 'opening', accountId: 'manual' },
    { entryId: 'opening:live:peaq', environment: 'live', amount: '1.50', kind: 'adjustment', price: null },
  ])
  // Holdings stay what they were, and follow from the ledger from now on.
  const store = createTraderStore(db)
  expect(store.holdings('live')).toEqual([{ environment: 'live', coinId: 'peaq', amount: '1.50' }])
  expect(store.holdings('practice')).toEqual([])
  store.saveHolding({ environment: 'live', coinId: 'peaq', amount: '4' }, AT)
  expect(ledger.find('opening:live:peaq')?.amount).toBe('4')
  expect(db.badRows()).toEqual([])
  db.close()
})

it('books an order that was filled and told no trade, once', () => {
  const before = steps.all.findIndex((sql) => sql.includes("'rest:' ||"))
  expect(before).toBeGreaterThan(0)
  const dataDir = profileOf(before)
  const raw = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'))
  const order = raw.prepare(
    `INSERT INTO orders (intent_id, account_id, environment, coin_id, market, side, type, time_in_force, size_unit,
       size_value, amount, payload_hash, venue_client_id, status, filled, average_price, fee_asset, fee_amount, created_at, updated_at)
     VALUES (?, 'practice', 'practice', 'peaq', 'PEAQ/USDT', ?, 'market', 'gtc', 'base', '3', '3', 'h', ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const later = '2026-11-23T12:00:05.000Z'
  order.run('own-fee', 'sell', '1', 'filled', '3', '0.5', 'PEAQ', '0.01', AT, later)
  order.run('no-price', 'buy', '2', 'canceled', '0.1', null, 'BNB', '0.001', AT, AT)
  order.run('nothing', 'buy', '3', 'rejected', '0', null, null, null, AT, AT)
  order.run('told', 'buy', '4', 'filled', '3', '0.5', null, null, AT, AT)
  raw.exec(`INSERT INTO fills VALUES ('practice', 'f', 'told', '0.5', '3', '', '0', '${AT}')`)
  raw.exec(
    `INSERT INTO ledger (entry_id, group_id, sequence, environment, at, account_id, kind, coin_id, asset, amount, currency,
       source, note, own)
     VALUES ('fill:practice:told:f', 'order:told', 0, 'practice', '${AT}', 'practice', 'buy', 'peaq', 'PEAQ', '3', 'USDT',
       'fill', '', 0)`,
  )
  raw.close()
  const db = openDatabase(dataDir)
  const ledger = createLedgerStore(db)
  expect(ledger.page({}).items).toMatchObject([
    {
      ...{ entryId: 'rest:own-fee', groupId: 'order:own-fee', kind: 'sell', at: later, amount: '3', price: '0.5' },
      ...{ asset: 'PEAQ', coinId: 'peaq', currency: 'USDT', total: null, source: 'fill' },
      fee: { asset: 'PEAQ', coinId: 'peaq', amount: '0.01' },
    },
    { entryId: 'rest:no-price', amount: '0.1', price: null, fee: { asset: 'BNB', coinId: null } },
    { entryId: 'fill:practice:told:f' },
  ])
  // Once its trade is told the row gives way to it.
  const journal = createOrderJournal(
    db,
    () => {},
    () => {},
  )
  const fill = { fillId: 'late', amount: '3', price: '0.5', fee: { asset: 'USDT', amount: '0.1' }, at: AT }
  const told = venueOrder({ venueClientId: '1' }, { filled: '3', amount: '3', averagePrice: '0.5', fills: [fill] })
  journal.change('own-fee', AT, { status: 'filled', venueOrder: told })
  expect(ledger.page({}).items.map(({ entryId }) => entryId)).toContain('fill:practice:own-fee:late')
  expect(ledger.find('rest:own-fee')).toBeNull()
  expect(db.badRows()).toEqual([])
  db.close()
})

it('finds the notes of every older version by their words', () => {
  const before = steps.released.findIndex((sql) => sql.includes('CREATE VIRTUAL TABLE note_search'))
  const dataDir = profileOf(before)
  const raw = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'))
  raw.exec(`INSERT INTO coin_marks (coin_id, note, note_updated_at) VALUES ('peaq', 'ask about the snapshot', '${AT}')`)
  raw.exec(`INSERT INTO coin_marks (coin_id, note) VALUES ('ten', 'undated snapshot'), ('ola', NULL)`)
  raw.exec(`INSERT INTO airdrop_work VALUES ('peaq', 'done', 'snapshot taken', NULL, '${AT}')`)
  raw.close()
  const db = openDatabase(dataDir)
  const found = db.all(
    `SELECT kind, subject FROM notes WHERE note_id IN (SELECT rowid FROM note_search WHERE note_search MATCH '"snap"*')
     ORDER BY kind, subject`,
  )
  expect(found.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(['airdrop peaq', 'coin peaq', 'coin ten'])
  db.close()
})

it('keeps the contract of a listed market as the first of several', () => {
  const before = steps.all.findIndex((sql) => sql.includes('DROP COLUMN contract'))
  expect(before).toBeGreaterThan(0)
  const dataDir = profileOf(before)
  const raw = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'))
  const contracts = ["'ETH:0x1'", 'NULL', "''"]
  for (const [at, contract] of contracts.entries()) {
    raw.exec(
      `INSERT INTO listed_markets VALUES ('mexc', 'A${at}/USDT', 'A${at}', 'USDT', 'trading', NULL, NULL, ${contract}, NULL)`,
    )
  }
  raw.close()
  const db = openDatabase(dataDir)
  expect(
    createListingStore(db)
      .rows()
      .map((row) => row.contracts),
  ).toEqual([['ETH:0x1'], [], []])
  db.close()
})
