// Whether an order could go out at an opening: each of what it needs, from what is known now. Pure; nothing is asked.

import type { Account } from '../../../shared/accounts.ts'
import type { VenueState } from '../../../shared/app.ts'
import { compare, type Decimal, toPlaces } from '../../../shared/decimal.ts'
import type { ListingMatch, PreflightItem } from '../../../shared/markets/listing.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'

/** Balances and answers older than this say nothing of an opening, milliseconds. */
export const TOO_OLD_MS = 10 * 60_000
/** An order is dated; most exchanges refuse one that is some seconds off. */
const CLOCK_OFF_MS = 2_000

type Item = Omit<PreflightItem, 'check'>

const ok = (why: Reason): Item => ({ state: 'ok', reason: why, action: null })
const attention = (why: Reason, action: PreflightItem['action']): Item => ({ state: 'attention', reason: why, action })
const unknown = (why: Reason, action: PreflightItem['action']): Item => ({ state: 'unknown', reason: why, action })

/** The vault of an account that needs one. */
export function vaultItem(account: Pick<Account, 'key' | 'venue'>, isOpen: boolean): Item {
  if (account.key === null && account.venue === 'practice') return ok(reason('PREFLIGHT_NO_VAULT_NEEDED'))
  return isOpen ? ok(reason('PREFLIGHT_VAULT_OPEN')) : attention(reason('PREFLIGHT_VAULT_LOCKED'), 'unlock-vault')
}

/** The key: there, confirmed, not leaked, and taken by the exchange when it was asked last. */
export function keyItem({ key, leak, venue }: Pick<Account, 'key' | 'leak' | 'venue'>): Item {
  if (key === null) {
    return venue === 'practice'
      ? ok(reason('PREFLIGHT_NO_VAULT_NEEDED'))
      : attention(reason('PREFLIGHT_NO_KEY'), 'replace-key')
  }
  if (leak !== null) return attention(reason('PREFLIGHT_KEY_LEAKED'), 'replace-key')
  if (!key.isConfirmed) return attention(reason('PREFLIGHT_KEY_UNCONFIRMED'), 'confirm-key')
  if (key.check?.state === 'refused') return attention(reason('PREFLIGHT_KEY_REFUSED'), 'replace-key')
  const acceptedAt = key.check?.acceptedAt ?? (key.check?.state === 'accepted' ? key.check.at : null)
  return acceptedAt === null
    ? unknown(reason('PREFLIGHT_KEY_UNCHECKED'), 'check-key')
    : ok(reason('PREFLIGHT_KEY_ACCEPTED', { at: acceptedAt }))
}

/** `free: null` where nothing is known; `wanted` in the same asset, `null` where that cannot be told. */
export function balanceItem(asset: string, free: Decimal | null, wanted: Decimal | null, ageMs: number | null): Item {
  if (free === null || ageMs === null || ageMs > TOO_OLD_MS) {
    return unknown(reason('PREFLIGHT_BALANCE_UNKNOWN'), 'open-account')
  }
  const isLow = compare(free, '0') <= 0 || (wanted !== null && compare(free, wanted) < 0)
  if (!isLow) return ok(reason('PREFLIGHT_BALANCE', { free, asset }))
  return attention(reason('PREFLIGHT_BALANCE_LOW', { free, asset, wanted: wanted ?? '0' }), 'fund-account')
}

/** `match: null` while the exchange lists no such market. */
export function marketItem(market: string, match: ListingMatch | null): Item {
  if (match === null) return unknown(reason('PREFLIGHT_MARKET_NOT_LISTED', { market }), 'wait')
  if (match === 'ticker') return attention(reason('PREFLIGHT_MARKET_UNCONFIRMED', { market }), 'confirm-market')
  if (match === 'refused') return attention(reason('PREFLIGHT_MARKET_REFUSED', { market }), 'confirm-market')
  return ok(reason('PREFLIGHT_MARKET_KNOWN', { market, match }))
}

/** The share that is held, and the limit of the coin; `limit: null` where none holds. */
export function limitItem(limit: Decimal | null, share: Decimal | null): Item {
  if (limit === null) return ok(reason('PREFLIGHT_NO_LIMIT'))
  if (share === null) return unknown(reason('PREFLIGHT_SHARE_UNKNOWN'), 'open-account')
  return compare(share, limit) < 0
    ? ok(reason('PREFLIGHT_ROOM', { share, limit }))
    : attention(reason('PREFLIGHT_NO_ROOM', { share, limit }), 'reduce-holding')
}

export const sendingItem = (isHalted: boolean): Item =>
  isHalted ? attention(reason('PREFLIGHT_HALTED'), 'resume-sending') : ok(reason('PREFLIGHT_SENDING'))

/** `offsetMs`: of this machine's clock to the exchange's. */
export function clockItem(offsetMs: number | null): Item {
  if (offsetMs === null) return unknown(reason('PREFLIGHT_CLOCK_UNKNOWN'), 'open-account')
  const off = Math.abs(offsetMs)
  const seconds = toPlaces((Math.max(off, 100) / 1_000).toFixed(1), 1)
  return off <= CLOCK_OFF_MS
    ? ok(reason('PREFLIGHT_CLOCK', { seconds }))
    : attention(reason('PREFLIGHT_CLOCK_OFF', { seconds }), 'set-clock')
}

/** How the exchange answered this account last. */
export function connectionItem(state: VenueState, lastAnswerAt: string | null, ageMs: number | null): Item {
  if (state === 'unreachable') return attention(reason('PREFLIGHT_SILENT'), 'wait')
  if (lastAnswerAt === null || ageMs === null || ageMs > TOO_OLD_MS) {
    return unknown(reason('PREFLIGHT_NOT_ASKED'), 'open-account')
  }
  return ok(reason('PREFLIGHT_CONNECTED', { at: lastAnswerAt }))
}
