// What is said of an exchange: how it was reached, what it did not tell, what it is not sent, and how it ended an order.

import { LOOKUP_SOURCES } from '../venues/record.ts'

const WRITTEN = ['order', 'cancel'] as const

/** What the fields of a request mean to the trader. */
export const REQUEST_FIELDS = [
  'way',
  'key',
  'market',
  'side',
  'type',
  'amount',
  'price',
  'stop-price',
  'time-in-force',
  'amount-unit',
  'order-kind',
  'answer-kind',
  'body-kind',
  'key-proof',
  'program',
  'validity',
  'account',
  'environment',
  'id',
  'number',
  'time',
] as const
export type RequestField = (typeof REQUEST_FIELDS)[number]

/** What a code means with which an exchange has ended an order. */
export const ENDINGS = [
  'nothing-to-trade-with',
  'not-enough-to-trade-with',
  'not-whole',
  'post-only-would-trade',
  'self-trade',
  'market-not-taking',
  'price-limit',
  'price-limit-moved',
  'too-many-matches',
  'rest-worthless',
  'on-request',
  'by-exchange',
  'by-its-system',
  'delisted',
  'connection-lost',
  'not-all-at-once',
  'cancel-timer',
  'spread',
  'balance-converted',
] as const
export type Ending = (typeof ENDINGS)[number]

export const exchangeReasons = {
  NO_ADDRESS: {},
  NOT_ENCRYPTED: {},
  OTHER_HOST: {},
  REQUEST_NOT_BUILT: { system: 'text?' },
  NOT_REACHED: { system: 'text?' },
  NO_ANSWER_IN_TIME: { seconds: 'count' },
  CONNECTION_BROKE: { system: 'text?' },
  CONNECTION_BROKE_WITHIN: {},
  OTHER_PROTOCOL: {},
  ANSWER_TOO_LARGE: {},
  ANSWER_UNREADABLE: { status: 'count' },
  ANSWER_OF_OTHER_ORDER: {},
  EXCHANGE_RESTS: { until: 'time' },
  ASKED_TOO_OFTEN: {},

  STOPPED_BEFORE_SENDING: {},
  SENT_TOO_LATE: {},
  NO_SUCH_REQUEST: {},
  NO_ORDER_ID: {},
  SECOND_REQUEST: { what: WRITTEN },
  REQUEST_UNREADABLE: { what: WRITTEN },
  REQUEST_DIFFERS: { what: WRITTEN, fields: { each: REQUEST_FIELDS } },
  REQUEST_HOLDS_MORE: { what: WRITTEN, names: 'texts' },
  CANCELS_OTHER_ORDER: {},
  CANCEL_NEEDS_ID: {},
  ORDER_NOT_BUILT: {},

  EXCHANGE_NOT_ASKED: {},
  TIME_UNTOLD: {},
  MARKETS_UNTOLD: {},
  LISTING_UNTOLD: {},
  MARKET_GONE: { market: 'text' },
  PLACE_UNANSWERED: { leg: LOOKUP_SOURCES },
  PLACE_TOO_LONG: { leg: LOOKUP_SOURCES },
  PLACE_UNREADABLE: { leg: LOOKUP_SOURCES },
  ORDER_UNREADABLE: { leg: LOOKUP_SOURCES },
  READ_UNANSWERED: { what: ['prices', 'open-orders', 'book', 'balances'] },

  KEY_REFUSED_BY_EXCHANGE: { words: 'text' },
  VAULT_LOCKED_FOR_EXCHANGE: {},
  VAULT_LOCKED_MEANWHILE: {},
  VAULT_ENDED_MEANWHILE: {},
  KEY_NOT_USED: {},

  EXCHANGE_ENDED: { code: 'text?', words: 'text?' },
  EXCHANGE_ENDED_AS: { code: 'text', as: ENDINGS },

  GATEWAY_NOT_REACHED: {},
  GATEWAY_ANSWERED: { status: 'count', code: 'text?' },
  GATEWAY_NO_SEALING_KEY: { sealing: ['classic', 'post-quantum'] },
  GATEWAY_OTHER_IDENTITY: { fingerprint: 'text' },
  GATEWAY_OLDER_KEYS: { fingerprint: 'text' },
  GATEWAY_KEYS_OF_OTHER_ENVIRONMENT: { environment: 'text' },
  GATEWAY_KEYS_NOT_SIGNED: {},
  GATEWAY_KEY_ID_TWICE: {},
  GATEWAY_IDENTITY_NOT_SHOWN: {},
  PRACTICE_UNAVAILABLE: {},
  ACCOUNT_REPLACED: {},
  GATEWAY_CANNOT_VOID: {},
} as const
