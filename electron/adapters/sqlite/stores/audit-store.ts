// The rows of the audit log over SQLite. Knows nothing of hashes: it keeps what it is given, in order.

import type { AuditFilter, AuditRow, AuditStore, CheckpointRow } from '../../../ports/stores.ts'
import type { Database, Row } from '../database.ts'

/** Builds the store. Each write is one statement, so that it commits by itself or with the caller's transaction. */
export function createAuditStore(db: Database): AuditStore {
  return {
    last: () => {
      const row = db.get('SELECT * FROM audit ORDER BY seq DESC LIMIT 1')
      return row === undefined ? null : toEntry(row)
    },
    insert: (row) =>
      db.run(
        'INSERT INTO audit (seq, at, kind, event, subject, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        row.seq,
        row.at,
        row.kind,
        row.event,
        row.subject,
        row.detail,
        row.previous,
        row.hash,
      ),
    after: (seq, limit) => db.all('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?', seq, limit).map(toEntry),
    find: (filter) => db.all(...query(filter)).map(toEntry),
    findNear: (filter, span) => {
      const end = filter.before === undefined ? [] : [filter.before]
      const where = filter.before === undefined ? '' : 'WHERE seq < ?'
      const last = db.get(`SELECT seq FROM audit ${where} ORDER BY seq DESC LIMIT 1 OFFSET ?`, ...end, span - 1)
      const from = last === undefined ? null : Number(last['seq'])
      return { rows: db.all(...query(filter, from)).map(toEntry), scannedTo: from }
    },
    has: (subject, event) =>
      db.get('SELECT 1 FROM audit WHERE subject = ? AND event = ? LIMIT 1', subject, event) !== undefined,
    checkpoints: () => db.all('SELECT * FROM audit_checkpoints ORDER BY seq').map(toCheckpoint),
    lastCheckpoint: () => {
      const row = db.get('SELECT * FROM audit_checkpoints ORDER BY seq DESC LIMIT 1')
      return row === undefined ? null : toCheckpoint(row)
    },
    saveCheckpoint: ({ seq, signer, note }) =>
      db.run('INSERT OR REPLACE INTO audit_checkpoints (seq, signer, note) VALUES (?, ?, ?)', seq, signer, note),
  }
}

/** `from`: only entries from this number on, which are gone through as they lie and by no other index. */
function query(
  { kind, subject, search, before, limit }: AuditFilter,
  from: number | null = null,
): [string, ...(string | number)[]] {
  const by = from === null ? '' : '+'
  const parts: [condition: string, ...values: string[] | number[]][] = []
  // Few entries are about one subject, and many of one kind: where both are asked for, the subject's index is the way.
  if (kind !== undefined) parts.push([`${subject === undefined ? by : '+'}kind = ?`, kind])
  if (subject !== undefined) parts.push([`${by}subject = ?`, subject])
  if (from !== null) parts.push(['seq >= ?', from])
  if (before !== undefined) parts.push(['seq < ?', before])
  if (search !== undefined) {
    // The trader's own signs are no wildcards.
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    const columns = ['event', 'subject', 'detail']
    parts.push([
      `(${columns.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ')})`,
      ...columns.map(() => pattern),
    ])
  }
  const where = parts.length === 0 ? '' : `WHERE ${parts.map(([condition]) => condition).join(' AND ')}`
  const values = parts.flatMap(([, ...rest]): (string | number)[] => rest)
  return [`SELECT * FROM audit ${where} ORDER BY seq DESC LIMIT ?`, ...values, limit]
}

// A foreign hand may have left any type in a column without a check; the hash then tells, not a crash here.
const bytes = (value: unknown) => (value instanceof Uint8Array ? value : new Uint8Array())

function toEntry(row: Row): AuditRow {
  return {
    seq: Number(row.seq),
    at: String(row.at),
    kind: String(row.kind),
    event: String(row.event),
    subject: row.subject === null ? null : String(row.subject),
    detail: String(row.detail),
    previous: bytes(row.previous),
    hash: bytes(row.hash),
  }
}

function toCheckpoint(row: Row): CheckpointRow {
  return { seq: Number(row.seq), signer: bytes(row.signer), note: String(row.note) }
}
