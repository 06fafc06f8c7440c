// Everything that the backend keeps: as its operations tell it, and as its file holds it while it is closed.

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Backend } from '../../../electron/app/backend.ts'
import { ENVIRONMENTS, okOf } from '../start-backend.ts'

/** What the operations tell of the trader's own work and orders; prices are left out, because they move by themselves. */
export async function toldState(backend: Backend): Promise<unknown> {
  const coins = await okOf(backend, 'coins.list', {})
  const holdings = ENVIRONMENTS.map(async (environment) => {
    const portfolio = await okOf(backend, 'portfolio.get', { environment })
    return portfolio.holdings.map(({ coinId, amount, parts }) => ({
      ...{ environment, coinId, amount },
      parts: parts.map(({ value: _, ...part }) => part),
    }))
  })
  return structuredClone({
    coins,
    details: await Promise.all(coins.map(({ id }) => okOf(backend, 'coins.get', { coinId: id }))),
    airdrops: await okOf(backend, 'airdrops.list', {}),
    holdings: await Promise.all(holdings),
    rules: await okOf(backend, 'rules.get', {}),
    orders: await okOf(backend, 'orders.list', {}),
    halted: (await okOf(backend, 'app.status', {})).halted,
    accounts: (await okOf(backend, 'accounts.list', {})).map((account) => ({
      ...account,
      // Whoever looks at the portfolio uses the key.
      key: account.key === null ? null : { ...account.key, lastUsedAt: null },
    })),
    settings: await okOf(backend, 'settings.get', {}),
  })
}

/**
 * Every row of the profile's database but the copies of what the venue said, and the preferences' file. Of the audit log:
 * what was done, without what was refused, and without the hashes and numbers that such entries would change. That a key
 * was used for reading is left out: whoever looks at the portfolio does that.
 */
export function keptState(dataDir: string): unknown {
  const db = new DatabaseSync(path.join(dataDir, 'prelist.sqlite'), { readOnly: true })
  try {
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all()
    const names = tables.map((row) => String(row['name'])).filter((name) => !/^(venue_|sqlite_|audit)/.test(name))
    const settings = path.join(dataDir, 'config.json')
    return {
      rows: Object.fromEntries(
        names.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all().filter(isKept).map(withoutReads)]),
      ),
      done: db
        .prepare(
          `SELECT event, subject, detail FROM audit WHERE kind NOT IN ('app', 'refusal', 'alert') AND event NOT IN ('vault-unlocked', 'vault-locked')
           AND NOT (event = 'key-used' AND detail LIKE '%"purpose":"read"%')`,
        )
        .all(),
      settings: existsSync(settings) ? readFileSync(settings, 'utf8') : null,
    }
  } finally {
    db.close()
  }
}

/** Each run writes a word of its own, by which the next one knows that nothing is missing. */
const isKept = (row: Record<string, unknown>): boolean => row['key'] !== 'session'

function withoutReads({ last_used_at: _, ...row }: Record<string, unknown>): Record<string, unknown> {
  return row
}
