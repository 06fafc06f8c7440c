// What about the profile needs the trader's attention, until it does no longer.

import type { AppStatus } from '../../../shared/app.ts'
import type { Reason, ReasonCode } from '../../../shared/reasons/reason.ts'

export interface Notices {
  /** Shown until its code is cleared; one of the same code takes its place. */
  raise(notice: Reason): void
  clear(code: ReasonCode): void
  list(): AppStatus['notices']
}

/** Builds an empty board. `changed` is told when a notice comes or goes, not when it is repeated. */
export function createNotices(changed: () => void): Notices {
  const board = new Map<ReasonCode, Reason>()
  return {
    raise: (notice) => {
      const isNew = !board.has(notice.code)
      board.set(notice.code, notice)
      if (isNew) changed()
    },
    clear: (code) => {
      if (board.delete(code)) changed()
    },
    list: () => [...board.values()],
  }
}
