// Searches the log for words, some entries at a time: no index knows them, and a million entries are not gone through at once.

import type { AuditFilter, AuditRow, AuditStore } from '../../ports/stores.ts'

/** Entries between two pauses, in which the app answers; about a millisecond of work. */
const SPAN = 2_000

/** The newest entries that `filter` asks for, `span` gone through a step; entries that come meanwhile are left out. */
export async function searchLog(
  store: Pick<AuditStore, 'findNear'>,
  filter: AuditFilter,
  span = SPAN,
): Promise<AuditRow[]> {
  const found: AuditRow[] = []
  let { before } = filter
  while (found.length < filter.limit) {
    const of = { ...filter, limit: filter.limit - found.length, ...(before === undefined ? {} : { before }) }
    const { rows, scannedTo } = store.findNear(of, span)
    found.push(...rows)
    if (scannedTo === null) break
    before = scannedTo
    await new Promise<void>((resume) => setImmediate(resume))
  }
  return found
}
