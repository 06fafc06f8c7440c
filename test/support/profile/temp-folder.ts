// A folder of its own for one test, gone when the test is over.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** The path of a profile folder that does not exist yet, inside a folder that is removed after the test. */
export function makeProfile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'prelist-profile-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, 'profile')
}
