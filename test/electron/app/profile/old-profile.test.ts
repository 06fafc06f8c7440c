// A profile of the version before the rooms opens today: every row is there, and means what it meant.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import type { KeyProbe } from '../../../../electron/ports/vault.ts'
import { asText, reason } from '../../../../shared/reasons/reason.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf, openBackend } from '../../../support/start-backend.ts'

const SQL = readFileSync(new URL('./versions/1e8137c.sql', import.meta.url), 'utf8')
const NOBODY = { practice: 'http://127.0.0.1:9' }
const AT = '2026-11-23T12:00:00.000Z'
/** What its vault opens with. */
const WORDS = ['four', 'plain', 'words', 'here'].join(' ')

type Rows = Record<string, Record<string, unknown>[]>

/** The profile as it was left, in a folder of its own, and its rows. */
function oldProfile(): { dataDir: string; rows: Rows } {
  const dataDir = makeProfile()
  openDatabase(dataDir).close()
  const file = path.join(dataDir, 'prelist.sqlite')
  const raw = new DatabaseSync(file)
  // A search's own tables go with it.
  const places = raw.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'",
  )
  for (const { name } of places.all()) raw.exec(`PRAGMA foreign_keys = OFF; DROP TABLE IF EXISTS "${name}"`)
  raw.exec(SQL)
  const tables = raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .map(({ name }) => String(name))
  const rows = Object.fromEntries(tables.map((table) => [table, raw.prepare(`SELECT * FROM "${table}"`).all()]))
  raw.close()
  return { dataDir, rows }
}

it('has something in every table', () => {
  const { rows } = oldProfile()
  expect(Object.entries(rows).filter(([, all]) => all.length === 0)).toEqual([])
  expect(Object.keys(rows).length).toBeGreaterThan(20)
})

/** Where a sentence stood, which is kept as a text among codes. */
const SAID: Readonly<Record<string, string>> = { orders: 'reason', attempts: 'detail', searches: 'detail' }

function today(table: string, row: Record<string, unknown>): Record<string, unknown> {
  const said = row[SAID[table] ?? '']
  if (typeof said === 'string') return { ...row, [SAID[table] ?? '']: JSON.stringify(asText(said)) }
  if (table !== 'account_keys' || typeof row['checked'] !== 'string') return row
  const check: { detail: string } = JSON.parse(row['checked'])
  return { ...row, checked: JSON.stringify({ ...check, detail: asText(check.detail) }) }
}

it('keeps every row with every value, and fills in what came later', () => {
  const { dataDir, rows } = oldProfile()
  const db = openDatabase(dataDir)
  onTestFinished(() => db.close())
  for (const [table, before] of Object.entries(rows)) {
    const columns = Object.keys(before[0] ?? {}).join(', ')
    expect([table, db.all(`SELECT ${columns} FROM ${table}`)]).toEqual([table, before.map((row) => today(table, row))])
  }
  expect(db.all('SELECT kind, tickers FROM coin_marks')).toEqual([{ kind: null, tickers: '[]' }])
  expect(new Set(db.all('SELECT words FROM attempts').map(({ words }) => words))).toEqual(new Set([null]))
  expect(new Set(db.all('SELECT venue_account FROM accounts').map((row) => row['venue_account']))).toEqual(
    new Set([null]),
  )
  // The reference was made on this machine, so it is confirmed.
  expect(db.all('SELECT * FROM confirmed_references')).toEqual([
    { kind: 'environment', api_key: 'PRELIST_OLD_KEY', api_secret: 'PRELIST_OLD_WORD', passphrase: '' },
  ])
  expect(db.all('PRAGMA foreign_key_check')).toEqual([])
})

it('means today what it meant', async () => {
  const { dataDir } = oldProfile()
  const backend = await openBackend({ dataDir, venueHosts: NOBODY, secretStore: memoryStore() })
  const orders = await okOf(backend, 'orders.list', {})
  expect(
    orders.map(({ status, filled, averagePrice, fee, side, type, size, price, attempts, search }) => ({
      ...{ status, filled, averagePrice, fee, side, type, size, price },
      ...{
        outcomes: attempts.map(({ outcome, sent, words }) => [outcome, sent, words]),
        rounds: search?.rounds ?? null,
      },
    })),
  ).toEqual([
    {
      ...{ status: 'unknown', filled: '0', averagePrice: null, fee: null, side: 'buy', type: 'market' },
      ...{ size: { unit: 'quote', value: '40' }, price: null, outcomes: [['unknown', 'whole', null]], rounds: 2 },
    },
    {
      ...{ status: 'open', filled: '0', averagePrice: null, fee: null, side: 'buy', type: 'limit' },
      ...{ size: { unit: 'base', value: '1000' }, price: '0.1', outcomes: [['accepted', 'whole', null]], rounds: null },
    },
    {
      ...{ status: 'filled', filled: '348.699', averagePrice: '0.14339', side: 'buy', type: 'market' },
      ...{ fee: { asset: 'USDT', amount: '0.04999994961' }, size: { unit: 'quote', value: '50' }, price: null },
      ...{ outcomes: [['accepted', 'whole', null]], rounds: null },
    },
  ])
  const status = await okOf(backend, 'app.status', {})
  const kraken = status.halted.accounts[0]
  expect([status.notices, status.unsettledOrders, status.halted.all]).toEqual([[], 1, false])
  expect(await okOf(backend, 'accounts.list', {})).toMatchObject([
    { accountId: 'practice' },
    { venue: 'binance', environment: 'test', label: 'Mine' },
    { venue: 'bybit', environment: 'live', label: 'Elsewhere' },
    { venue: 'kraken', environment: 'live', accountId: kraken },
  ])
  const coins = await okOf(backend, 'coins.list', {})
  expect(coins.find(({ name }) => name === 'Own coin')).toMatchObject({ ticker: 'OWN', narratives: ['DePIN'] })
  expect(coins.find(({ id }) => id === 'peaq')).toMatchObject({ watched: false, tags: ['one', 'two'] })
  const { note } = await okOf(backend, 'coins.get', { coinId: 'peaq' })
  expect(note?.text).toBe("a note\nwith two lines, and an ’ apostrophe's quote")
  expect(await okOf(backend, 'rules.get', {})).toEqual({
    project: { limit: '0.2', level: 'warn' },
    earlyStage: { limit: '0.3', level: 'warn', basis: 'together' },
  })
  const { holdings } = await okOf(backend, 'portfolio.get', { environment: 'live' })
  expect(holdings).toMatchObject([{ coinId: 'peaq', amount: '1200.5' }])
})

it('has its log whole, and its vault opens and still holds its keys', async () => {
  const { dataDir, rows } = oldProfile()
  const asked: string[] = []
  const keyProbe: KeyProbe = {
    check: async (venue, environment, _host, { apiKey }) => {
      asked.push(`${venue} ${environment} ${apiKey.slice(-4)}`)
      return {
        state: 'unreachable',
        permissions: null,
        ipBound: null,
        expiresAt: null,
        detail: reason('KEY_TAKEN'),
        at: AT,
      }
    },
  }
  const backend = await openBackend({ dataDir, venueHosts: NOBODY, secretStore: memoryStore(), keyProbe })
  expect(await okOf(backend, 'audit.verify', {})).toMatchObject({ ok: true, checkpoints: 2 })
  expect(await okOf(backend, 'vault.status', {})).toMatchObject({ state: 'locked' })
  expect(await okOf(backend, 'vault.unlock', { passphrase: WORDS })).toMatchObject({ state: 'unlocked' })
  const { entries, ok } = await okOf(backend, 'audit.verify', {})
  expect([ok, entries > (rows['audit']?.length ?? 0)]).toEqual([true, true])
  for (const { venue, accountId, environment, keyEnd } of await okOf(backend, 'accounts.list', {})) {
    // Of the key that was reported as leaked nothing is asked any more.
    if (keyEnd === null || venue === 'kraken') continue
    await okOf(backend, 'accounts.check', { accountId })
    expect(asked).toContain(`${venue} ${environment} ${keyEnd}`)
  }
  expect(asked.length).toBeGreaterThan(0)
})
