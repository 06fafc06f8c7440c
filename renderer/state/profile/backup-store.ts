// Backups: what is under way, which file was chosen to be restored, and what the last one held.

import { create } from 'zustand'
import type { BackupProgress, BackupReport } from '../../../shared/vault.ts'

interface BackupState {
  busy: 'write' | 'restore' | null
  /** Of the backup that is being written; `null` while nothing is known of it. */
  progress: BackupProgress | null
  /** The file that the trader chose to restore and has not decided about yet. */
  chosen: string | null
  /** Why the chosen file is asked about once more: another vault signed it. */
  warning: string | null
  done: { what: 'write' | 'restore'; report: BackupReport } | null
  set: (change: Partial<Pick<BackupState, 'busy' | 'progress' | 'chosen' | 'warning' | 'done'>>) => void
}

export const useBackup = create<BackupState>()((set) => ({
  busy: null,
  progress: null,
  chosen: null,
  warning: null,
  done: null,
  set: (change) => set(change),
}))
