// The line of values: days beside each other are joined, and a gap is left open. Pure.

import type { ValueDay } from '../../../../shared/ledger/value-history.ts'

export interface KnownDay {
  at: string
  close: string
}

/** The days that are known, in runs without a gap between them. */
export function runsOf(days: readonly ValueDay[]): KnownDay[][] {
  const runs: KnownDay[][] = [[]]
  for (const { day, value } of days) {
    if (value === null) runs.push([])
    else runs.at(-1)?.push({ at: `${day}T00:00:00.000Z`, close: value })
  }
  return runs.filter((run) => run.length > 0)
}
