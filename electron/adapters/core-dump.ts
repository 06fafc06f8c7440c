// A crash must not leave passphrases or keys in a file.

import { writeFileSync } from 'node:fs'

/** On Linux no part of this process's memory goes into a core dump from now on. Never throws. */
export function keepOutOfCoreDumps(): void {
  try {
    writeFileSync('/proc/self/coredump_filter', '0')
  } catch {
    // Other systems have no such file; macOS writes no core dumps unless it is told to.
  }
}
