// Says in the log that callers were turned away at the door, without a word of what they sent and without letting a
// flood of them fill the disk.

import type { Clock, Logger } from '../ports.ts'

/** One line for each code in this time, milliseconds; what comes between is counted into the next line. */
const QUIET_MS = 60_000

export interface RefusalLog {
  note(code: 'FORBIDDEN_SENDER' | 'UNKNOWN_OPERATION'): void
}

/** Builds the log of refusals. The count of the last minute of a flood is told by the next refusal, not by a timer. */
export function createRefusalLog(clock: Pick<Clock, 'monotonic'>, logger: Logger): RefusalLog {
  const byCode = new Map<string, { toldAt: number; untold: number }>()
  return {
    note: (code) => {
      const now = clock.monotonic()
      const known = byCode.get(code)
      if (known !== undefined && now - known.toldAt < QUIET_MS) {
        known.untold += 1
        return
      }
      byCode.set(code, { toldAt: now, untold: 0 })
      logger.warn('call-refused', { code, before: known?.untold ?? 0 })
    },
  }
}
