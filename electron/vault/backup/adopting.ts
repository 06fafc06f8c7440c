// How a restored vault becomes one that opens here: which key of this machine's keychain gets a slot in it.

import { AppError } from '../../../shared/result.ts'
import type { SecretStore } from '../../ports/system.ts'
import { decodeHeader, type VaultHeader } from '../header.ts'
import { vaultIdText } from '../header-facts.ts'
import { deleteItem, freeNumber, type KeychainItem, NO_ANCHOR, readItem, writeItem } from '../keychain-item.ts'
import { newestEpoch, type OpenVault } from '../open-vault.ts'
import { equalBytes, KEY_BYTES, randomBytes } from '../primitives.ts'
import { makeKeychainSlot, openSlot, type Slot } from '../slots.ts'

/** A slot for a restored vault, and the way back when the vault is not taken over after all. */
export interface AdoptedSlot {
  slot: Slot
  undo(): Promise<void>
}

interface Known {
  number: number
  item: KeychainItem
}

/**
 * The key of this vault that the keychain holds already, where the headers of the profile that is here, or the restored
 * one, name it: then the copy that is put aside opens with it as well. Else a new one, under a name that nothing has.
 * What is written here leaves the vault that is here as open as it was.
 * @throws AppError `KEYCHAIN_LOCKED`, `KEYCHAIN_UNREACHABLE`
 */
export async function adoptSlot(
  vault: OpenVault,
  present: readonly Uint8Array[],
  store: SecretStore,
  at: number,
): Promise<AdoptedSlot> {
  const id = vaultIdText(vault.header.vaultId)
  const headers = [...present.flatMap((bytes) => headerOf(bytes, vault) ?? []), vault.header]
  const slots = headers.flatMap((header) => header.slots.filter(({ kind }) => kind === 'keychain'))
  const found = await knownItem(vault, slots, store)
  if (found !== null) {
    const { number, item } = found
    // The log that the item remembers may not be the one that comes, and its data keys may be older ones.
    const minEpoch = Math.min(item.anchor.minEpoch, newestEpoch(vault))
    await writeItem(store, id, number, { kek: item.kek, anchor: { ...NO_ANCHOR, minEpoch }, others: item.others })
    const slot = makeKeychainSlot(vault.header, number, item.kek, vault.master, at)
    return { slot, undo: () => writeItem(store, id, number, item) }
  }
  const number = await freeNumber(store, id, Math.max(0, ...slots.map((slot) => slot.number)) + 1)
  const kek = randomBytes(KEY_BYTES)
  await writeItem(store, id, number, { kek, anchor: { ...NO_ANCHOR, minEpoch: newestEpoch(vault) } })
  const slot = makeKeychainSlot(vault.header, number, kek, vault.master, at)
  kek.fill(0)
  return { slot, undo: () => deleteItem(store, id, number) }
}

function headerOf(bytes: Uint8Array, vault: OpenVault): VaultHeader | null {
  try {
    const header = decodeHeader(bytes)
    return equalBytes(header.vaultId, vault.header.vaultId) ? header : null
  } catch {
    return null
  }
}

// Only a key that opens what it says it opens: another one in its place is not ours to build on, nor to write over.
async function knownItem(vault: OpenVault, slots: readonly Slot[], store: SecretStore): Promise<Known | null> {
  for (const slot of slots.toSorted((a, b) => b.number - a.number)) {
    const item = await itemOrStrange(store, vaultIdText(vault.header.vaultId), slot.number)
    if (item === null || item === 'strange') continue
    const master = await openSlot(vault.header, slot, { kind: 'keychain', kek: item.kek })
    if (master !== null && equalBytes(master, vault.master)) return { number: slot.number, item }
  }
  return null
}

async function itemOrStrange(store: SecretStore, id: string, number: number): Promise<KeychainItem | 'strange' | null> {
  try {
    return await readItem(store, id, number)
  } catch (error) {
    if (error instanceof AppError && error.code === 'KEYCHAIN_MISMATCH') return 'strange'
    throw error
  }
}
