// Which files the page may name: those alone that the trader has chosen, in a dialog that the page has no hand in.

import type { FilePurpose, OpenPurpose } from '../../../shared/contract/app.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { Clock, FileChooser } from '../../ports/system.ts'

/** Calls made without a window come from a program that has the profile in its hands anyway. */
const DIRECT_WINDOW = 'direct'

const NAMES: Record<FilePurpose, { name: string; ending: string }> = {
  backup: { name: 'prelist-backup', ending: '.age' },
  calendar: { name: 'prelist-airdrops', ending: '.ics' },
  audit: { name: 'prelist-audit-log', ending: '.ndjson' },
  ledger: { name: 'prelist-ledger', ending: '.csv' },
  list: { name: 'prelist-coins', ending: '.csv' },
  'recovery-kit': { name: 'prelist-recovery-kit', ending: '.txt' },
}

export interface FileChoices {
  /** @throws AppError `NOT_ALLOWED` where there is no way to ask the trader */
  chooseSave(window: string, purpose: FilePurpose): Promise<{ path: string | null }>
  /** @throws AppError `NOT_ALLOWED`, `NOT_FOUND` */
  chooseOpen(window: string, purpose: OpenPurpose): Promise<{ path: string | null }>
  /**
   * Does `work` with the path that this window named. A choice serves for one use; one that failed may be tried again.
   * @throws AppError `NOT_ALLOWED` for a path that was not chosen for this, and what `work` throws
   */
  using<T>(
    window: string,
    use: `save:${FilePurpose}` | `open:${OpenPurpose}`,
    path: string,
    work: () => Promise<T>,
  ): Promise<T>
  /**
   * The same for work that only reads: the choice stays, so that the trader can say more of the file and have it read again.
   * @throws AppError `NOT_ALLOWED` for a path that was not chosen for this, and what `work` throws
   */
  reading<T>(window: string, use: `open:${OpenPurpose}`, path: string, work: () => Promise<T>): Promise<T>
}

/** Builds the choices over the shell's way to ask; `null` where the app runs without a window. */
export function createFileChoices(chooser: FileChooser | null, clock: Clock): FileChoices {
  /** The last choice of each window for each use. */
  const chosen = new Map<string, string>()
  const slot = (window: string, use: string) => JSON.stringify([window, use])
  const keyOf = (window: string, use: string, path: string) => {
    const key = slot(window, use)
    if (chosen.get(key) !== path) throw new AppError('NOT_ALLOWED', reason('FILE_NOT_CHOSEN'))
    return key
  }
  const asked = async (key: string, ask: (chooser: FileChooser) => Promise<string | null>) => {
    if (chooser === null) throw new AppError('NOT_ALLOWED', reason('NO_FILE_WINDOW'))
    const path = await ask(chooser)
    if (path === null) chosen.delete(key)
    else chosen.set(key, path)
    return { path }
  }
  return {
    chooseSave: (window, purpose) => {
      const { name, ending } = NAMES[purpose]
      const day = new Date(clock.now()).toISOString().slice(0, 10)
      return asked(slot(window, `save:${purpose}`), (ask) => ask.save(`${name}-${day}${ending}`, ending))
    },
    chooseOpen: (window, purpose) => asked(slot(window, `open:${purpose}`), (ask) => ask.open(NAMES[purpose].ending)),
    reading: async (window, use, path, work) => {
      if (window !== DIRECT_WINDOW) keyOf(window, use, path)
      return work()
    },
    using: async (window, use, path, work) => {
      if (window === DIRECT_WINDOW) return work()
      const key = keyOf(window, use, path)
      chosen.delete(key)
      try {
        return await work()
      } catch (error) {
        if (!chosen.has(key)) chosen.set(key, path)
        throw error
      }
    },
  }
}
