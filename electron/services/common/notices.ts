// What about the profile needs the trader's attention, until it does no longer.

import type { AppStatus } from '../../../shared/app.ts'

export interface Notices {
  raise(code: string, message: string): void
  clear(code: string): void
  list(): AppStatus['notices']
}

/** Builds an empty board. `changed` is told when a notice comes or goes, not when it is repeated. */
export function createNotices(changed: () => void): Notices {
  const board = new Map<string, string>()
  return {
    raise: (code, message) => {
      const isNew = !board.has(code)
      board.set(code, message)
      if (isNew) changed()
    },
    clear: (code) => {
      if (board.delete(code)) changed()
    },
    list: () => [...board].map(([code, message]) => ({ code, message })),
  }
}
