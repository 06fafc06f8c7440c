// How the fake exchanges cut their lists into pages: none answers with more than its documents allow.

/** Rows from the newest on, behind the row with this id; the id of each row by `idOf`. */
export function pageAfter<T>(rows: T[], after: string | null, size: number, idOf: (row: T) => string): T[] {
  const newestFirst = rows.toReversed()
  const start = after === null ? 0 : newestFirst.findIndex((row) => idOf(row) === after) + 1
  return newestFirst.slice(start, start + size)
}

/** Rows from the newest on, and the cursor of the next page: empty after the last. */
export function pageBy<T>(rows: T[], cursor: string | null, size: number): { rows: T[]; cursor: string } {
  const start = Number(cursor ?? 0)
  const page = rows.toReversed().slice(start, start + size)
  return { rows: page, cursor: start + size < rows.length ? String(start + size) : '' }
}
