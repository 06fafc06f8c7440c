// Finds the header that a secret opens, and says why where it finds none.

import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import type { KeychainState } from '../../shared/vault.ts'
import type { SecretStore } from '../ports/system.ts'
import type { Build } from '../ports/vault.ts'
import { damagedVault } from './bytes.ts'
import { decodeHeader, type VaultHeader } from './header.ts'
import { vaultIdText } from './header-facts.ts'
import { type KeychainItem, readItem } from './keychain-item.ts'
import { newestEpoch, type OpenVault, openVault, wipe } from './open-vault.ts'
import { equalBytes } from './primitives.ts'
import { openSlot, type Slot, type SlotSecret } from './slots.ts'

interface Copy {
  bytes: Uint8Array
  header: VaultHeader
}

/** The readable copies, the newest first. @throws AppError `VAULT_DAMAGED` when there is none */
export function readableCopies(headers: readonly Uint8Array[], build: Build): Copy[] {
  const copies: Copy[] = []
  for (const bytes of headers) {
    // As a rule both are the same, and a wrong passphrase must not cost twice.
    if (copies.some((copy) => equalBytes(copy.bytes, bytes))) continue
    try {
      copies.push({ bytes, header: decodeHeader(bytes) })
    } catch {
      // A copy that was damaged on the disk; the other one is the reason for there being two.
    }
  }
  const own = copies.filter(({ header }) => header.build === build)
  if (own.length === 0) throw damagedVault()
  return own.sort((a, b) => b.header.generation - a.header.generation)
}

/** What opened a vault by the keychain, or was found beside a vault that was opened otherwise. */
export interface Found {
  vault: OpenVault
  item: KeychainItem | null
}

/**
 * The newest copy that is whole under the master key of the first slot that `secretOf` opens; `null` when it opens none.
 * @throws AppError `VAULT_DAMAGED` when no copy is
 */
async function firstOpened(
  copies: readonly Copy[],
  secretOf: (slot: Slot, header: VaultHeader) => Promise<SlotSecret | null>,
): Promise<OpenVault | null> {
  let damage: unknown = null
  for (const { header } of copies) {
    for (const slot of header.slots) {
      const secret = await secretOf(slot, header)
      const master = secret === null ? null : await openSlot(header, slot, secret)
      if (master === null) continue
      try {
        return newestWhole(copies, master)
      } catch (error) {
        master.fill(0)
        damage = error
      }
    }
  }
  if (damage !== null) throw damage
  return null
}

function newestWhole(copies: readonly Copy[], master: Uint8Array): OpenVault {
  let damage: unknown = damagedVault()
  for (const { bytes } of copies) {
    try {
      return openVault(bytes, master)
    } catch (error) {
      damage = error
    }
  }
  throw damage
}

/** @throws AppError `WRONG_PASSPHRASE`, one and the same for every reason, or `VAULT_DAMAGED` */
export async function openBySecret(copies: readonly Copy[], secret: SlotSecret): Promise<OpenVault> {
  const vault = await firstOpened(copies, async () => secret)
  if (vault !== null) return vault
  throw new AppError('WRONG_PASSPHRASE', reason('DOES_NOT_OPEN'))
}

/**
 * @throws AppError `PASSPHRASE_NEEDED` for a vault without a key in the keychain, `KEYCHAIN_*`, `VAULT_DAMAGED`
 */
export async function openByKeychain(copies: readonly Copy[], store: SecretStore): Promise<Found> {
  if (!copies.some(({ header }) => header.slots.some(({ kind }) => kind === 'keychain'))) {
    throw new AppError('PASSPHRASE_NEEDED', reason('NO_KEYCHAIN_SLOT'))
  }
  let item: KeychainItem | null = null
  let strange: unknown = null
  const vault = await firstOpened(copies, async (slot, header) => {
    if (slot.kind !== 'keychain') return null
    try {
      const read = await readItem(store, vaultIdText(header.vaultId), slot.number)
      if (read === null) return null
      item = read
      return { kind: 'keychain', kek: read.kek }
    } catch (error) {
      // Of two slots in the middle of a rotation one may be strange and the other one whole.
      if (!(error instanceof AppError) || error.code !== 'KEYCHAIN_MISMATCH') throw error
      strange = error
      return null
    }
  })
  if (vault !== null) return { vault, item }
  if (item === null && strange === null) {
    throw new AppError('KEYCHAIN_MISSING', reason('KEYCHAIN_HOLDS_NONE'))
  }
  throw new AppError('KEYCHAIN_MISMATCH', reason('KEYCHAIN_HOLDS_OTHER'))
}

/** Refuses what the keychain knows a newer one of. @throws AppError `VAULT_DAMAGED` */
export function assertNotOlder({ vault, item }: Found): void {
  if (item === null) return
  const isOlder = newestEpoch(vault) < item.anchor.minEpoch || vault.header.generation < item.generation
  if (!isOlder) return
  wipe(vault)
  throw new AppError('VAULT_DAMAGED', reason('VAULT_OLDER_COPY'))
}

/** The keychain's state as to these copies. Creates nothing. */
export async function keychainState(copies: readonly Copy[], store: SecretStore): Promise<KeychainState> {
  try {
    const { vault } = await openByKeychain(copies, store)
    wipe(vault)
    return 'ok'
  } catch (error) {
    const code = error instanceof AppError ? error.code : ''
    if (code === 'PASSPHRASE_NEEDED' || code === 'KEYCHAIN_MISSING') return 'absent'
    if (code === 'KEYCHAIN_LOCKED') return 'locked'
    return code === 'KEYCHAIN_UNREACHABLE' ? 'unreachable' : 'mismatch'
  }
}
