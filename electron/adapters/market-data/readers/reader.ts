// What a reader of one kind of request says: where to ask, how an answer is read, and what its words mean.

import type { Read, ReadKind, Reads } from '../../../ports/market-data.ts'
import type { ReadTrouble } from '../answers.ts'

/** Rows, and the source's own time for all of them; `null` where the answer is none of what was asked for. */
export type RowsOf<Row> = { rows: Row[]; at: string | null } | null

export interface Reader<K extends ReadKind> {
  /** Path and query below the source's base; never a key. */
  path(of: Reads[K]['of'], read: Read<K>): string
  rows(body: unknown, of: Reads[K]['of'], read: Read<K>): RowsOf<Reads[K]['row']>
  trouble: (read: Read<K>) => ReadTrouble
  /** Whether 404 says that there is no such coin, which is an answer. */
  isNoneAt404: boolean
  /** Whether its numbers are read; a list without prices is parsed faster. */
  isExact: boolean
  /** Bytes that an answer may have. */
  maxBytes: number
}
