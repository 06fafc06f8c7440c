// Headers and sealed records over SQLite. Knows nothing of what is in them but what its caller reads off their bytes.

import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import type { FailedTries, RecordContext, SealedRecord, VaultStore } from '../../../ports/vault.ts'
import type { Database, Row } from '../database.ts'

const PENDING = 'vault-pending'
const TRIES = 'vault-failed-tries'
/** Records of older data keys than this one are refused. */
const OLDEST_EPOCH = 'vault-oldest-epoch'

/**
 * Builds the store. `epochOf` reads the number of the data key off a sealed record. No write opens a transaction, so
 * that each commits by itself or with the caller's.
 */
export function createVaultStore(db: Database, epochOf: (record: Uint8Array) => number): VaultStore {
  const meta = (key: string): string | null => {
    const row = db.get('SELECT value FROM meta WHERE key = ?', key)
    return row === undefined ? null : String(row['value'])
  }
  const setMeta = (key: string, value: string) =>
    db.run(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      value,
    )

  const olderCopy = (): string => {
    const copies = db.all('SELECT copy FROM vault_headers ORDER BY generation').map((row) => String(row['copy']))
    if (copies.length < 2) return copies[0] === 'A' ? 'B' : 'A'
    return copies[0] ?? 'A'
  }
  return {
    headers: () =>
      db.all('SELECT bytes FROM vault_headers ORDER BY generation DESC').map((row) => bytesOf(row['bytes'])),
    saveHeader: (header, generation) => {
      db.run(
        `INSERT INTO vault_headers (copy, generation, bytes) VALUES (?, ?, ?)
         ON CONFLICT (copy) DO UPDATE SET generation = excluded.generation, bytes = excluded.bytes`,
        olderCopy(),
        generation,
        header,
      )
      db.run('DELETE FROM meta WHERE key = ?', PENDING)
    },
    saveBothHeaders: (header, generation) => {
      for (const copy of ['A', 'B']) {
        db.run(
          `INSERT INTO vault_headers (copy, generation, bytes) VALUES (?, ?, ?) ON CONFLICT (copy)
           DO UPDATE SET generation = excluded.generation, bytes = excluded.bytes WHERE bytes IS NOT excluded.bytes`,
          ...[copy, generation, header],
        )
      }
    },
    pendingVaultId: () => meta(PENDING),
    savePendingVaultId: (vaultId) => setMeta(PENDING, vaultId),
    record: (recordId) => {
      const row = db.get('SELECT * FROM sealed_records WHERE record_id = ?', recordId)
      return row === undefined ? null : toRecord(row)
    },
    saveRecord: ({ recordId, type, environment, version, bytes }) => {
      const epoch = epochOf(bytes)
      // Sealed while the data key was replaced: with its key destroyed the record could never be opened.
      if (epoch < Number(meta(OLDEST_EPOCH) ?? 0)) {
        throw new AppError('TRY_LATER', reason('DATA_KEY_REPLACED'))
      }
      db.run(
        `INSERT INTO sealed_records (record_id, type, environment, epoch, version, bytes) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (record_id) DO UPDATE SET type = excluded.type, environment = excluded.environment,
           epoch = excluded.epoch, version = excluded.version, bytes = excluded.bytes`,
        ...[recordId, type, environment, epoch, version, bytes],
      )
    },
    removeRecord: (recordId) => db.run('DELETE FROM sealed_records WHERE record_id = ?', recordId),
    replaceRecord: ({ recordId, version, bytes }) => {
      const row = db.get('SELECT version FROM sealed_records WHERE record_id = ?', recordId)
      if (row?.['version'] !== version) return false
      db.run('UPDATE sealed_records SET epoch = ?, bytes = ? WHERE record_id = ?', epochOf(bytes), bytes, recordId)
      return true
    },
    nextBehind: (epoch, afterId) => {
      const row = db.get(
        'SELECT * FROM sealed_records WHERE epoch < ? AND record_id > ? ORDER BY record_id LIMIT 1',
        epoch,
        afterId,
      )
      return row === undefined ? null : toRecord(row)
    },
    countBehind: (epoch) => Number(db.get('SELECT count(*) AS n FROM sealed_records WHERE epoch < ?', epoch)?.['n']),
    epochsInUse: () =>
      db.all('SELECT DISTINCT epoch FROM sealed_records ORDER BY epoch').map((row) => Number(row['epoch'])),
    retireBefore: (epoch) => setMeta(OLDEST_EPOCH, String(epoch)),
    ownerOf: (recordId) => {
      const row = db.get('SELECT account_id FROM account_keys WHERE record_id = ?', recordId)
      if (row !== undefined) return String(row['account_id'])
      const source = db.get('SELECT source FROM data_sources WHERE record_id = ?', recordId)
      return source === undefined ? null : String(source['source'])
    },
    failedTries: () => toTries(meta(TRIES)),
    saveFailedTries: (tries) => setMeta(TRIES, JSON.stringify([tries.count, tries.at])),
    transaction: db.transaction,
  }
}

function toRecord(row: Row): SealedRecord {
  return {
    recordId: String(row['record_id']),
    type: row['type'] as RecordContext['type'],
    version: Number(row['version']),
    environment: row['environment'] as RecordContext['environment'],
    bytes: bytesOf(row['bytes']),
  }
}

// A foreign hand may have left any type in the column; nothing opens such bytes, which is the right answer.
const bytesOf = (value: unknown) => (value instanceof Uint8Array ? value : new Uint8Array())

function toTries(stored: string | null): FailedTries {
  const [count, at] = listOf(stored)
  return typeof count === 'number' && typeof at === 'number' ? { count, at } : { count: 0, at: 0 }
}

// A foreign hand may have left any text there.
function listOf(stored: string | null): unknown[] {
  try {
    const value: unknown = stored === null ? [] : JSON.parse(stored)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
