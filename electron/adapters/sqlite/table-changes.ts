// Counts the writes to each table, so that what was read from one may be kept in memory while nobody has written to it. The
// count is taken from the statements themselves: no writer has to think of it, and none can forget it.

export interface TableChanges {
  /** A statement was run, or failed half way. */
  ran(sql: string): void
  /** Anything may be another now: a transaction was rolled back, and with it what was read inside it. */
  everything(): void
  /** Rises with each write to one of these tables. */
  of(tables: readonly string[]): number
}

const WRITE = /^\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+(\w+)(\.?)/i

/** Builds the count of one connection. */
export function createTableChanges(): TableChanges {
  const last = new Map<string, number>()
  let now = 0
  let all = 0
  const everything = () => {
    now += 1
    all = now
  }
  return {
    ran: (sql) => {
      const [, table = '', isQualified = ''] = WRITE.exec(sql) ?? []
      // What is not one of the plain writes, such as those of a restore, may write anywhere.
      if (table === '' || isQualified !== '') return everything()
      now += 1
      last.set(table, now)
    },
    everything,
    of: (tables) => tables.reduce((newest, table) => Math.max(newest, last.get(table) ?? 0), all),
  }
}

/** Answers with what `read` has told last, and asks it again once one of the tables was written to. */
export function whileUnchanged<T>(
  db: { changes(tables: readonly string[]): number },
  tables: readonly string[],
  read: () => T,
): () => T {
  let kept: { value: T; at: number } | null = null
  return () => {
    const at = db.changes(tables)
    // Asked before it is read: what is written meanwhile makes it old.
    if (kept?.at !== at) kept = { value: read(), at }
    return kept.value
  }
}
