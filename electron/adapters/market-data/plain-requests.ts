// Sends requests without a key, one deadline over each, and reads what comes of them and of those that were sent elsewhere. A list
// that is still the one of before is not read again.

import { reason } from '../../../shared/reasons/reason.ts'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import { member } from '../../../shared/venues/json.ts'
import type { Read, ReadKind, SourceTrouble } from '../../ports/market-data.ts'
import type { Clock } from '../../ports/system.ts'
import { createConnections } from '../connections.ts'
import { type HttpOutcome, sendHttp } from '../http-request.ts'
import { bodyOf } from './answers.ts'
import { readerOf } from './readers/all.ts'

const DEADLINE_MS = 20_000
/** Lists that are remembered under the name that their sender gave them. */
const MOST_KEPT = 12

export interface Rows {
  rows: readonly unknown[]
  at: string | null
}

export interface PlainRequests {
  /** One request. @throws never */
  ask(read: Read): Promise<Rows | SourceTrouble>
  rowsIn(outcome: HttpOutcome, read: Read<ReadKind>): Rows | SourceTrouble
}

/** Builds them; connections stay open between requests. */
export function createPlainRequests(clock: Clock): PlainRequests {
  const connections = createConnections(clock)
  /** By address: what the last answer was called, and what it came to. */
  const kept = new Map<string, { etag: string; read: Rows }>()
  const keep = (url: string, etag: string | undefined, read: Rows): void => {
    kept.delete(url)
    if (etag === undefined) return
    kept.set(url, { etag, read })
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  }
  const rowsIn = (outcome: HttpOutcome, read: Read<ReadKind>): Rows | SourceTrouble => {
    const reader = readerOf(read.kind)
    if (reader.isNoneAt404 && outcome.phase === 'answered' && outcome.status === 404) return { rows: [], at: null }
    const came = bodyOf(outcome, reader.isExact, reader.trouble(read), clock.now())
    if ('trouble' in came) return came.trouble
    try {
      return reader.rows(came.body, read.of, read) ?? unreadable()
    } catch {
      // A reader stands no shape that nobody has thought of: what it cannot read costs this answer alone.
      return unreadable()
    }
  }
  return {
    rowsIn,
    ask: async (read) => {
      const reader = readerOf(read.kind)
      const { base, keyHeader } = sourceFacts(read.source).address(read.plan)
      // Such a source is asked in the vault's process.
      if (keyHeader !== null) return unreadable()
      const url = `${read.host ?? base}${reader.path(read.of, read)}`
      const before = kept.get(url)
      const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'Prelist' }
      if (before !== undefined) headers['if-none-match'] = before.etag
      const outcome = await sendHttp(
        { method: 'GET', url, headers, body: null, deadlineMs: DEADLINE_MS, maxBytes: reader.maxBytes },
        clock,
        undefined,
        connections,
      )
      if (before !== undefined && outcome.phase === 'answered' && outcome.status === 304) return before.read
      const came = rowsIn(outcome, read)
      if ('why' in came || outcome.phase !== 'answered') return came
      keep(url, changesByTime(came, clock.now()) ? undefined : outcome.etag, came)
      return came
    },
  }
}

/** For what is no answer to what was asked. */
export const unreadable = (): SourceTrouble => ({ why: reason('SOURCE_UNREADABLE'), kind: 'failed', asked: null })

/** Whether a market among the rows has an opening or an end before it: its stage is another one then, though the list is the same. */
const changesByTime = ({ rows }: Rows, now: number): boolean =>
  rows.some((row) => {
    const closesAt = member(row, 'closesAt')
    return typeof member(row, 'opensAt') === 'string' || (typeof closesAt === 'string' && Date.parse(closesAt) > now)
  })
