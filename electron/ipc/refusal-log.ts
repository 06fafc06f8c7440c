// Says in the logs that callers were turned away at the door, without a word of what they sent and without letting a
// flood of them fill the disk.

import type { Audit } from '../ports/operations.ts'
import type { Clock, Logger } from '../ports/system.ts'

/** One line for each code in this time, milliseconds; what comes between is counted into the next line. */
const QUIET_MS = 60_000
/** Malformed calls in that time that a page's own mistakes do not explain. */
const BURST = 100

const EVENTS = { FORBIDDEN_SENDER: 'sender-refused', UNKNOWN_OPERATION: 'operation-unknown' } as const

export interface RefusalLog {
  note(code: keyof typeof EVENTS): void
  /** A call that no shape takes. One is nothing; many in a minute are told once. */
  noteMalformed(): void
}

/** Builds the log of refusals. The count of the last minute of a flood is told by the next refusal, not by a timer. */
export function createRefusalLog(clock: Pick<Clock, 'monotonic'>, logger: Logger, audit: Audit): RefusalLog {
  const byCode = new Map<string, { toldAt: number; untold: number }>()
  let malformed = { since: Number.NEGATIVE_INFINITY, refused: 0 }
  return {
    note: (code) => {
      const now = clock.monotonic()
      const known = byCode.get(code)
      if (known !== undefined && now - known.toldAt < QUIET_MS) {
        known.untold += 1
        return
      }
      byCode.set(code, { toldAt: now, untold: 0 })
      const before = known?.untold ?? 0
      logger.warn('call-refused', { code, before })
      audit({ kind: 'refusal', event: EVENTS[code], detail: { before } })
    },
    noteMalformed: () => {
      const now = clock.monotonic()
      if (now - malformed.since >= QUIET_MS) malformed = { since: now, refused: 0 }
      malformed.refused += 1
      if (malformed.refused !== BURST) return
      logger.warn('calls-malformed', { refused: BURST })
      audit({ kind: 'refusal', event: 'input-refused', detail: { refused: BURST } })
    },
  }
}
