// The one open vault of this process: whether there is one, how the next state of it takes its place, and what its keychain
// remembers.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { KeychainState } from '../../../shared/vault.ts'
import type { SecretStore } from '../../ports/system.ts'
import type { CommitHeader, Opened } from '../../ports/vault.ts'
import type { KeychainItem } from '../keychain-item.ts'
import { type KeychainKeys, keychainKeys, numbersOf } from '../keychain-keys.ts'
import { type OpenVault, wipe } from '../open-vault.ts'
import { keychainState } from '../unlocking.ts'

export interface HeldVault {
  keys: KeychainKeys
  /** `null` while it is locked. */
  current(): OpenVault | null
  /** @throws AppError `VAULT_LOCKED` */
  held(): OpenVault
  take(vault: OpenVault): void
  /** Has `next` made durable, and then takes it. */
  commitNext(next: OpenVault, commit: CommitHeader): Promise<void>
  /** Wipes the keys. */
  release(): void
  openedAs(vault: OpenVault, via: Opened['via'], keychain: KeychainState, item: KeychainItem | null): Opened
  rememberIfItCan(change?: Partial<KeychainItem['anchor']>, others?: readonly number[]): Promise<void>
  tidy(vault: OpenVault, item: KeychainItem | null): Promise<void>
  /** What the keychain says beside a vault that was opened without it. */
  foundBeside(vault: OpenVault): Promise<[Opened['via'], KeychainState, KeychainItem | null]>
}

const lockedVault = () => new AppError('VAULT_LOCKED', reason('VAULT_LOCKED'))

/** Builds it; nothing is held yet. */
export function createHeldVault(secretStore: SecretStore): HeldVault {
  let open: OpenVault | null = null
  const held = (): OpenVault => {
    if (open === null) throw lockedVault()
    return open
  }
  const keys = keychainKeys(secretStore)
  const take = (vault: OpenVault) => {
    if (open !== null && open.master !== vault.master) wipe(open)
    open = vault
  }
  const commitNext = async (next: OpenVault, commit: CommitHeader) => {
    await commit(next.bytes)
    take(next)
  }
  const openedAs = (
    vault: OpenVault,
    via: Opened['via'],
    keychain: KeychainState,
    item: KeychainItem | null,
  ): Opened => ({
    header: vault.bytes,
    via,
    keychain,
    anchor: item?.anchor ?? null,
    signerKey: vault.header.signerKey,
  })
  /** For what is on the disk already: a keychain that was locked meanwhile only remembers less. */
  const rememberIfItCan = (change: Partial<KeychainItem['anchor']> = {}, others?: readonly number[]) =>
    keys.remember(held(), change, others).catch(() => {})
  /** Takes away what a rotation that was cut off has left: the key that it had just made, or those that it replaced. */
  const tidy = async (vault: OpenVault, item: KeychainItem | null) => {
    const left = (item?.others ?? []).filter((number) => !numbersOf(vault).includes(number))
    if (left.length > 0) await rememberIfItCan({}, await keys.drop(vault, left))
  }

  return {
    ...{ keys, held, take, commitNext, openedAs, rememberIfItCan, tidy, foundBeside },
    current: () => open,
    release: () => {
      if (open !== null) wipe(open)
      open = null
    },
  }

  async function foundBeside(vault: OpenVault): Promise<[Opened['via'], KeychainState, KeychainItem | null]> {
    const via = numbersOf(vault).length > 0 ? 'keychain' : 'passphrase'
    const keychain = await keychainState([vault], secretStore)
    const unusable = keychain === 'locked' || keychain === 'unreachable'
    return [via, unusable ? 'degraded' : keychain, keychain === 'ok' ? await keys.newestItem(vault) : null]
  }
}
