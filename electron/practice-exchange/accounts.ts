// Accounts, their Ed25519 public keys, and the nonces that each key has used.

import { timingSafeEqual } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { toIso } from './clock.ts'
import type { Exchange } from './exchange.ts'
import { transaction } from './ledger.ts'
import { changeBalance } from './trading/balances.ts'
import { QUOTE_ASSET } from './trading/markets.ts'
import { fromBase64Url } from './wire/encoding.ts'
import { ExchangeError } from './wire/errors.ts'

/** What every new account is given, in the quote currency. */
const OPENING_BALANCE = '10000'

/** The spelling of account and key ids. */
export const ID_PATTERN = /^[a-z0-9-]{1,64}$/

const accountRow = z.object({ created_at: z.number() })
const countRow = z.object({ n: z.number() })
const keyRow = z.object({ public_key: z.string() })

const newKey = z.strictObject({
  keyId: z.string().regex(ID_PATTERN),
  publicKey: z.string().refine((text) => fromBase64Url(text)?.length === 32),
  registration: z.string().max(100).optional(),
})

/** More are no trader's. */
const MAX_ACCOUNTS = 1_000

/**
 * Registers a public key for an account and creates the account when it is new. Repeating it changes nothing. Throws
 * `BAD_REQUEST` for a malformed body and for another key under a key id that is taken.
 */
export function registerKey(
  { db, clock, registration: wanted }: Pick<Exchange, 'db' | 'clock' | 'registration'>,
  accountId: string,
  body: unknown,
): { accountId: string; createdAt: string } {
  const now = clock.now()
  const parsed = newKey.safeParse(body)
  if (!parsed.success) throw new ExchangeError('BAD_REQUEST', 'expected a key id and a 32-byte public key')
  const { keyId, publicKey, registration = '' } = parsed.data
  if (wanted !== null && !isSame(registration, wanted)) {
    throw new ExchangeError('KEY_UNKNOWN', 'this exchange belongs to another program')
  }
  return transaction(db, () => {
    const created = db
      .prepare('INSERT INTO accounts (account_id, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING')
      .run(accountId, now)
    if (created.changes === 1 && countOf(db) > MAX_ACCOUNTS) {
      throw new ExchangeError('BAD_REQUEST', 'this exchange takes no more accounts')
    }
    if (created.changes === 1) changeBalance(db, accountId, QUOTE_ASSET, OPENING_BALANCE, '0')
    const known = findPublicKey(db, accountId, keyId)
    if (known !== null && known !== publicKey) {
      throw new ExchangeError('BAD_REQUEST', 'this key id belongs to another key')
    }
    if (known === null) {
      db.prepare('INSERT INTO account_keys (account_id, key_id, public_key) VALUES (?, ?, ?)').run(
        accountId,
        keyId,
        publicKey,
      )
    }
    const row = db.prepare('SELECT created_at FROM accounts WHERE account_id = ?').get(accountId)
    return { accountId, createdAt: toIso(accountRow.parse(row).created_at) }
  })
}

const countOf = (db: DatabaseSync): number => countRow.parse(db.prepare('SELECT count(*) AS n FROM accounts').get()).n

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The registered public key as base64url, or `null`. */
export function findPublicKey(db: DatabaseSync, accountId: string, keyId: string): string | null {
  const row = db
    .prepare('SELECT public_key FROM account_keys WHERE account_id = ? AND key_id = ?')
    .get(accountId, keyId)
  return row === undefined ? null : keyRow.parse(row).public_key
}

/**
 * Marks a nonce as used, on disk, until `expiresAt` (epoch milliseconds). Throws `NONCE_REUSED` when it was used.
 * Nonces of expired requests are forgotten: those requests are refused for their age.
 */
export function spendNonce(
  db: DatabaseSync,
  signer: { accountId: string; keyId: string; nonce: string; expiresAt: number },
  now: number,
): void {
  transaction(db, () => {
    db.prepare('DELETE FROM nonces WHERE expires_at <= ?').run(now)
    const { changes } = db
      .prepare('INSERT INTO nonces (account_id, key_id, nonce, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(signer.accountId, signer.keyId, signer.nonce, signer.expiresAt)
    if (changes === 0) throw new ExchangeError('NONCE_REUSED', 'this request was received before')
  })
}
