// English of an exchange: how it was reached, what it did not tell, what it is not sent, and how it ended an order.

import type { Ending, exchangeReasons, RequestField } from '../../../shared/reasons/exchanges.ts'
import { count } from './en-count.ts'
import { asSentence } from './sentences.ts'
import type { WordsOf } from './words.ts'

/** Where an exchange is asked for an order. */
export const PLACE = { id: 'lookup by key', open: 'open orders', history: 'order history', trades: 'trades' } as const
const READ = {
  prices: 'its prices',
  'open-orders': 'its open orders',
  book: 'the order book',
  balances: 'your balances',
} as const

const FIELDS: Readonly<Partial<Record<RequestField, string>>> = {
  'stop-price': 'stop price',
  'time-in-force': 'time in force',
  'amount-unit': 'amount unit',
  'order-kind': 'order kind',
  'answer-kind': 'response type',
  'body-kind': 'body type',
  'key-proof': 'key signature',
}

const ALL_OF = new Intl.ListFormat('en-US', { type: 'conjunction' })

/** `price and stop price`. */
export const fieldNames = (fields: readonly RequestField[]): string =>
  ALL_OF.format(fields.map((field) => FIELDS[field] ?? field))

const ENDINGS: Record<Ending, string> = {
  'nothing-to-trade-with': 'no liquidity to fill right away',
  'not-enough-to-trade-with': 'not enough liquidity',
  'not-whole': 'couldn’t be fully filled',
  'post-only-would-trade': 'post-only order would have filled right away',
  'self-trade': 'would have traded against your own order',
  'market-not-taking': 'market isn’t taking this order now',
  'price-limit': 'price is beyond the limit',
  'price-limit-moved': 'price moved beyond the limit',
  'too-many-matches': 'would have matched too many orders',
  'rest-worthless': 'remainder too small',
  'on-request': 'canceled on request',
  'by-exchange': 'canceled by the exchange',
  'by-its-system': 'canceled by its system',
  delisted: 'market delisted',
  'connection-lost': 'connection lost',
  'not-all-at-once': 'fill-or-kill order couldn’t be fully filled',
  'cancel-timer': 'canceled by a cancel-all timer',
  spread: 'spread too wide',
  'balance-converted': 'balance used for an automatic conversion',
}

const SEALINGS = { classic: 'X25519', 'post-quantum': 'X25519 and ML-KEM-768' } as const

const inBrackets = (text: string | null) => (text === null ? '' : ` (${text})`)
const operator = (fingerprint: string) => `Nothing was sent. Ask the operator whether ${fingerprint} is right.`
const UNTRUSTED = 'Orders to this exchange are blocked.'

export const exchangeWords: WordsOf<keyof typeof exchangeReasons> = {
  NO_ADDRESS: 'That isn’t a valid address. Nothing was sent.',
  NOT_ENCRYPTED: 'Unencrypted connections are allowed only on this computer. Nothing was sent.',
  OTHER_HOST: 'The request was for a different host. Nothing was sent.',
  REQUEST_NOT_BUILT: ({ system }) => `Couldn’t build the request${inBrackets(system)}. Nothing was sent.`,
  NOT_REACHED: ({ system }) => `Couldn’t connect to the exchange${inBrackets(system)}. Nothing was sent.`,
  NO_ANSWER_IN_TIME: ({ seconds }) => `No answer within ${count(seconds, { one: 'second', other: 'seconds' })}.`,
  CONNECTION_BROKE: ({ system }) => `The connection dropped before the full answer arrived${inBrackets(system)}.`,
  CONNECTION_BROKE_WITHIN: 'The connection dropped during the answer.',
  OTHER_PROTOCOL: 'The exchange answered in an unexpected protocol.',
  ANSWER_TOO_LARGE: 'The answer was too large.',
  ANSWER_UNREADABLE: ({ status }) => `Couldn’t read the answer (status ${status}).`,
  ANSWER_OF_OTHER_ORDER: 'The exchange’s answer is about a different order.',
  EXCHANGE_RESTS: ({ until }) => `Rate-limited by the exchange until ${until.slice(11, 19)} UTC. Nothing was sent.`,
  ASKED_TOO_OFTEN: 'Too many requests to the exchange. Nothing was sent; try again in a few seconds.',

  STOPPED_BEFORE_SENDING: 'Stopped in time. Nothing was sent.',
  SENT_TOO_LATE: 'Sending took too long. Nothing was sent.',
  NO_SUCH_REQUEST: 'Prelist doesn’t place this kind of order on this exchange. Nothing was sent.',
  NO_ORDER_ID: 'The order has no ID yet. Nothing was sent.',
  SECOND_REQUEST: ({ what }) => `A second request for this ${what} was blocked. It wasn’t sent.`,
  REQUEST_UNREADABLE: ({ what }) => `Couldn’t verify the request for the ${what}. Nothing was sent.`,
  REQUEST_DIFFERS: ({ what, fields }) =>
    `The request had a different ${fieldNames(fields)} than the ${what}. Nothing was sent.`,
  REQUEST_HOLDS_MORE: ({ what, names }) =>
    `The request had unexpected fields for the ${what}: ${names.join(', ')}. Nothing was sent.`,
  CANCELS_OTHER_ORDER: 'The request would have canceled a different order. Nothing was sent.',
  CANCEL_NEEDS_ID: 'This exchange needs its own order ID to cancel, and we don’t have it yet.',
  ORDER_NOT_BUILT: 'Couldn’t build the order request. Nothing was sent.',

  EXCHANGE_NOT_ASKED: 'No answer from the exchange.',
  TIME_UNTOLD: 'The exchange didn’t report its time.',
  MARKETS_UNTOLD: 'The exchange didn’t list its markets.',
  LISTING_UNTOLD: 'The exchange didn’t say whether it still lists this market.',
  MARKET_GONE: ({ market }) => `The exchange no longer lists ${market} and doesn’t report this order’s status.`,
  PLACE_UNANSWERED: ({ leg }) => `No answer from the exchange about ${PLACE[leg]}.`,
  PLACE_TOO_LONG: ({ leg }) => `Too many results to search: ${PLACE[leg]}.`,
  PLACE_UNREADABLE: ({ leg }) => `Couldn’t read the exchange’s answer about ${PLACE[leg]}.`,
  ORDER_UNREADABLE: ({ leg }) => `The exchange shows the order under ${PLACE[leg]}, but its details couldn’t be read.`,
  READ_UNANSWERED: ({ what }) => `The exchange didn’t return ${READ[what]}.`,

  KEY_REFUSED_BY_EXCHANGE: ({ words }) => `The exchange rejects the key: ${asSentence(words)}`,
  VAULT_LOCKED_FOR_EXCHANGE: 'The vault is locked. Unlock it to reach this exchange.',
  VAULT_LOCKED_MEANWHILE: 'The vault was locked. Nothing was sent.',
  VAULT_ENDED_MEANWHILE: 'The vault was locked or its process ended before the exchange answered.',
  KEY_NOT_USED: 'The key couldn’t be used.',

  EXCHANGE_ENDED: ({ code, words }) => {
    const said = words ?? code
    if (said === null) return 'The exchange gave no reason.'
    return asSentence(`The exchange says: ${said}${code === null || code === said ? '' : ` (${code})`}`)
  },
  EXCHANGE_ENDED_AS: ({ code, as }) => `The exchange says: ${ENDINGS[as]} (${code}).`,

  GATEWAY_NOT_REACHED: 'Couldn’t connect to the exchange.',
  GATEWAY_ANSWERED: ({ status, code }) => `The exchange answered ${status}${code === null ? '' : ` ${code}`}.`,
  GATEWAY_NO_SEALING_KEY: ({ sealing }) =>
    `The exchange has no key for ${SEALINGS[sealing]} encryption. Nothing was sent.`,
  GATEWAY_OTHER_IDENTITY: ({ fingerprint }) => `The exchange shows an unknown identity. ${operator(fingerprint)}`,
  GATEWAY_OLDER_KEYS: ({ fingerprint }) => `The exchange shows older keys than before. ${operator(fingerprint)}`,
  GATEWAY_KEYS_OF_OTHER_ENVIRONMENT: ({ environment }) => `${UNTRUSTED} Its keys are for ${environment}.`,
  GATEWAY_KEYS_NOT_SIGNED: `${UNTRUSTED} Its key list has no valid signature.`,
  GATEWAY_KEY_ID_TWICE: `${UNTRUSTED} Two of its keys have the same ID.`,
  GATEWAY_IDENTITY_NOT_SHOWN: 'The exchange hasn’t shown this identity.',
  PRACTICE_UNAVAILABLE: 'Couldn’t start the practice exchange.',
  ACCOUNT_REPLACED: 'This account was just replaced. Try again.',
  GATEWAY_CANNOT_VOID: 'This exchange can’t void an order key.',
}
