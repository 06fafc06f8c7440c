// Takes over the vault of a backup in place of the one that was here.

import type { Opened } from '../../ports/vault.ts'
import type { VaultParts } from './vault-parts.ts'
import type { VaultState } from './vault-state.ts'

/** As `Vault.adopt`. `takeOpened` takes the vault for open. */
export async function adoptVault(
  { keyService, store, readFacts, audit, hooks }: VaultParts,
  state: VaultState,
  takeOpened: (opened: Opened, locksBefore: number) => Promise<void>,
  work: (commit: (header: Uint8Array) => void) => Promise<Opened>,
): Promise<void> {
  const locksBefore = state.locks()
  const wasOpen = state.isOpen() ? state.last() : null
  if (wasOpen !== null) await hooks.beforeLock(keyService)
  const commit = (header: Uint8Array) => {
    const read = readFacts(header)
    if (read === null) throw new Error('the key service sent no header')
    store.saveHeader(header, read.generation)
    // The limit belongs to the vault that was here before.
    store.retireBefore(0)
    audit({ kind: 'vault', event: 'vault-adopted' })
  }
  let opened: Opened
  try {
    opened = await work(commit)
  } catch (error) {
    if (wasOpen === null) await keyService.lock()
    else if (state.isOpen()) await hooks.opened(wasOpen, keyService)
    throw error
  }
  // Locked meanwhile: the vault was taken over all the same, and waits to be unlocked.
  if (state.locks() === locksBefore) await takeOpened(opened, locksBefore)
  state.tell()
}
