// Every error the exchange answers with, and the HTTP status that belongs to it.

const STATUS = {
  BAD_REQUEST: 400,
  CANNOT_OPEN: 400,
  IDEMPOTENCY_KEY_MISSING: 400,
  KEY_UNKNOWN: 401,
  NONCE_REUSED: 401,
  REQUEST_EXPIRED: 401,
  SIGNATURE_INVALID: 401,
  NOT_FOUND: 404,
  ORDER_NOT_FOUND: 404,
  IN_FLIGHT: 409,
  KEY_BURIED: 410,
  TOO_LARGE: 413,
  IDEMPOTENCY_KEY_REUSED: 422,
  INSUFFICIENT_FUNDS: 422,
  LIMIT_ONLY: 422,
  MARKET_NOT_TRADING: 422,
  MARKET_UNKNOWN: 422,
  MAX_AMOUNT: 422,
  MIN_AMOUNT: 422,
  MIN_NOTIONAL: 422,
  POST_ONLY_WOULD_CROSS: 422,
  STEP: 422,
  TICK: 422,
  INTERNAL: 500,
} as const

export type ExchangeErrorCode = keyof typeof STATUS

/** A refusal in the protocol's words. Anything else that is thrown becomes a bare 500. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError'
  readonly code: ExchangeErrorCode

  constructor(code: ExchangeErrorCode, message: string) {
    super(message)
    this.code = code
  }

  get status(): number {
    return STATUS[this.code]
  }
}

/** `code` as read back from the ledger; throws `RangeError` for one that this version does not know. */
export function toErrorCode(code: string): ExchangeErrorCode {
  if (!Object.hasOwn(STATUS, code)) throw new RangeError(`unknown error code ${code}`)
  return code as ExchangeErrorCode
}
