// A machine with a keychain and a vault, and a folder beside it for its backups.

import path from 'node:path'
import type { BackendOptions } from '../../../../electron/app/backend-options.ts'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import { type MemoryStore, memoryStore } from '../../../support/profile/memory-store.ts'
import { type Desk, startDesk } from '../../../support/start-backend.ts'
import { makeFolder, newIdentity } from '../../vault/backup/backup-kit.ts'

export interface Machine extends Desk {
  keychain: MemoryStore
}

type Faults = Parameters<typeof startDesk>[0]

/** A machine whose profile has no vault. */
export async function startBare(faults: Faults = [], options: Partial<BackendOptions> = {}): Promise<Machine> {
  const keychain = memoryStore()
  return Object.assign(await startDesk(faults, { secretStore: keychain, kdf: KDF_FLOOR, ...options }), { keychain })
}

/** A machine whose vault is open. */
export async function startMachine(faults: Faults = [], options: Partial<BackendOptions> = {}): Promise<Machine> {
  const machine = await startBare(faults, options)
  await machine.ok('vault.create')
  return machine
}

export interface Place {
  folder: string
  identity: string
  recipient: string
  /** A path for another backup. */
  next(): string
}

/** A folder for backups, and the key that they are for: cheaper to open than a passphrase. */
export function makePlace(): Place {
  const folder = makeFolder()
  let count = 0
  return { folder, ...newIdentity(), next: () => path.join(folder, `backup-${count++}.age`) }
}

export const note = (machine: Desk, text: string): Promise<unknown> =>
  machine.ok('notes.save', { coinId: 'peaq', text })

export const noteOf = async (machine: Desk): Promise<string | undefined> =>
  (await machine.ok('coins.get', { coinId: 'peaq' })).note?.text
