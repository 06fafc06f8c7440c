// An account as the page sees it, put together from its rows; no secret is in any of them.

import type { Account, AccountKey, KeyReference } from '../../../shared/accounts.ts'
import type { AccountRow, KeyRow } from '../../ports/accounts.ts'
import { ageOf, daysSince } from './key-age.ts'

export const roleOf = (keys: readonly KeyRow[], role: KeyRow['role']): KeyRow | null =>
  keys.find((key) => key.role === role) ?? null

/** @param now milliseconds since 1970 */
export function toAccount(
  row: AccountRow,
  keys: readonly KeyRow[],
  now: number,
  oneClick: Account['oneClick'],
  isConfirmed: (reference: KeyReference) => boolean,
): Account {
  const current = roleOf(keys, 'current')
  return {
    accountId: row.accountId,
    venue: row.venue,
    environment: row.environment,
    label: row.label,
    venueAccountId: row.venueAccount,
    keyEnd: current?.keyEnd ?? null,
    key: current === null ? null : toKey(current, now, isConfirmed),
    rotation: rotationOf(keys),
    leak: row.leak,
    oneClick,
  }
}

function toKey(key: KeyRow, now: number, isConfirmed: (reference: KeyReference) => boolean): AccountKey {
  const ageDays = daysSince(key.addedAt, now)
  return {
    source: key.source,
    isConfirmed: key.reference === null || isConfirmed(key.reference),
    addedAt: key.addedAt,
    ageDays,
    age: ageOf(ageDays),
    lastUsedAt: key.lastUsedAt,
    check: key.check,
  }
}

function rotationOf(keys: readonly KeyRow[]): Account['rotation'] {
  const next = roleOf(keys, 'next')
  if (next !== null) {
    const { check, keyEnd, addedAt: startedAt } = next
    return { stage: check === null ? 'verifying' : 'unverified', keyEnd, startedAt, check }
  }
  const old = roleOf(keys, 'old')
  return old === null ? null : { stage: 'switched', keyEnd: old.keyEnd, startedAt: old.addedAt, check: old.check }
}
