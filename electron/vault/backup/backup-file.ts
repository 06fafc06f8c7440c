// A backup as a file: age v1, so that the `age` command opens it without Prelist. The only importer of age-encryption.
// Runs in the process that holds the keys; both ways it holds one chunk of the file and no more.

import { constants } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { Decrypter, Encrypter, generateX25519Identity } from 'age-encryption'
import { normalizedPassphrase } from '../../../shared/passphrase.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { BackupInput, RestoreInput } from '../../ports/vault.ts'
import { AGE_HEAD_MAX, AGE_WORK_FACTOR, ageLock, keyNeeded, wrongKey } from './age-header.ts'
import { type BackupContents, readArchive, type VaultParts, writeArchive } from './backup-archive.ts'
import { invalidBackup } from './invalid-backup.ts'
import { writeAll, writeNamed } from './named-file.ts'

/** The vault that a backup is made of. */
export interface BackedUpVault extends VaultParts {
  /** Public half of its signing key. */
  signerKey: Uint8Array
  sign: (message: Uint8Array) => Promise<Uint8Array>
}

/**
 * Writes the snapshot and the vault to the new file `input.path`. The file has its name only once it is whole and on the
 * disk. `workFactor` is what a passphrase costs; tests alone give a smaller one.
 * @throws AppError `BAD_INPUT` for a recipient, `FILE_EXISTS`, `FILE_NOT_USABLE`, `STORAGE_FAILED`
 */
export async function writeBackupFile(
  { snapshot, path, recipient, passphrase, facts }: BackupInput,
  vault: BackedUpVault,
  workFactor: number = AGE_WORK_FACTOR,
): Promise<{ bytes: number }> {
  const encrypter = encrypterFor(recipient, passphrase, workFactor)
  const archive = writeArchive(snapshot, facts, vault, { key: vault.signerKey, sign: vault.sign })
  const encrypted = await encrypter.encrypt(ReadableStream.from(archive))
  return { bytes: await writeNamed(path, encrypted) }
}

function encrypterFor(recipient: string | null, passphrase: string | null, workFactor: number): Encrypter {
  const encrypter = new Encrypter()
  if (passphrase !== null) {
    encrypter.setPassphrase(normalizedPassphrase(passphrase))
    encrypter.setScryptWorkFactor(workFactor)
  }
  try {
    if (recipient !== null) encrypter.addRecipient(ownKind(recipient))
    return encrypter
  } catch (error) {
    throw new AppError('BAD_INPUT', reason('NO_AGE_RECIPIENT'), { cause: error })
  }
}

// Recipients of a hardware key are left out: Prelist could not open such a file again.
function ownKind(recipient: string): string {
  if (recipient.startsWith('age1tag')) throw new TypeError('a recipient of a hardware key')
  return recipient
}

/**
 * Decrypts a backup into the new file `input.snapshot` and checks all of it: the file's own integrity, the signature of
 * the manifest, the digest of every part. `examine` is shown the vault's parts before the profile comes and throws when
 * they do not belong together. Whatever is thrown, the snapshot is gone.
 * @throws AppError `BACKUP_INVALID`, `WRONG_PASSPHRASE`, `PASSPHRASE_NEEDED`, `BAD_INPUT`, `FILE_NOT_USABLE`,
 * `STORAGE_FAILED`
 */
export async function readBackupFile(
  { path, snapshot, identity, passphrase }: RestoreInput,
  examine: (contents: BackupContents) => void | Promise<void>,
): Promise<BackupContents> {
  const file = await openBackup(path)
  let written: FileHandle | null = null
  try {
    const head = new Uint8Array(AGE_HEAD_MAX)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    const decrypter = decrypterFor(head.subarray(0, bytesRead), passphrase, identity)
    const stream = await decrypter.decrypt(ReadableStream.from(chunksOf(file)))
    const target = await open(snapshot, 'wx', 0o600).catch(notStored)
    written = target
    const contents = await readArchive(stream, examine, (chunk) => writeAll(target, chunk).catch(notStored))
    await target.sync().catch(notStored)
    return contents
  } catch (error) {
    if (written !== null) await rm(snapshot, { force: true })
    throw error instanceof AppError ? error : invalidBackup(error)
  } finally {
    await written?.close()
    await file.close()
  }
}

function decrypterFor(head: Uint8Array, passphrase: string | null, identity: string | null): Decrypter {
  const lock = ageLock(head)
  if ((lock === 'passphrase' ? passphrase : identity) === null) throw keyNeeded(lock)
  const decrypter = new Decrypter()
  if (lock === 'passphrase') {
    // As Prelist writes it, and as it was typed: a file of the age command, or of an earlier Prelist.
    for (const words of new Set([normalizedPassphrase(passphrase ?? ''), passphrase ?? '']))
      decrypter.addPassphrase(words)
  }
  if (lock === 'identity') addIdentity(decrypter, identity ?? '')
  // Asked last, so it is asked only when the key before it did not fit.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      throw wrongKey(lock)
    },
  })
  return decrypter
}

function addIdentity(decrypter: Decrypter, identity: string): void {
  try {
    decrypter.addIdentity(identity)
  } catch (error) {
    throw new AppError('BAD_INPUT', reason('NO_AGE_IDENTITY'), { cause: error })
  }
}

// Without O_NONBLOCK a pipe of that name would hold us until somebody writes into it.
async function openBackup(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(unreadable)
  if ((await file.stat()).isFile()) return file
  await file.close()
  return unreadable(new Error('not a file'))
}

async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; ) {
    const chunk = new Uint8Array(64 * 1024)
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position).catch(unreadable)
    if (bytesRead === 0) return
    position += bytesRead
    yield chunk.subarray(0, bytesRead)
  }
}

function unreadable(cause: unknown): never {
  throw new AppError('FILE_NOT_USABLE', reason('BACKUP_UNREADABLE'), {
    cause,
  })
}

function notStored(cause: unknown): never {
  throw new AppError('STORAGE_FAILED', reason('NO_ROOM_FOR_BACKUP'), { cause })
}

/** A new age identity, `AGE-SECRET-KEY-1...`: 256 random bits as text that can be typed off paper. */
export const newIdentity = (): Promise<string> => generateX25519Identity()
