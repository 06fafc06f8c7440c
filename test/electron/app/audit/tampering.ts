// What a foreign hand can do to the rows of an audit log, and where that must be seen.

import { createHash } from 'node:crypto'
import type { Database } from '../../../../electron/adapters/sqlite/database.ts'
import type { AuditRow, AuditStore } from '../../../../electron/ports/stores.ts'
import { entryHash, NO_HASH } from '../../../../electron/services/audit/audit-entry.ts'

export const COLUMNS = ['seq', 'at', 'kind', 'event', 'subject', 'detail', 'previous', 'hash'] as const
export type Column = (typeof COLUMNS)[number]

/** Changes one column of one row to something else of its type. */
export function edit(db: Database, row: AuditRow, column: Column, salt: number): void {
  const turned = (bytes: Uint8Array) => bytes.map((byte, at) => (at === salt % 32 ? byte ^ (1 << (salt % 8)) : byte))
  const values = {
    seq: row.seq + 1_000_000,
    at: new Date(Date.parse(row.at) + 1 + (salt % 100_000)).toISOString(),
    kind: row.kind === 'order' ? 'rule' : 'order',
    event: `${row.event}${salt}`,
    subject: row.subject === null ? 'somebody' : salt % 2 === 0 ? null : `${row.subject}${salt}`,
    // Each of these says the same, or nearly: what is hashed is the text.
    detail: salt % 3 === 0 ? '{}' : salt % 3 === 1 ? `${row.detail} ` : row.detail.replace(/:/, ': '),
    previous: turned(row.previous),
    hash: turned(row.hash),
  }
  db.run(`UPDATE audit SET ${column} = ? WHERE seq = ?`, values[column], row.seq)
}

export function remove(db: Database, seq: number): void {
  db.run('DELETE FROM audit WHERE seq = ?', seq)
}

/** Exchanges two entries; each keeps all that it says. */
export function swap(db: Database, one: number, other: number): void {
  db.run('UPDATE audit SET seq = 0 WHERE seq = ?', one)
  db.run('UPDATE audit SET seq = ? WHERE seq = ?', one, other)
  db.run('UPDATE audit SET seq = ? WHERE seq = 0', other)
}

/** Cuts the end off, and the checkpoints that would tell of it. */
export function cut(db: Database, keep: number): void {
  db.run('DELETE FROM audit WHERE seq > ?', keep)
  db.run('DELETE FROM audit_checkpoints WHERE seq > ?', keep)
}

/** Puts an entry in and moves the others up. `sound` gives it the hash that it must have at its place. */
export function insert(db: Database, store: AuditStore, seq: number, sound: boolean): void {
  db.run('UPDATE audit SET seq = -(seq + 1) WHERE seq >= ?', seq)
  db.run('UPDATE audit SET seq = -seq WHERE seq < 0')
  const previous = store.after(seq - 2, 1)[0]?.seq === seq - 1 ? store.after(seq - 2, 1)[0]?.hash : undefined
  const entry = {
    seq,
    at: '2026-11-23T12:00:00.000Z',
    kind: 'order',
    event: 'order-recorded',
    subject: null,
    detail: '{}',
  }
  const before = previous ?? NO_HASH
  const hash = sound ? entryHash(entry, before) : createHash('sha256').update('x').digest()
  store.insert({ ...entry, previous: before, hash })
}

/** Changes an entry and computes every hash from there on anew, as somebody with this code can. */
export function rewrite(db: Database, store: AuditStore, seq: number): void {
  let previous = store.after(seq - 2, 1)[0]?.seq === seq - 1 ? store.after(seq - 2, 1)[0]?.hash : undefined
  for (const row of store.after(seq - 1, Number.MAX_SAFE_INTEGER)) {
    const entry = row.seq === seq ? { ...row, event: 'order-changed' } : row
    const before: Uint8Array = previous ?? NO_HASH
    const hash = entryHash(entry, before)
    db.run('UPDATE audit SET event = ?, previous = ?, hash = ? WHERE seq = ?', entry.event, before, hash, row.seq)
    previous = hash
  }
}
