// Copies of the profile's database, and the one transaction in which a copy takes the place of everything that is here.

import { pathToFileURL } from 'node:url'
import { AppError } from '../../../shared/result.ts'
import type { ProfileCopies } from '../../store-ports.ts'
import { type Database, prepareCopy } from './database.ts'

/** Their rows are those of the copy afterwards. Parents stand before their children. */
const REPLACED = [
  'own_coins',
  'coin_marks',
  'airdrop_work',
  'holdings',
  'rules',
  'overrides',
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
] as const
/** What is here stays, and what only the copy has comes to it: a halt is never lifted, a gateway never forgotten. */
const JOINED = ['halts', 'gateway_pins'] as const
/** A log that goes on where the copy's log ends is kept; any other one is replaced. */
const LOG = ['audit', 'audit_checkpoints'] as const
/** Emptied. A draft's key may have been used since the copy was made, and the header comes from the keeper. */
const EMPTIED = ['drafts', 'vault_headers'] as const
/** Single values are of this machine, but for these: unsettled orders are looked up at the account they were sent to. */
const RESTORED_VALUES = ['practice-account']

/** Every table with a rule; a table without one must not come into being unnoticed. */
export const TABLES_WITH_A_RULE: readonly string[] = ['meta', ...REPLACED, ...JOINED, ...LOG, ...EMPTIED]

/** A command runs only where its trader confirmed it, and a backup can come from anywhere. */
const COMMANDS = `source = 'command'`

const LIVE = `('recorded', 'submitting', 'unknown', 'stuck', 'open', 'partially-filled')`

/** Builds the access to copies. */
export function createProfileCopies(db: Database): ProfileCopies {
  const count = (table: string) => Number(db.get(`SELECT count(*) AS n FROM ${table}`)?.['n'])
  const countsIn = (schema: 'main' | 'restored') => ({
    orders: count(`${schema}.orders`),
    accounts: count(`${schema}.accounts`),
    ownCoins: count(`${schema}.own_coins`),
    holdings: count(`${schema}.holdings`),
    auditEntries: count(`${schema}.audit`),
  })
  // Read-only and immutable: no lock, no journal, and nothing can be written into it by mistake.
  const attached = <T>(copy: string, work: () => T): T => {
    db.run('ATTACH ? AS restored', `${pathToFileURL(copy).href}?mode=ro&immutable=1`)
    try {
      return work()
    } finally {
      db.run('DETACH restored')
    }
  }
  const goesOn = (): boolean => {
    const end = db.get('SELECT seq, hash FROM restored.audit ORDER BY seq DESC LIMIT 1')
    if (end === undefined) return false
    const here = db.get('SELECT hash FROM main.audit WHERE seq = ?', end['seq'] as number)?.['hash']
    return here instanceof Uint8Array && Buffer.compare(here, end['hash'] as Uint8Array) === 0
  }
  const replaceRows = (sameVault: boolean): { logGoesOn: boolean } => {
    db.run('PRAGMA defer_foreign_keys = ON')
    const logGoesOn = sameVault && goesOn()
    const confirmed = db.all(`SELECT reference FROM main.account_keys WHERE ${COMMANDS}`).map((row) => row['reference'])
    const replaced = [...REPLACED, ...(logGoesOn ? [] : LOG)]
    for (const table of [...replaced, ...EMPTIED]) db.run(`DELETE FROM main.${table}`)
    for (const table of replaced) db.run(`INSERT INTO main.${table} SELECT * FROM restored.${table}`)
    for (const { key_id: keyId, reference } of db.all(
      `SELECT key_id, reference FROM main.account_keys WHERE ${COMMANDS}`,
    )) {
      if (confirmed.includes(reference)) continue
      db.run('UPDATE main.account_keys SET reference = NULL WHERE key_id = ?', String(keyId))
    }
    for (const table of JOINED) db.run(`INSERT OR IGNORE INTO main.${table} SELECT * FROM restored.${table}`)
    for (const key of RESTORED_VALUES) {
      db.run('INSERT OR REPLACE INTO main.meta SELECT * FROM restored.meta WHERE key = ?', key)
    }
    return { logGoesOn }
  }
  return {
    counts: () => countsIn('main'),
    write: (path) => db.run('VACUUM INTO ?', path),
    prepare: (copy) => {
      prepareCopy(copy)
      return attached(copy, () => countsIn('restored'))
    },
    forgotten: (copy) =>
      attached(copy, () => {
        const inCopy = 'EXISTS (SELECT 1 FROM restored.orders r WHERE r.intent_id = o.intent_id)'
        return count(`main.orders o WHERE o.status IN ${LIVE} AND NOT ${inCopy}`)
      }),
    replace: (copy, sameVault, also) => {
      if (db.damage() !== null) throw new AppError('PROFILE_DAMAGED', 'The profile is damaged; begin a new one first.')
      attached(copy, () => db.transaction(() => also(replaceRows(sameVault))))
    },
  }
}
