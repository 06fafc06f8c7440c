// What the backend has to say, as data: a code and its parameters. The words of each code stand in renderer/messages/ alone.
// Codes are stored, so one that was released is never renamed and never loses or gains a parameter.

import { accountReasons } from './accounts.ts'
import { auditReasons } from './audit.ts'
import { callReasons } from './calls.ts'
import { coinReasons } from './coins.ts'
import { exchangeReasons } from './exchanges.ts'
import { isInTable, type ParamOf } from './kinds.ts'
import { ledgerReasons } from './ledger.ts'
import { listingReasons } from './listings.ts'
import { noticeReasons } from './notices.ts'
import { orderCheckReasons } from './order-checks.ts'
import { orderReasons } from './orders.ts'
import { sourceReasons } from './sources.ts'
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
  storageReasons,
  vaultReasons,
] as const

type Reasons = typeof REASONS
export type ReasonCode = keyof Reasons
export type ReasonParams<C extends ReasonCode> = { readonly [P in keyof Reasons[C]]: ParamOf<Reasons[C][P]> }
export type Reason = { [C in ReasonCode]: { readonly code: C; readonly params: ReasonParams<C> } }[ReasonCode]

/** Codes that say it all. */
type Bare = { [C in ReasonCode]: keyof Reasons[C] extends never ? C : never }[ReasonCode]

/** A code with its parameters. */
export function reason(code: Bare): Reason
export function reason<C extends ReasonCode>(code: C, params: ReasonParams<C>): Reason
export function reason(code: ReasonCode, params: object = {}): Reason {
  return { code, params } as Reason
}

/** A sentence as it was said, by an earlier version or by somebody else. */
export const asText = (text: string): Reason => reason('TEXT', { text })

/** The same, and what it means for a request: none has left. */
export const nothingSent = (why: Reason): Reason => reason('NOTHING_SENT', { why })

/** Whether it is a reason that this version knows, with exactly the parameters that belong to its code. */
export function isReason(value: unknown): value is Reason {
  return isInTable(REASONS, value)
}

/** For logs: the code and its parameters, in no language. */
export function describeReason({ code, params }: Reason): string {
  if (code === 'TEXT') return params.text
  return Object.keys(params).length === 0 ? code : `${code} ${JSON.stringify(params)}`
}

/** Whether two say the same. */
export function isSameReason(one: Reason | null, other: Reason | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
