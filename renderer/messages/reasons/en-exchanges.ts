// English of an exchange: how it was reached, what it did not tell, what it is not sent, and how it ended an order.

import type { Ending, exchangeReasons, RequestField } from '../../../shared/reasons/exchanges.ts'
import { count } from './en-figures.ts'
import type { WordsOf } from './words.ts'

/** Where an exchange is asked for an order. */
export const PLACE = { id: 'look-up by key', open: 'open orders', history: 'order history', trades: 'trades' } as const
const READ = {
  prices: 'its prices',
  'open-orders': 'its open orders',
  book: 'the order book',
  balances: 'your balances',
} as const

const FIELDS: Readonly<Partial<Record<RequestField, string>>> = {
  'stop-price': 'stop price',
  'time-in-force': 'time in force',
  'amount-unit': 'unit of the amount',
  'order-kind': 'kind of order',
  'answer-kind': 'kind of answer',
  'body-kind': 'kind of body',
  'key-proof': 'proof of the key',
}

const ALL_OF = new Intl.ListFormat('en-US', { type: 'conjunction' })

/** `price and stop price`. */
export const fieldNames = (fields: readonly RequestField[]): string =>
  ALL_OF.format(fields.map((field) => FIELDS[field] ?? field))

const ENDINGS: Record<Ending, string> = {
  'nothing-to-trade-with': 'nothing in the book to trade with at once',
  'not-enough-to-trade-with': 'not enough in the book to trade with',
  'not-whole': 'it could not be filled whole',
  'post-only-would-trade': 'post-only, and it would have traded at once',
  'self-trade': 'it would have traded with an order of the same account',
  'market-not-taking': 'the market does not take this order now',
  'price-limit': 'the price is beyond the limit',
  'price-limit-moved': 'the market moved beyond the price limit',
  'too-many-matches': 'it would have met too many orders',
  'rest-worthless': 'what was left of it is worth nothing',
  'on-request': 'canceled on request',
  'by-exchange': 'canceled by the exchange',
  'by-its-system': 'canceled by its system',
  delisted: 'the market is delisted',
  'connection-lost': 'the connection to it was lost',
  'not-all-at-once': 'at once or not at all, and not all could be filled',
  'cancel-timer': 'canceled by a timer for all orders',
  spread: 'the prices of both sides are too far apart',
  'balance-converted': 'the balance was needed for an automatic conversion',
}

const inBrackets = (text: string | null) => (text === null ? '' : ` (${text})`)
const operator = (fingerprint: string) => `Nothing was sent. Ask its operator whether ${fingerprint} is right.`
const UNTRUSTED = 'The exchange cannot be trusted with an order.'

export const exchangeWords: WordsOf<keyof typeof exchangeReasons> = {
  NO_ADDRESS: 'This is no address. Nothing was sent.',
  NOT_ENCRYPTED: 'Without encryption only this machine is spoken to. Nothing was sent.',
  OTHER_HOST: 'The request was meant for another host. Nothing was sent.',
  REQUEST_NOT_BUILT: ({ system }) => `The request could not be put together${inBrackets(system)}. Nothing was sent.`,
  NOT_REACHED: ({ system }) => `The exchange cannot be reached${inBrackets(system)}. Nothing was sent.`,
  NO_ANSWER_IN_TIME: ({ seconds }) => `No answer within ${count(seconds, { one: 'second', other: 'seconds' })}.`,
  CONNECTION_BROKE: ({ system }) => `The connection broke before the answer was complete${inBrackets(system)}.`,
  CONNECTION_BROKE_WITHIN: 'The connection broke within the answer.',
  OTHER_PROTOCOL: 'The exchange answered in another protocol.',
  ANSWER_TOO_LARGE: 'The answer was too large.',
  ANSWER_UNREADABLE: ({ status }) => `The answer (status ${status}) could not be read.`,
  ANSWER_OF_OTHER_ORDER: 'The exchange answered about another order.',
  EXCHANGE_RESTS: ({ until }) =>
    `The exchange wants to be left alone until ${until.slice(11, 19)} UTC. Nothing was sent.`,
  ASKED_TOO_OFTEN: 'The exchange was asked too often in the last seconds. Nothing was sent.',

  STOPPED_BEFORE_SENDING: 'It was stopped before it was sent. Nothing was sent.',
  SENT_TOO_LATE: 'It took too long to be sent. Nothing was sent.',
  NO_SUCH_REQUEST: 'This exchange is sent no such order. Nothing was sent.',
  NO_ORDER_ID: 'No id of the order is known. Nothing was sent.',
  SECOND_REQUEST: ({ what }) => `A second request for this ${what} was about to leave. It was not sent.`,
  REQUEST_UNREADABLE: ({ what }) => `The request for the ${what} could not be read. Nothing was sent.`,
  REQUEST_DIFFERS: ({ what, fields }) =>
    `The request would have carried another ${fieldNames(fields)} than the ${what}. Nothing was sent.`,
  REQUEST_HOLDS_MORE: ({ what, names }) =>
    `The request would have carried more than the ${what}: ${names.join(', ')}. Nothing was sent.`,
  CANCELS_OTHER_ORDER: 'The request would have canceled another order. Nothing was sent.',
  CANCEL_NEEDS_ID: 'This exchange cancels by its own id, which is not known yet.',
  ORDER_NOT_BUILT: 'The order could not be put into a request. Nothing was sent.',

  EXCHANGE_NOT_ASKED: 'The exchange could not be asked.',
  TIME_UNTOLD: 'The exchange did not tell its time.',
  MARKETS_UNTOLD: 'The exchange did not tell its markets.',
  LISTING_UNTOLD: 'The exchange did not tell whether it still lists this market.',
  MARKET_GONE: ({ market }) =>
    `The exchange does not list ${market} any more and does not tell what became of this order.`,
  PLACE_UNANSWERED: ({ leg }) => `The exchange did not answer for its ${PLACE[leg]}.`,
  PLACE_TOO_LONG: ({ leg }) => `There are too many ${PLACE[leg]} to look through.`,
  PLACE_UNREADABLE: ({ leg }) => `What the exchange answered for its ${PLACE[leg]} could not be read.`,
  ORDER_UNREADABLE: ({ leg }) =>
    `The order is in the exchange’s ${PLACE[leg]}, but what is told of it there could not be read.`,
  READ_UNANSWERED: ({ what }) => `The exchange did not tell ${READ[what]}.`,

  KEY_REFUSED_BY_EXCHANGE: ({ words }) => `The exchange refuses the key: ${words}`,
  VAULT_LOCKED_FOR_EXCHANGE: 'The vault is locked. Unlock it to reach this exchange.',
  VAULT_LOCKED_MEANWHILE: 'The vault was locked. Nothing was sent.',
  VAULT_ENDED_MEANWHILE: 'The vault was locked, or its process ended, while the exchange was asked.',
  KEY_NOT_USED: 'The key could not be used.',

  EXCHANGE_ENDED: ({ code, words }) =>
    words === null
      ? `The exchange says: ${code ?? ''}.`
      : `The exchange says: ${words}${code === null || code === words ? '' : ` (${code})`}.`,
  EXCHANGE_ENDED_AS: ({ code, as }) => `The exchange says: ${ENDINGS[as]} (${code}).`,

  GATEWAY_NOT_REACHED: 'The exchange cannot be reached.',
  GATEWAY_ANSWERED: ({ status, code }) => `The exchange answered ${status}${code === null ? '' : ` ${code}`}.`,
  GATEWAY_NO_SEALING_KEY: ({ sealing }) => `The exchange publishes no key for ${sealing} sealing. Nothing was sent.`,
  GATEWAY_OTHER_IDENTITY: ({ fingerprint }) =>
    `The exchange shows an identity that Prelist does not know. ${operator(fingerprint)}`,
  GATEWAY_OLDER_KEYS: ({ fingerprint }) =>
    `The exchange shows older keys than it showed before. ${operator(fingerprint)}`,
  GATEWAY_KEYS_OF_OTHER_ENVIRONMENT: ({ environment }) =>
    `${UNTRUSTED} Its keys are for the environment ${environment}.`,
  GATEWAY_KEYS_NOT_SIGNED: `${UNTRUSTED} Its list of keys does not carry a valid signature.`,
  GATEWAY_KEY_ID_TWICE: `${UNTRUSTED} One of its keys has the id of another.`,
  GATEWAY_IDENTITY_NOT_SHOWN: 'The exchange has not shown this identity.',
  PRACTICE_UNAVAILABLE: 'The practice exchange could not be started.',
  ACCOUNT_REPLACED: 'The account was replaced meanwhile.',
  GATEWAY_CANNOT_VOID: 'This exchange cannot void the key of an order.',
}
