// Why an order is in the state that it is in, what came of each attempt, and how far a search for it is.

import { LOOKUP_SOURCES } from '../venues/record.ts'
import { REQUEST_FIELDS } from './exchanges.ts'

export const orderReasons = {
  LOOK_TOO_OLD: {},
  LOOK_NONE: {},
  CANCELED_BEFORE_SENDING: {},
  HALTED_BEFORE_SENDING: {},
  VAULT_LOCKED_BEFORE_SENDING: {},
  CLICK_ENDED_BEFORE_SENDING: {},
  ATTEMPT_NOT_SAVED: {},
  STANDS_ALREADY: {},

  /** The exchange's own words, and nothing else. */
  EXCHANGE_SAID: { words: 'text' },
  /** A refusal that is listed: the exchange's code and its words. */
  EXCHANGE_REFUSED: { code: 'text', words: 'text' },
  ANSWER_LOST: {},
  ANSWER_UNCLEAR: { words: 'text' },
  ANSWER_SETTLES_NOTHING: { status: 'count', code: 'text?' },
  ANSWER_NOT_SAVED: {},
  ANSWER_LATE: { why: 'reason?' },
  KEY_KNOWN_THERE: {},
  OTHER_TERMS: { fields: { each: REQUEST_FIELDS } },
  CANCEL_ANSWERED: { words: 'text' },
  DIED_BEFORE_SENDING: {},
  DIED_BEFORE_ANSWER: {},
  RESTORED_UNSENT: {},

  NEVER_PLACED: { words: 'text?' },
  JUDGED_NOT_PLACED: {},
  NOT_TOLD: {},
  /** Why the exchange tells nothing of it any more. */
  LOOK_YOURSELF: { why: 'reason' },
  TWO_ORDERS_OF_KEY: { ids: 'texts' },
  TRADE_OF_UNKNOWN_ORDER: { orderId: 'text' },
  PLACE_NOT_ASKED: { leg: LOOKUP_SOURCES },

  NO_SUCH_ORDER: {},
  NO_SUCH_PLACE: {},
  ORDER_OVER: { status: 'status' },
  NOTHING_TO_DECIDE: {},
  OPEN_ORDERS_UNTOLD: {},

  OUTCOME_NOT_SAVED: {},
  LATE_ORDER: { market: 'text', status: 'status' },
  ORDER_OF_LOST_LEDGER: { accounts: 'texts' },
} as const
