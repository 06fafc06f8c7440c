// What is said of staged orders.

const SIDES = ['buy', 'sell'] as const

export const stagedReasons = {
  NO_SUCH_STAGED: {},
  TOO_MANY_STAGED: { most: 'count' },
  STAGED_BAD_WINDOW: {},
  STAGED_LIMITS_NEEDED: {},
  STAGED_OTHER_EXCHANGE: {},
  STAGED_MARKET_OPEN: { market: 'text' },
  STAGED_IS_OVER: {},
  STAGED_KEY_NOT_READY: {},

  STAGED_TOLD: {},
  STAGED_WINDOW_OVER: {},
  STAGED_NOT_PRESSED: {},
  STAGED_MISSED: {},
  STAGED_LOCKED: {},
  STAGED_HALTED: {},
  STAGED_UNCONFIRMED: { market: 'text' },
  STAGED_WITHDRAWN: { market: 'text' },
  STAGED_INTERRUPTED: {},
  STAGED_RESTORED: {},
  STAGED_OTHER_PLACE: {},
  STAGED_NO_ACCOUNT: {},
  STAGED_OVER_VALUE: { max: 'decimal', asset: 'text' },
  STAGED_VALUE_UNKNOWN: { asset: 'text' },
  STAGED_TOO_SMALL: { step: 'decimal', asset: 'text' },
  STAGED_CANCELED_BEFORE_SENDING: {},
  STAGED_CANCELED_TOO_LATE: {},
  STAGED_ORDER_NOT_PLACED: {},

  STAGED_TELL: { coin: 'text', venue: 'text', market: 'text' },
  STAGED_ASK: { coin: 'text', venue: 'text', market: 'text', side: SIDES },
  STAGED_SENT: { coin: 'text', venue: 'text', market: 'text', side: SIDES },
  STAGED_NOT_SENT: { coin: 'text', venue: 'text', market: 'text', side: SIDES, why: 'reason' },
} as const
