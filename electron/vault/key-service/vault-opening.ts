// How a vault comes to be held: made, unlocked, or taken over from a backup.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { Mutex } from '../../../shared/serial-queue.ts'
import type { SecretStore } from '../../ports/system.ts'
import type { Build, CommitHeader, KeyService, RestoredVault } from '../../ports/vault.ts'
import { adoptSlot } from '../backup/adopting.ts'
import { type RestoredContents, readVaultBackup } from '../backup/restored-vault.ts'
import { encodeHeader } from '../header.ts'
import { vaultIdBytes, vaultIdText } from '../header-facts.ts'
import { changed, newestEpoch, newVault, openVault, wipe } from '../open-vault.ts'
import { type KdfParams, KEY_BYTES, randomBytes } from '../primitives.ts'
import { makePassphraseSlot } from '../slots.ts'
import { assertNotOlder, openByKeychain, openBySecret, readableCopies } from '../unlocking.ts'
import type { HeldVault } from './held-vault.ts'

export interface VaultOpening extends Pick<KeyService, 'create' | 'unlock' | 'readBackup' | 'adopt'> {
  /** Wipes the vaults that were read from backups. */
  forget(): void
}

export interface OpeningParts {
  vault: HeldVault
  changes: Mutex
  secretStore: SecretStore
  build: Build
  kdf: KdfParams
}

/** Builds it. */
export function createVaultOpening({ vault: holder, changes, secretStore, build, kdf }: OpeningParts): VaultOpening {
  const { keys, take, commitNext, openedAs, rememberIfItCan, tidy, foundBeside } = holder
  const restored = new Map<string, RestoredContents>()

  const adopt = async (
    from: RestoredVault,
    present: readonly Uint8Array[],
    passphrase: string | null,
    at: number,
    commit: CommitHeader,
  ) => {
    const contents = from.handle === null ? undefined : restored.get(from.handle)
    if (contents === undefined) throw new AppError('BACKUP_INVALID', reason('BACKUP_HOLDS_NO_VAULT'))
    const { header, master } = contents
    const others = header.slots.filter(
      ({ kind }) => kind !== 'keychain' && (kind !== 'passphrase' || passphrase === null),
    )
    const before = openVault(encodeHeader(header, master), master)
    const adopted =
      passphrase === null
        ? await adoptSlot(before, present, secretStore, at).catch((error) =>
            others.length > 0 ? null : needPassphrase(error),
          )
        : { slot: await makePassphraseSlot(header, passphrase, kdf, master, at), undo: async () => {} }
    const next = changed(before, { slots: adopted === null ? others : [...others, adopted.slot] })
    try {
      await commitNext(next, commit)
    } catch (error) {
      await adopted?.undo().catch(() => {})
      throw error
    }
    restored.delete(from.handle ?? '')
    // Until here the vault that was there had to open as well.
    await rememberIfItCan({ minEpoch: newestEpoch(next) })
    return openedAs(next, ...(await foundBeside(next)))
  }

  return {
    create: ({ vaultId, passphrase, at }, commit) =>
      changes.run(async () => {
        if (holder.current() !== null) throw new AppError('VAULT_EXISTS', reason('VAULT_EXISTS'))
        const owner = { vaultId: vaultIdBytes(vaultId), build }
        const master = randomBytes(KEY_BYTES)
        const bare = newVault(owner.vaultId, build, master, at, [])
        const slot =
          passphrase === null
            ? await keys.newSlot(bare, 1, at).catch(needPassphrase)
            : await makePassphraseSlot(owner, passphrase, kdf, master, at)
        const header = { ...bare.header, slots: [slot] }
        const vault = { ...bare, header, bytes: encodeHeader(header, master) }
        try {
          await commitNext(vault, commit)
        } catch (error) {
          wipe(vault)
          if (slot.kind === 'keychain') await keys.drop(vault, [slot.number])
          throw error
        }
        return openedAs(vault, ...(await foundBeside(vault)))
      }),
    unlock: ({ headers, passphrase, identity }) =>
      changes.run(async () => {
        const copies = readableCopies(headers, build)
        if (passphrase === null && identity === null) {
          const found = await openByKeychain(copies, secretStore)
          assertNotOlder(found)
          take(found.vault)
          await tidy(found.vault, found.item)
          return openedAs(found.vault, 'keychain', 'ok', found.item)
        }
        const secret =
          passphrase === null
            ? ({ kind: 'recovery', identity: identity ?? '' } as const)
            : ({ kind: 'passphrase', passphrase } as const)
        const vault = await openBySecret(copies, secret)
        take(vault)
        const [, keychain, item] = await foundBeside(vault)
        return openedAs(vault, secret.kind, keychain, item)
      }),
    readBackup: async (input) => {
      const contents = await readVaultBackup(input, build)
      const handle = Buffer.from(randomBytes(16)).toString('hex')
      restored.set(handle, contents)
      const { vaultId, signerKey } = contents.header
      return { handle, vaultId: vaultIdText(vaultId), signerKey, facts: contents.facts }
    },
    adopt: (from, present, passphrase, at, commit) => changes.run(() => adopt(from, present, passphrase, at, commit)),
    forget: () => {
      for (const { master } of restored.values()) master.fill(0)
      restored.clear()
    },
  }
}

function needPassphrase(error: unknown): never {
  throw new AppError('PASSPHRASE_NEEDED', reason('NO_KEYCHAIN_CHOOSE_PASSPHRASE'), {
    cause: error,
  })
}
