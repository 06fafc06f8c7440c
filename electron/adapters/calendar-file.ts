// The calendar's file in the profile's folder. It is replaced as a whole, so that a program that reads it meanwhile finds
// the old one or the new one; it has the mode of everything there, 0600.

import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import type { CalendarFile } from '../ports/airdrops.ts'

/** The file of the profile in `dataDir`. */
export function createCalendarFile(dataDir: string): CalendarFile {
  const path = join(dataDir, 'airdrops.ics')
  const begun = `${path}.new`
  const tried = (work: () => void) => {
    try {
      work()
    } catch (cause) {
      rmSync(begun, { force: true })
      throw new AppError('FILE_NOT_USABLE', reason('FILE_NOT_WRITTEN'), { cause })
    }
  }
  return {
    path,
    isOn: () => existsSync(path),
    write: (text) =>
      tried(() => {
        writeFileSync(begun, text, { mode: 0o600 })
        renameSync(begun, path)
      }),
    remove: () => tried(() => rmSync(path, { force: true })),
  }
}
