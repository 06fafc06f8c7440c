// A backend with a vault over a keychain that a test can lock, take away or spoil, and a look at the rows behind it.

import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { BackendOptions } from '../../../electron/app/backend-options.ts'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import type { OperationName, Output } from '../../../shared/contract/contract.ts'
import { AppError, type ErrorCode } from '../../../shared/result.ts'
import { type AppClock, makeAppClock } from '../../support/app-clock.ts'
import { type MemoryStore, memoryStore } from '../../support/profile/memory-store.ts'
import { makeProfile } from '../../support/profile/temp-folder.ts'
import { okOf, openBackend } from '../../support/start-backend.ts'

export interface Keychain extends MemoryStore {
  /** While it is set, every call fails with it. */
  fault: ErrorCode | null
  /** Calls so far. */
  calls: number
}

export interface VaultDesk {
  dataDir: string
  keychain: Keychain
  clock: AppClock
  ok<K extends OperationName>(operation: K, input?: unknown): Promise<Output<K>>
  code(operation: OperationName, input?: unknown): Promise<string>
  /** What was told to listeners of this event. */
  heard: Output<'vault.status'>[]
  /** Closes the backend, has `work` look at or spoil the database, and opens it again. */
  closed<T>(work: (db: DatabaseSync) => T, options?: Partial<BackendOptions>): Promise<T>
  lock(reason: 'sleep' | 'screen-lock'): Promise<void>
}

/** A working keychain in memory. */
function faultyKeychain(): Keychain {
  const memory = memoryStore()
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    keychain.calls += 1
    if (keychain.fault !== null) throw new AppError(keychain.fault, 'Own words.')
    return work()
  }
  const keychain: Keychain = {
    items: memory.items,
    fault: null,
    calls: 0,
    get: (account) => guarded(() => memory.get(account)),
    set: (account, secret) => guarded(() => memory.set(account, secret)),
    delete: (account) => guarded(() => memory.delete(account)),
  }
  return keychain
}

/** A backend without a vault. Its clock stands still, and no exchange is there. */
export async function openVaultDesk(more: Partial<BackendOptions> = {}): Promise<VaultDesk> {
  const clock = makeAppClock()
  const keychain = faultyKeychain()
  const options: BackendOptions = {
    dataDir: makeProfile(),
    clock,
    secretStore: keychain,
    kdf: KDF_FLOOR,
    venueHosts: { practice: 'http://127.0.0.1:9' },
    ...more,
  }
  const heard: VaultDesk['heard'] = []
  const open = async (options: BackendOptions) => {
    const backend = await openBackend(options)
    backend.on('vault.changed', (status) => void heard.push(status as Output<'vault.status'>))
    return backend
  }
  let backend = await open(options)
  return {
    dataDir: options.dataDir,
    keychain,
    clock,
    heard,
    ok: (operation, input = {}) => okOf(backend, operation, input),
    code: async (operation, input = {}) => {
      const result = await backend.call(operation, input)
      return result.ok ? 'ok' : result.error.code
    },
    closed: async (work, again = {}) => {
      await backend.close()
      const db = new DatabaseSync(path.join(options.dataDir, 'prelist.sqlite'))
      try {
        return work(db)
      } finally {
        db.close()
        backend = await open({ ...options, ...again })
      }
    },
    lock: (reason) => backend.lock(reason),
  }
}

/** The vault's rows: its headers and its sealed records. */
export function vaultRows(db: DatabaseSync): { headers: unknown[]; records: unknown[] } {
  return {
    headers: db.prepare('SELECT * FROM vault_headers ORDER BY copy').all(),
    records: db.prepare('SELECT * FROM sealed_records ORDER BY record_id').all(),
  }
}

/** An account with a key in the vault; the exchange is one that Prelist cannot ask. */
export async function addKey(desk: VaultDesk, label = 'Mine'): Promise<string> {
  const key = { apiKey: `key of ${label}`, apiSecret: `secret of ${label}` }
  return (await desk.ok('accounts.add', { venue: 'gateway', environment: 'live', label, ...key })).accountId
}

/** Opens the account's key; without a way to ask the exchange it goes no further. */
export async function opens(desk: VaultDesk, accountId: string): Promise<boolean> {
  return (await desk.ok('accounts.check', { accountId })).key?.check?.state === 'not-checked'
}
