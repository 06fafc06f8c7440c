// The table of idempotency keys: what each key led to, kept for 24 hours, and for good once it was voided.

import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { ExchangeError, toErrorCode } from '../wire/errors.ts'

/** How long a key is remembered after its first use, in milliseconds. Voided keys stay for good. */
const KEY_LIFE_MS = 24 * 3_600_000

const keyRow = z.object({
  outcome: z.enum(['order', 'refused', 'buried']),
  fingerprint: z.string().nullable(),
  order_id: z.number().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
})

export type KnownKey =
  | { outcome: 'order'; fingerprint: string; orderId: number }
  | { outcome: 'refused'; fingerprint: string; refusal: ExchangeError }
  | { outcome: 'buried' }

/** Forgets keys that are older than their life at `now` (epoch milliseconds). */
export function forgetOldKeys(db: DatabaseSync, now: number): void {
  db.prepare(`DELETE FROM idempotency_keys WHERE outcome <> 'buried' AND created_at <= ?`).run(now - KEY_LIFE_MS)
}

/** What `key` led to, or `null` when it is not known. Throws when the ledger contradicts itself. */
export function findKey(db: DatabaseSync, accountId: string, key: string): KnownKey | null {
  const found = db
    .prepare(
      `SELECT outcome, fingerprint, order_id, code, message FROM idempotency_keys WHERE account_id = ? AND key = ?`,
    )
    .get(accountId, key)
  if (found === undefined) return null
  const row = keyRow.parse(found)
  if (row.outcome === 'buried') return { outcome: 'buried' }
  const { outcome, fingerprint, order_id: orderId, code, message } = row
  if (fingerprint === null) throw new Error('a key without a fingerprint')
  if (outcome === 'order' && orderId !== null) return { outcome, fingerprint, orderId }
  if (code === null || message === null) throw new Error('a key without an outcome')
  return { outcome: 'refused', fingerprint, refusal: new ExchangeError(toErrorCode(code), message) }
}

/** True when `key` was voided. */
export function isBuried(db: DatabaseSync, accountId: string, key: string): boolean {
  return findKey(db, accountId, key)?.outcome === 'buried'
}

interface KeyUse {
  accountId: string
  key: string
  fingerprint: string
  /** Epoch milliseconds. */
  now: number
}

/** Records that `key` made an order. Fails when the key is known: the table's primary key is the last line. */
export function storeOrderKey(db: DatabaseSync, use: KeyUse, orderId: number): void {
  db.prepare(
    `INSERT INTO idempotency_keys (account_id, key, outcome, fingerprint, order_id, created_at)
     VALUES (?, ?, 'order', ?, ?, ?)`,
  ).run(use.accountId, use.key, use.fingerprint, orderId, use.now)
}

/** Records that `key` was refused, with the answer that a repeat will get. */
export function storeRefusedKey(db: DatabaseSync, use: KeyUse, refusal: ExchangeError): void {
  db.prepare(
    `INSERT INTO idempotency_keys (account_id, key, outcome, fingerprint, code, message, created_at)
     VALUES (?, ?, 'refused', ?, ?, ?, ?)`,
  ).run(use.accountId, use.key, use.fingerprint, refusal.code, refusal.message, use.now)
}

/** Buries `key` for good, whatever refusal it had. Only for keys without an order. */
export function buryKey(db: DatabaseSync, accountId: string, key: string, now: number): void {
  db.prepare(
    `INSERT INTO idempotency_keys (account_id, key, outcome, created_at) VALUES (?, ?, 'buried', ?)
     ON CONFLICT (account_id, key) DO UPDATE SET outcome = 'buried', fingerprint = NULL, code = NULL, message = NULL`,
  ).run(accountId, key, now)
}
