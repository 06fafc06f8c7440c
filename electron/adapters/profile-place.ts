// Tells one copy of a profile from another: a folder that was copied, to another machine or beside the first, is another place.

import { createHash } from 'node:crypto'
import { realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'

const DATABASE = 'prelist.sqlite'

/** A short text that is another one for every copy of the profile in `dataDir`, and for one that was moved. */
export function profilePlace(dataDir: string): string {
  const path = realpathSync(dataDir)
  const { ino } = statSync(join(path, DATABASE), { bigint: true })
  return createHash('sha256').update(`${path}\n${ino}`).digest('hex').slice(0, 32)
}
