// The keeper: holds the keys of one open vault, and does what only their holder can do. In the product it is all that
// runs in the vault's process.

import { AppError } from '../../shared/result.ts'
import { createMutex } from '../../shared/serial-queue.ts'
import type { KeychainState } from '../../shared/vault.ts'
import type { SecretStore } from '../ports/system.ts'
import type {
  Build,
  CommitHeader,
  Credentials,
  Keeper,
  KeyProbe,
  KeyUse,
  Opened,
  ParentEnvironment,
  RestoredVault,
  VenueService,
} from '../ports/vault.ts'
import { adoptSlot } from './backup/adopting.ts'
import { writeBackupFile } from './backup/backup-file.ts'
import { writeRecoveryFile } from './backup/recovery-kit.ts'
import { type RestoredContents, readVaultBackup } from './backup/restored-vault.ts'
import { encodeHeader } from './header.ts'
import { vaultIdBytes, vaultIdText } from './header-facts.ts'
import { type KeychainItem, NO_ANCHOR } from './keychain-item.ts'
import { keychainKeys, numbersOf } from './keychain-keys.ts'
import { tryKeychain } from './keychain-trial.ts'
import {
  changed,
  newestEpoch,
  newVault,
  type OpenVault,
  openVault,
  openWith,
  sealWith,
  signWith,
  wipe,
  withNewEpoch,
} from './open-vault.ts'
import { KDF_DEFAULT, type KdfParams, KEY_BYTES, randomBytes } from './primitives.ts'
import { credentialsOf, plaintextOf, usableKey } from './references/credentials.ts'
import { resolveReference } from './references/references.ts'
import { makePassphraseSlot, makeRecoverySlot } from './slots.ts'
import { assertNotOlder, keychainState, openByKeychain, openBySecret, readableCopies } from './unlocking.ts'

export interface KeeperParts {
  secretStore: SecretStore
  build: Build
  probe: KeyProbe
  venues: VenueService
  environment: ParentEnvironment
  /** What a new passphrase costs; tests give the floor. */
  kdf?: KdfParams
}

const lockedVault = () => new AppError('VAULT_LOCKED', 'The vault is locked. Unlock it and try again.')

/** Builds a keeper that holds nothing yet. */
export function createKeeper({
  secretStore,
  build,
  probe,
  venues,
  environment,
  kdf = KDF_DEFAULT,
}: KeeperParts): Keeper {
  let open: OpenVault | null = null
  const restored = new Map<string, RestoredContents>()
  /** What ends each stream that is open. */
  const streams = new Map<number, () => void>()

  /** What changes the vault happens one after the other. */
  const changes = createMutex()
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
  const credentialsFor = async (venue: string, use: KeyUse): Promise<Credentials> => {
    if (use.from === 'reference') return usableKey(venue, await resolveReference(use.reference, environment))
    const plaintext = openWith(held(), use.record)
    try {
      return usableKey(venue, credentialsOf(plaintext))
    } finally {
      plaintext.fill(0)
    }
  }

  return {
    tryKeychain: () => tryKeychain(secretStore),
    keychain: (headers) => keychainState(readableCopies(headers, build), secretStore),
    create: ({ vaultId, passphrase, at }, commit) =>
      changes.run(async () => {
        if (open !== null) throw new AppError('VAULT_EXISTS', 'There is a vault already.')
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
    setPassphrase: (passphrase, at, commit) =>
      changes.run(async () => {
        const vault = held()
        const others = vault.header.slots.filter(({ kind }) => kind !== 'passphrase')
        if (passphrase === null) {
          if ((await keychainState([vault], secretStore)) !== 'ok') {
            throw new AppError('NOT_ALLOWED', 'Without a working key in the keychain the passphrase cannot be removed.')
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
    seal: async (context, credentials) => {
      const plaintext = plaintextOf(credentials)
      try {
        return sealWith(held(), context, plaintext)
      } finally {
        plaintext.fill(0)
      }
    },
    reseal: async (record) => {
      const plaintext = openWith(held(), record)
      try {
        const { bytes: _, ...context } = record
        return sealWith(held(), context, plaintext)
      } finally {
        plaintext.fill(0)
      }
    },
    verify: async (record) => void openWith(held(), record).fill(0),
    probe: async (venue, host, use) => {
      const environmentOf = use.from === 'vault' ? use.record.environment : use.environment
      held()
      return probe.check(venue, environmentOf, host, await credentialsFor(venue, use))
    },
    venue: async (call, use) => {
      const vault = held()
      const environmentOf = use.from === 'vault' ? use.record.environment : use.environment
      const gate = call.ask.kind === 'place' ? venues.gate(call.ask) : () => null
      // Whatever the credentials and the connection were waited for, the vault may have been locked meanwhile.
      const mayLeave = () => (open?.master === vault.master ? gate() : 'The vault was locked. Nothing was sent.')
      return venues.call({ ...call, environment: environmentOf }, await credentialsFor(call.venue, use), mayLeave)
    },
    withdraw: async (keys) => venues.withdraw(keys),
    watch: async (stream, call, use, tell) => {
      const environmentOf = use.from === 'vault' ? use.record.environment : use.environment
      const credentials = await credentialsFor(call.venue, use)
      // Whatever the credentials were waited for, the vault may have been locked meanwhile.
      held()
      const end = venues.watch({ ...call, environment: environmentOf }, credentials, (news) => {
        if (news.kind === 'down') streams.delete(stream)
        tell(news)
      })
      streams.set(stream, end)
    },
    unwatch: async (stream) => streams.get(stream)?.(),
    sign: async (message) => signWith(held(), message),
    anchor: (auditSeq, auditHash) => changes.run(() => keys.remember(held(), { auditSeq, auditHash })),
    writeBackup: async (input) => {
      const { master, bytes, header } = held()
      const vault = held()
      return writeBackupFile(input, {
        key: master,
        header: bytes,
        signerKey: header.signerKey,
        sign: async (message) => signWith(vault, message),
      })
    },
    readBackup: async (input) => {
      const contents = await readVaultBackup(input, build)
      const handle = Buffer.from(randomBytes(16)).toString('hex')
      restored.set(handle, contents)
      const { vaultId, signerKey } = contents.header
      return { handle, vaultId: vaultIdText(vaultId), signerKey, facts: contents.facts }
    },
    adopt: (from, present, passphrase, at, commit) => changes.run(() => adopt(from, present, passphrase, at, commit)),
    lock: async () => {
      for (const end of [...streams.values()]) end()
      await changes.idle()
      if (open !== null) wipe(open)
      open = null
      for (const { master } of restored.values()) master.fill(0)
      restored.clear()
    },
  }

  async function foundBeside(vault: OpenVault): Promise<[Opened['via'], KeychainState, KeychainItem | null]> {
    const via = numbersOf(vault).length > 0 ? 'keychain' : 'passphrase'
    const keychain = await keychainState([vault], secretStore)
    const unusable = keychain === 'locked' || keychain === 'unreachable'
    return [via, unusable ? 'degraded' : keychain, keychain === 'ok' ? await keys.newestItem(vault) : null]
  }

  async function adopt(
    from: RestoredVault,
    present: readonly Uint8Array[],
    passphrase: string | null,
    at: number,
    commit: CommitHeader,
  ) {
    const contents = from.handle === null ? undefined : restored.get(from.handle)
    if (contents === undefined) throw new AppError('BACKUP_INVALID', 'This backup holds no vault.')
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
}

function needPassphrase(error: unknown): never {
  throw new AppError('PASSPHRASE_NEEDED', 'No keychain can be used here. Choose a passphrase for the vault.', {
    cause: error,
  })
}
