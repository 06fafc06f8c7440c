// Backups: asks where, then has them written or read. The page names no file that the trader has not chosen.

import { call } from '../../api.ts'
import { text } from '../../messages/en.ts'
import { reportDone, reportFailure } from '../../ui/report.ts'

const BYTES_PER_KILOBYTE = 1_000

/** Writes a backup that the passphrase, or else the recipient, opens. True when it is written. */
export async function writeBackup(passphrase: string, recipient: string): Promise<boolean> {
  try {
    const { path } = await call('files.chooseSave', { purpose: 'backup' })
    if (path === null) return false
    const lock = passphrase === '' ? { recipient } : { passphrase }
    const { bytes } = await call('backup.export', { path, ...lock })
    reportDone(text.vault.backupSaved(path, String(Math.ceil(bytes / BYTES_PER_KILOBYTE))))
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** The file that the trader chose, or null. */
export async function chooseBackup(): Promise<string | null> {
  try {
    return (await call('files.chooseOpen', { purpose: 'backup' })).path
  } catch (thrown) {
    reportFailure(thrown)
    return null
  }
}

/** Replaces this profile by the backup. True when it is done. */
export async function restoreBackup(path: string, passphrase: string, identity: string): Promise<boolean> {
  try {
    const lock = passphrase === '' ? { identity } : { passphrase }
    const { counts } = await call('backup.import', { path, ...lock })
    reportDone(text.vault.restored(counts.orders, counts.accounts))
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}
