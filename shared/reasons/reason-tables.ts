// Every reason with the kinds of its parameters. Apart from reason.ts, so that the page's first script, which only hands reasons
// on, is loaded without them.

import { accountReasons } from './accounts.ts'
import { auditReasons } from './audit.ts'
import { callReasons } from './calls.ts'
import { coinReasons } from './coins.ts'
import { exchangeReasons } from './exchanges.ts'
import { isInTable } from './kinds.ts'
import { ledgerReasons } from './ledger.ts'
import { listingReasons } from './listings.ts'
import { noticeReasons } from './notices.ts'
import { orderCheckReasons } from './order-checks.ts'
import { orderReasons } from './orders.ts'
import type { Reason } from './reason.ts'
import { sourceReasons } from './sources.ts'
import { stagedReasons } from './staged.ts'
import { storageReasons } from './storage.ts'
import { vaultReasons } from './vault.ts'

const commonReasons = {
  /** A sentence that is none of ours to translate: what an earlier version has stored, or a library has said. */
  TEXT: { text: 'text' },
  /** Of whatever kept an order or a request back. */
  NOTHING_SENT: { why: 'reason' },
} as const

/** Every code with the kinds of its parameters. */
export const REASONS = {
  ...commonReasons,
  ...accountReasons,
  ...auditReasons,
  ...callReasons,
  ...exchangeReasons,
  ...coinReasons,
  ...vaultReasons,
  ...sourceReasons,
  ...storageReasons,
  ...ledgerReasons,
  ...listingReasons,
  ...stagedReasons,
  ...noticeReasons,
  ...orderReasons,
  ...orderCheckReasons,
} as const

/** The tables that it is made of; a test holds that no code stands in two. */
export const REASON_TABLES = [
  commonReasons,
  accountReasons,
  auditReasons,
  callReasons,
  coinReasons,
  exchangeReasons,
  ledgerReasons,
  listingReasons,
  noticeReasons,
  orderReasons,
  orderCheckReasons,
  sourceReasons,
  stagedReasons,
  storageReasons,
  vaultReasons,
] as const

/** Whether it is a reason that this version knows, with exactly the parameters that belong to its code. */
export function isReason(value: unknown): value is Reason {
  return isInTable(REASONS, value)
}
