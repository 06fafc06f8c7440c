// Rows that somebody else wrote: every column of every table, in turn, given values of its type that Prelist never writes,
// and values that mean something. What must hold afterwards is the same for all of them.

import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { createBackend } from '../../../../electron/app/backend.ts'
import type { OperationName } from '../../../../shared/contract/contract.ts'
import { AppError } from '../../../../shared/result.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { type Profile, spoil } from './copies-kit.ts'

type Value = string | number | null | Uint8Array

export interface Spoilt {
  table: string
  column: string
  value: Value
}

/** A file that a command of a hostile row would leave behind. */
const traceOf = (profile: Profile): string => path.join(profile.dataDir, '..', 'it-ran')

const TEXTS = (trace: string): string[] => {
  const reference = (kind: string) => JSON.stringify({ kind, apiKey: `touch ${trace}`, apiSecret: `touch ${trace}` })
  return [
    ...[
      '',
      ' ',
      'x',
      '-1',
      '1e9',
      'NaN',
      'null',
      '{',
      '{}',
      '[]',
      '[1]',
      '"x"',
      '*',
      '../../..',
      'a\u0000b',
      '\u202e',
      '0x10',
    ],
    ...['x'.repeat(30_000), '9'.repeat(60), '1'.repeat(40), '9999-12-31T00:00:00.000Z', '1970-01-01', '2026-13-40'],
    ...[
      'command',
      'vault',
      'live',
      'practice',
      'filled',
      'unknown',
      'open',
      'buy',
      'current',
      'old',
      'practice-account',
    ],
    ...['{"__proto__":{"a":1}}', JSON.stringify({ project: { limit: '9', level: 'block' } }), '{"kind":"command"}'],
    ...[reference('command'), reference('file'), reference('environment'), JSON.stringify({ state: 'accepted' })],
    JSON.stringify({ reportedAt: 'x', steps: 'y', revokeAt: 1 }),
  ]
}
const NUMBERS = [-1, 0, 1, 2, 99, 2 ** 31, 2 ** 53 - 1, -(2 ** 53)]

/** Every column with every value of its type, in an order that is the same each time. */
export function everySpoilt(profile: Profile): Spoilt[] {
  const tables = profile.db.all(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'note_search%' ORDER BY name`,
  )
  return tables.flatMap(({ name }) => {
    const table = String(name)
    return profile.db
      .all(`SELECT name, type, "notnull" AS required FROM pragma_table_info('${table}')`)
      .flatMap((column) => {
        const values: Value[] = [
          ...(column['type'] === 'TEXT' ? TEXTS(traceOf(profile)) : []),
          ...(column['type'] === 'INTEGER' ? NUMBERS : []),
          ...(column['type'] === 'BLOB' ? [new Uint8Array(), new Uint8Array(70_000)] : []),
          ...(column['required'] === 1 ? [] : [null]),
        ]
        return values.map((value) => ({ table, column: String(column['name']), value }))
      })
  })
}

const literal = (value: Value): string => {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`
  // By its bytes, since an SQL text ends at a zero.
  return `CAST(x'${Buffer.from(value).toString('hex')}' AS TEXT)`
}

/** A copy of the profile with these fields changed; `null` where SQLite itself refuses one of them. */
export function spoiltCopy(profile: Profile, spoilt: readonly Spoilt[]): string | null {
  const copy = profile.copy()
  const statements = spoilt.map(({ table, column, value }) => {
    const one = `rowid = (SELECT min(rowid) FROM ${table})`
    return `UPDATE ${table} SET ${column} = ${literal(value)} WHERE ${one}`
  })
  try {
    return spoil(copy, statements.join(';'))
  } catch {
    return null
  }
}

/** What a restore of this copy would say; `restorable` where it would be carried out. */
export function judge(here: Profile, copy: string): string {
  try {
    here.copies.prepare(copy)
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${error.message}` : `not typed: ${String(error)}`
  }
  try {
    here.copies.replace(copy, false, () => {
      throw new Rollback()
    })
  } catch (error) {
    if (!(error instanceof Rollback)) return error instanceof AppError ? error.code : `not typed: ${String(error)}`
  }
  return 'restorable'
}

class Rollback extends Error {}

const READS: [OperationName, unknown][] = [
  ['coins.list', {}],
  ['airdrops.list', {}],
  ['accounts.list', {}],
  ['orders.list', {}],
  ['orders.reconcile', {}],
  ['rules.get', {}],
  ['audit.list', {}],
  ['vault.status', {}],
  ['app.status', {}],
  ['airdropTasks.list', {}],
  ['calendar.status', {}],
  ['notes.list', {}],
  ['notes.versions', { kind: 'coin', subject: 'peaq' }],
  ['search.query', { text: 'peaq' }],
  ['ledger.list', {}],
  ['import.list', {}],
  ['sources.list', {}],
  ['quotes.list', {}],
  ['quotes.get', { coinId: 'peaq' }],
  ['history.get', { coinId: 'peaq', range: 'max' }],
  ['listings.list', {}],
  ['listings.events', {}],
  ['listings.announcements', {}],
  ['listings.plans', {}],
  ['listings.notTradingYet', { coinId: 'peaq' }],
  ['listings.preflight', { coinId: 'peaq' }],
  ['alerts.list', {}],
  ['notifications.list', {}],
  ...(['average', 'hifo'] as const).map((method): [OperationName, unknown] => [
    'results.get',
    { environment: 'live', method },
  ]),
  ...(['practice', 'test', 'live'] as const).map((environment): [OperationName, unknown] => [
    'portfolio.get',
    { environment },
  ]),
]

/** Opens this file as a profile and asks for every list. Answers with what went wrong; empty when nothing did. */
export async function start(copy: string): Promise<string[]> {
  const dataDir = `${copy}-profile`
  mkdirSync(dataDir, { mode: 0o700 })
  copyFileSync(copy, path.join(dataDir, 'prelist.sqlite'))
  const wrong: string[] = []
  try {
    const backend = await createBackend({
      dataDir,
      secretStore: memoryStore(),
      // Nobody listens there, so that no list waits for an exchange.
      venueHosts: { practice: 'http://127.0.0.1:9', binance: 'http://127.0.0.1:9' },
    })
    try {
      for (const [operation, input] of READS) {
        const result = await backend.call(operation, input)
        if (!result.ok && result.error.code !== 'VENUE_UNREACHABLE') wrong.push(`${operation}: ${result.error.code}`)
      }
    } finally {
      await backend.close()
    }
  } catch (error) {
    wrong.push(`start: ${String(error)}`)
  }
  return wrong
}

export const hasRun = (profile: Profile): boolean => existsSync(traceOf(profile))
