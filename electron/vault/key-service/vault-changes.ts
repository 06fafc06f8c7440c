// What changes an open vault: its passphrase, its keys, and the kit that opens it without them.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { Mutex } from '../../../shared/serial-queue.ts'
import type { SecretStore } from '../../ports/system.ts'
import type { KeyService } from '../../ports/vault.ts'
import { writeRecoveryFile } from '../backup/recovery-kit.ts'
import { vaultIdText } from '../header-facts.ts'
import { NO_ANCHOR } from '../keychain-item.ts'
import { numbersOf } from '../keychain-keys.ts'
import { changed, newestEpoch, withNewEpoch } from '../open-vault.ts'
import type { KdfParams } from '../primitives.ts'
import { makePassphraseSlot, makeRecoverySlot } from '../slots.ts'
import { keychainState } from '../unlocking.ts'
import type { HeldVault } from './held-vault.ts'

export type VaultChanges = Pick<
  KeyService,
  'setPassphrase' | 'rotateWrappingKey' | 'rotateDataKey' | 'retireEpochs' | 'writeRecoveryKit'
>

/** Builds them; each is durable by its `commit` before the keychain is told of it. */
export function createVaultChanges(
  { keys, held, commitNext, rememberIfItCan }: HeldVault,
  changes: Mutex,
  secretStore: SecretStore,
  kdf: KdfParams,
): VaultChanges {
  return {
    setPassphrase: (passphrase, at, commit) =>
      changes.run(async () => {
        const vault = held()
        const others = vault.header.slots.filter(({ kind }) => kind !== 'passphrase')
        if (passphrase === null) {
          if ((await keychainState([vault], secretStore)) !== 'ok') {
            throw new AppError('NOT_ALLOWED', reason('PASSPHRASE_STAYS'))
          }
          await commitNext(changed(vault, { slots: others }), commit)
          return rememberIfItCan()
        }
        const slot = await makePassphraseSlot(vault.header, passphrase, kdf, vault.master, at)
        await commitNext(changed(held(), { slots: [...others, slot] }), commit)
        await rememberIfItCan()
      }),
    rotateWrappingKey: (at, commit) =>
      changes.run(async () => {
        const vault = held()
        const old = numbersOf(vault)
        const others = vault.header.slots.filter(({ kind }) => kind !== 'keychain')
        const begun = old.length > 1 ? await keys.newestWorking(vault) : null
        if (begun !== null) {
          // The rotation that was cut off is finished: a third key would only make it longer.
          await commitNext(changed(vault, { slots: [...others, begun] }), commit)
          const dropped = old.filter((number) => number !== begun.number)
          return rememberIfItCan({}, await keys.drop(vault, dropped))
        }
        const item = await keys.newestItem(vault).catch(() => null)
        const number = await keys.freeNumber(vault, Math.max(0, ...old) + 1)
        // Named before it is there, so that it can be taken away again when nothing comes of it.
        if (item !== null) await keys.remember(vault, {}, [...old, number])
        const anchor = item?.anchor ?? { ...NO_ANCHOR, minEpoch: newestEpoch(vault) }
        try {
          const slot = await keys.newSlot(vault, number, at, { anchor, others: old })
          if (old.length > 0) await commitNext(changed(vault, { slots: [...vault.header.slots, slot] }), commit)
          await commitNext(changed(held(), { slots: [...others, slot] }), commit)
        } catch (error) {
          if (!numbersOf(held()).includes(number)) await keys.drop(vault, [number])
          throw error
        }
        await rememberIfItCan({}, await keys.drop(vault, old))
      }),
    rotateDataKey: (at, commit) =>
      changes.run(async () => {
        const next = withNewEpoch(held(), at)
        await commitNext(next, commit)
        // A header from before this moment is an older copy from now on.
        await rememberIfItCan({ minEpoch: newestEpoch(next) })
      }),
    retireEpochs: (inUse, _at, commit) =>
      changes.run(async () => {
        const vault = held()
        const epochs = vault.header.epochs.filter(({ epoch }) => epoch === newestEpoch(vault) || inUse.includes(epoch))
        if (epochs.length === vault.header.epochs.length) return
        await commitNext(changed(vault, { epochs }), commit)
        await rememberIfItCan()
      }),
    writeRecoveryKit: (path, at, commit) =>
      changes.run(async () => {
        const vault = held()
        const identity = await writeRecoveryFile(path, vaultIdText(vault.header.vaultId), at)
        const others = vault.header.slots.filter(({ kind }) => kind !== 'recovery')
        const slot = makeRecoverySlot(vault.header, identity, vault.master, at)
        await commitNext(changed(vault, { slots: [...others, slot] }), commit)
        await rememberIfItCan()
      }),
  }
}
