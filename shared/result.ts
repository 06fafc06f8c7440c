// How an answer crosses a seam: as a value that is either ok or a typed error. Nothing is thrown across the bridge.

import { asText, describeReason, type Reason } from './reasons/reason.ts'

/** Every error code that can reach the renderer. A code is stable; what it means in each case is its reason. */
export const ERROR_CODES = [
  'BAD_INPUT',
  'TOO_LARGE',
  'RATE_LIMITED',
  'UNKNOWN_OPERATION',
  'FORBIDDEN_SENDER',
  'NOT_FOUND',
  'NOT_EDITABLE',
  'NOT_ALLOWED',
  'NOT_CONFIRMED',
  'IN_USE',
  'DRAFT_NOT_FOUND',
  'KEY_REUSED',
  'MODE_CHANGED',
  'NO_MARKET',
  'MARKET_NEEDED',
  'LISTING_UNCONFIRMED',
  'MARKET_CLOSED',
  'STEP',
  'SIZE_LIMIT',
  'PRICE_UNKNOWN',
  'PRICE_MOVED',
  'PRICE_FAR',
  'STOP_PRICE',
  'ONE_CLICK_OFF',
  'RULE_BREACH',
  'SHARE_UNKNOWN',
  'INSUFFICIENT_FUNDS',
  'UNKNOWN_ORDER_FIRST',
  'HALTED',
  'NOT_CANCELABLE',
  'VENUE_UNREACHABLE',
  'GATEWAY_KEY_CHANGED',
  'KEYCHAIN_LOCKED',
  'KEYCHAIN_UNREACHABLE',
  'KEYCHAIN_MISSING',
  'KEYCHAIN_MISMATCH',
  'NO_VAULT',
  'VAULT_EXISTS',
  'VAULT_LOCKED',
  'VAULT_DAMAGED',
  'PASSPHRASE_NEEDED',
  'WRONG_PASSPHRASE',
  'WEAK_PASSPHRASE',
  'TRY_LATER',
  'PROFILE_CHECKING',
  'BAD_KEY_FORM',
  'NO_TEST_ENVIRONMENT',
  'KEY_REFUSED',
  'KEY_NOT_CHECKED',
  'OTHER_ACCOUNT',
  'KEY_TOO_POWERFUL',
  'KEY_UNAVAILABLE',
  'BACKUP_INVALID',
  'ANOTHER_VAULT',
  'FILE_EXISTS',
  'FILE_NOT_USABLE',
  'STORAGE_FAILED',
  'PROFILE_IN_USE',
  'PROFILE_TOO_NEW',
  'PROFILE_DAMAGED',
  'PROFILE_MISSING',
  'CLOSED',
  'INTERNAL',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export interface ErrorValue {
  code: ErrorCode
  /** English, for callers other than the page: made of the reason where an answer leaves the backend. */
  message: string
  /** What the page says in its own language; absent only where no backend has answered. */
  reason?: Reason | undefined
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorValue }

/**
 * An expected failure: a code, and a reason that says what happened and what to do. Thrown inside the backend, turned into a
 * `Result` by the router, and thrown again by the renderer's `api.ts`. Its `message` is for logs. A text in place of a reason
 * is shown as it is, in no other language.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly reason: Reason

  constructor(code: ErrorCode, why: Reason | string, options?: ErrorOptions) {
    const reason = typeof why === 'string' ? asText(why) : why
    super(describeReason(reason), options)
    this.code = code
    this.reason = reason
  }

  /** As it crosses a seam. */
  toValue(): ErrorValue {
    const { code, message, reason } = this
    return { code, message, reason }
  }
}

/** The error that crossed a seam. */
export function toAppError({ code, message, reason }: ErrorValue): AppError {
  return new AppError(code, reason ?? message)
}
