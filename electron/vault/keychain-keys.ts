// The wrapping keys of one vault in the keychain: how they are made, what they remember, and how they are taken away.

import type { SecretStore } from '../ports/system.ts'
import type { Anchor } from '../ports/vault.ts'
import { vaultIdText } from './header-facts.ts'
import { deleteItem, freeNumber, type KeychainItem, NO_ANCHOR, readItem, writeItem } from './keychain-item.ts'
import type { OpenVault } from './open-vault.ts'
import { equalBytes, KEY_BYTES, randomBytes } from './primitives.ts'
import { makeKeychainSlot, openSlot, type Slot } from './slots.ts'

type Keyed = Pick<OpenVault, 'header' | 'master'>

/** The numbers of the items that a vault's slots name, the newest last. */
export function numbersOf({ header }: Keyed): number[] {
  return header.slots.filter(({ kind }) => kind === 'keychain').map((slot) => slot.number)
}

/** Each method throws `KEYCHAIN_LOCKED` or `KEYCHAIN_UNREACHABLE` unless it says otherwise. */
export interface KeychainKeys {
  /** Puts a new key into the keychain and answers with the slot that it opens. */
  newSlot(vault: Keyed, number: number, at: number, more?: Partial<KeychainItem>): Promise<Slot>
  /** The first number from `from` on that nothing has, of this profile or of another one with the same vault. */
  freeNumber(vault: Keyed, from: number): Promise<number>
  /** The item that the newest slot names; `null` where there is none. @throws AppError `KEYCHAIN_MISMATCH` as well */
  newestItem(vault: Keyed): Promise<KeychainItem | null>
  /** The newest slot that its item opens; `null` where none is. */
  newestWorking(vault: Keyed): Promise<Slot | null>
  /** Changes what the items of all slots remember; with `others` also which other items there are. */
  remember(vault: Keyed, change: Partial<Anchor>, others?: readonly number[]): Promise<void>
  /** Answers with those that could not be taken away now; named by the item that stays, they go with the next unlock. */
  drop(vault: Keyed, numbers: readonly number[]): Promise<number[]>
}

/** Builds the access to the keys over the keychain. */
export function keychainKeys(store: SecretStore): KeychainKeys {
  const idOf = (vault: Keyed) => vaultIdText(vault.header.vaultId)
  return {
    newSlot: async (vault, number, at, more = {}) => {
      const { header, master } = vault
      const kek = randomBytes(KEY_BYTES)
      try {
        await writeItem(store, idOf(vault), number, { anchor: NO_ANCHOR, generation: header.generation, ...more, kek })
        return makeKeychainSlot(header, number, kek, master, at)
      } finally {
        kek.fill(0)
      }
    },
    freeNumber: (vault, from) => freeNumber(store, idOf(vault), from),
    newestItem: async (vault) => {
      const newest = numbersOf(vault).at(-1)
      return newest === undefined ? null : await readItem(store, idOf(vault), newest)
    },
    newestWorking: async ({ header, master }) => {
      for (const slot of header.slots.filter(({ kind }) => kind === 'keychain').toReversed()) {
        const item = await readItem(store, vaultIdText(header.vaultId), slot.number).catch(() => null)
        const opened = item === null ? null : await openSlot(header, slot, { kind: 'keychain', kek: item.kek })
        const isOurs = opened !== null && equalBytes(opened, master)
        opened?.fill(0)
        if (isOurs) return slot
      }
      return null
    },
    remember: async (vault, change, others) => {
      const { generation } = vault.header
      for (const number of numbersOf(vault)) {
        const item = await readItem(store, idOf(vault), number)
        if (item === null) continue
        const anchor = { ...item.anchor, ...change }
        await writeItem(store, idOf(vault), number, { ...item, anchor, generation, others: others ?? item.others })
        item.kek.fill(0)
      }
    },
    drop: async (vault, numbers) => {
      const left: number[] = []
      for (const number of numbers) await deleteItem(store, idOf(vault), number).catch(() => left.push(number))
      return left
    },
  }
}
