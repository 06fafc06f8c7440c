// Copies of the profile's database, and the one transaction in which a copy takes the place of everything that is here.

import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { UNFINISHED } from '../../../shared/order-states.ts'
import { DEFAULT_RULES, type Rules } from '../../../shared/portfolio.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { ProfileCopies, Snapshots, WholeFile } from '../../ports/stores.ts'
import { type Database, prepareCopy } from './database.ts'
import { firstBadRow, soundRow } from './row-check.ts'
import { badRowInCopy } from './storage-errors.ts'
import { reasonColumn } from './stores/order-rows.ts'

/** Their rows are those of the copy afterwards. Parents stand before their children. */
const REPLACED = [
  'own_coins',
  'coin_marks',
  'coin_facts',
  'criteria',
  'criterion_marks',
  'coin_matches',
  'airdrop_work',
  'airdrop_outlooks',
  'airdrop_tasks',
  'airdrop_records',
  'airdrop_claims',
  'note_versions',
  'list_views',
  'list_columns',
  'holdings',
  'ledger',
  'import_rows',
  'transfers',
  'unfinished_imports',
  'rules',
  'targets',
  'venue_value_days',
  'overrides',
  'timed_overrides',
  'override_uses',
  'orders',
  'attempts',
  'searches',
  'fills',
  'venue_balances',
  'venue_markets',
  'venue_reads',
  'venue_rates',
  'sealed_records',
  'accounts',
  'account_keys',
  'data_sources',
  'source_values',
  'source_coins',
  'listing_plans',
  'listing_events',
  'staged_orders',
  'alerts',
  'notifications',
] as const
/** What is here stays, and what only the copy has comes to it: a halt is never lifted, a gateway never forgotten. */
const JOINED = ['halts', 'gateway_pins'] as const
/** A log that goes on where the copy's log ends is kept; any other one is replaced. */
const LOG = ['audit', 'audit_checkpoints'] as const
/**
 * Emptied. A draft's key may have been used since the copy was made, the header comes from the key service, and a step leads back
 * to rows that are others now.
 */
const EMPTIED = ['drafts', 'vault_headers', 'undo_steps'] as const
/** Of this machine alone: what a backup says about it is not even looked at. */
const OWN = [
  'confirmed_references',
  'scheduled_tasks',
  'source_usage',
  // What exchanges listed when this machine looked last: an older list would tell of changes that were told.
  'listing_sources',
  'listing_names',
  'listed_markets',
  'alert_samples',
] as const
/** Copied out of others by the database itself, whenever those are written. */
const DERIVED = ['notes'] as const
/** Single values are of this machine, but for these: unsettled orders are looked up at the account they were sent to. */
const RESTORED_VALUES = ['practice-account']

/** Every table with a rule; a table without one must not come into being unnoticed. */
export const TABLES_WITH_A_RULE: readonly string[] = [
  'meta',
  ...[...REPLACED, ...JOINED, ...LOG, ...EMPTIED, ...OWN, ...DERIVED],
]

const STAGED_BEFORE = reasonColumn(reason('STAGED_RESTORED'))
const MAY_HAVE_LEFT = reasonColumn(reason('RESTORED_UNSENT'))

/** A conflict that the trader has judged keeps nothing back any more. */
const KEEPS_BACK = `o.status IN (${UNFINISHED.map((status) => `'${status}'`).join(', ')})
  AND (o.status <> 'conflict' OR o.decided_at IS NULL)`

/** What is in a copy, by its tables. */
const COUNTED = {
  orders: 'orders',
  accounts: 'accounts',
  ownCoins: 'own_coins',
  holdings: 'holdings',
  auditEntries: 'audit',
} as const

function counted(rowsOf: (table: string) => number): Record<keyof typeof COUNTED, number> {
  const { orders, accounts, ownCoins, holdings, auditEntries } = COUNTED
  return {
    orders: rowsOf(orders),
    accounts: rowsOf(accounts),
    ownCoins: rowsOf(ownCoins),
    holdings: rowsOf(holdings),
    auditEntries: rowsOf(auditEntries),
  }
}

/** Builds the making of copies for backups. */
export function createSnapshots(file: Pick<WholeFile, 'copy'>): Snapshots {
  return {
    write: async (to, still, begun) => {
      const rows = await file.copy(to, Object.values(COUNTED), still, begun)
      return counted((table) => rows[table] ?? 0)
    },
  }
}

/** Builds the access to copies. */
export function createProfileCopies(db: Database): ProfileCopies {
  const count = (table: string) => Number(db.get(`SELECT count(*) AS n FROM ${table}`)?.['n'])
  const countsIn = (schema: 'main' | 'restored') => counted((table) => count(`${schema}.${table}`))
  // Read-only and immutable: no lock, no journal, and nothing can be written into it by mistake.
  const attached = <T>(copy: string, work: () => T): T => {
    db.run('ATTACH ? AS restored', `${pathToFileURL(copy).href}?mode=ro&immutable=1`)
    try {
      return work()
    } finally {
      db.run('DETACH restored')
    }
  }
  // As the trader store reads them: whoever saved none has those that the app comes with.
  const rulesIn = (schema: 'main' | 'restored'): Rules => {
    const row = soundRow(db, 'rules', db.get(`SELECT value FROM ${schema}.rules WHERE id = 1`))
    return row === undefined ? DEFAULT_RULES : { ...DEFAULT_RULES, ...(JSON.parse(String(row['value'])) as Rules) }
  }
  const goesOn = (): boolean => {
    const end = db.get('SELECT seq, hash FROM restored.audit ORDER BY seq DESC LIMIT 1')
    if (end === undefined) return false
    const here = db.get('SELECT hash FROM main.audit WHERE seq = ?', end['seq'] as number)?.['hash']
    return here instanceof Uint8Array && Buffer.compare(here, end['hash'] as Uint8Array) === 0
  }
  const replaceRows = (sameVault: boolean): { logGoesOn: boolean; doubted: string[] } => {
    db.run('PRAGMA defer_foreign_keys = ON')
    const logGoesOn = sameVault && goesOn()
    const replaced = [...REPLACED, ...(logGoesOn ? [] : LOG)]
    for (const table of [...replaced, ...EMPTIED]) db.run(`DELETE FROM main.${table}`)
    for (const table of replaced) db.run(`INSERT INTO main.${table} SELECT * FROM restored.${table}`)
    for (const table of JOINED) db.run(`INSERT OR IGNORE INTO main.${table} SELECT * FROM restored.${table}`)
    for (const key of RESTORED_VALUES) {
      db.run('INSERT OR REPLACE INTO main.meta SELECT * FROM restored.meta WHERE key = ?', key)
    }
    // A limit that was set aside when the copy was made holds again.
    db.run(`UPDATE main.timed_overrides SET ended_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE ended_at IS NULL`)
    // It may have become an order since the copy was made, of which the copy knows nothing.
    db.run(
      `UPDATE main.staged_orders SET state = 'refused', reason = ? WHERE state IN ('waiting', 'armed', 'asking')`,
      STAGED_BEFORE,
    )
    const doubted = db.all(`SELECT intent_id FROM main.orders WHERE status = 'recorded'`)
    db.run(`UPDATE main.orders SET status = 'unknown', reason = ? WHERE status = 'recorded'`, MAY_HAVE_LEFT)
    return { logGoesOn, doubted: doubted.map((row) => String(row['intent_id'])) }
  }
  return {
    counts: () => countsIn('main'),
    write: (path) => db.run('VACUUM INTO ?', path),
    prepare: (copy) => {
      prepareCopy(copy)
      return attached(copy, () => {
        for (const table of TABLES_WITH_A_RULE) {
          const bad = firstBadRow(db, 'restored', table)
          if (bad !== null) throw badRowInCopy(bad)
        }
        return countsIn('restored')
      })
    },
    limitsChanged: (copy) =>
      attached(copy, () => {
        const before = rulesIn('main')
        const after = rulesIn('restored')
        return isDeepStrictEqual(before, after) ? null : { before, after }
      }),
    forgotten: (copy) =>
      attached(copy, () => {
        const inCopy = 'EXISTS (SELECT 1 FROM restored.orders r WHERE r.intent_id = o.intent_id)'
        return count(`main.orders o WHERE ${KEEPS_BACK} AND NOT ${inCopy}`)
      }),
    replace: (copy, sameVault, also) => {
      if (db.damage() !== null) throw new AppError('PROFILE_DAMAGED', reason('PROFILE_DAMAGED_BEGIN_ANEW'))
      attached(copy, () => db.transaction(() => also(replaceRows(sameVault))))
    },
  }
}
