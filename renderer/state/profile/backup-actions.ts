// Backups: asks where, then has them written or read. The page names no file that the trader has not chosen.

import type { BackupReport } from '../../../shared/vault.ts'
import { sayReason } from '../../answer-words.ts'
import { asAppError, call } from '../../api.ts'
import { text } from '../../messages/late/en.ts'
import { reportDone, reportFailure } from '../report.ts'
import { reloadEverything } from '../start.ts'
import { useBackup } from './backup-store.ts'

async function run(what: 'write' | 'restore', work: () => Promise<BackupReport | null>): Promise<boolean> {
  const { busy, set } = useBackup.getState()
  if (busy !== null) return false
  set({ busy: what, progress: null })
  try {
    const report = await work()
    if (report === null) return false
    set({ done: { what, report } })
    reportDone(what === 'write' ? text.vault.backupSaved : text.vault.restored)
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  } finally {
    set({ busy: null, progress: null })
  }
}

/** Writes a backup that the passphrase, or the identity of the recipient, opens. */
export const writeBackup = (lock: { passphrase: string } | { recipient: string }) =>
  run('write', async () => {
    const { path } = await call('files.chooseSave', { purpose: 'backup' })
    return path === null ? null : call('backup.export', { path, ...lock })
  })

/** Has the trader choose the file; nothing is read yet. */
export async function chooseBackup(): Promise<void> {
  try {
    const { path } = await call('files.chooseOpen', { purpose: 'backup' })
    if (path !== null) useBackup.getState().set({ chosen: path, warning: null })
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Replaces this profile by the backup, then shows what it held. */
export const restoreBackup = (path: string, lock: { passphrase: string } | { identity: string }) =>
  run('restore', async () => {
    const { warning, set } = useBackup.getState()
    const report = await call('backup.import', { path, ...lock, acceptAnotherVault: warning !== null }).catch(
      (thrown: unknown) => {
        const { code, reason } = asAppError(thrown)
        if (code !== 'ANOTHER_VAULT') throw thrown
        set({ warning: sayReason(reason) })
        return null
      },
    )
    if (report === null) return null
    set({ chosen: null, warning: null })
    await reloadEverything()
    return report
  })
