// Whether the parts of a backup belong together: the key opens the header, the header is of this kind of build, and it
// names the key that signed the manifest. Without this a backup could bring the data of one vault and the key of another.

import type { Build, RestoreInput } from '../../ports/vault.ts'
import { checkHeader, decodeHeader, type VaultHeader } from '../header.ts'
import { equalBytes } from '../primitives.ts'
import type { BackupContents } from './backup-archive.ts'
import { readBackupFile } from './backup-file.ts'
import { invalidBackup } from './invalid-backup.ts'

export interface RestoredContents {
  /** The master key; it never leaves this process. */
  master: Uint8Array
  header: VaultHeader
  facts: Record<string, string | number>
}

/**
 * Reads a backup into the new file `input.snapshot`, with every check that needs no database.
 * @throws AppError `BACKUP_INVALID`, `WRONG_PASSPHRASE`, `PASSPHRASE_NEEDED`, `BAD_INPUT`, `FILE_NOT_USABLE`,
 * `STORAGE_FAILED`
 */
export async function readVaultBackup(input: RestoreInput, build: Build): Promise<RestoredContents> {
  const { key, header, manifest } = await readBackupFile(input, (contents) => void vaultOf(contents, build))
  return { master: key, header: vaultOf({ key, header, manifest }, build), facts: manifest.facts }
}

function vaultOf({ key, header, manifest }: BackupContents, build: Build): VaultHeader {
  try {
    const decoded = decodeHeader(header)
    checkHeader(header, decoded, key)
    if (decoded.build !== build) throw new TypeError('of another build')
    if (!equalBytes(decoded.signerKey, Buffer.from(manifest.signer, 'hex')))
      throw new TypeError('signed by another key')
    return decoded
  } catch (error) {
    throw invalidBackup(error)
  }
}
