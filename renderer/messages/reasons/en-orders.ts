// English of why an order is in its state, what came of its attempts, and how far the search for it is.

import type { orderReasons } from '../../../shared/reasons/orders.ts'
import { fieldNames, PLACE } from './en-exchanges.ts'
import { statusInWords } from './en-statuses.ts'
import type { WordsOf } from './words.ts'

const NEVER_PLACED = 'The exchange has no order with this key and will never accept one.'
const FINDING_OUT = 'Prelist is finding out what became of the order.'

export const orderWords: WordsOf<keyof typeof orderReasons> = {
  LOOK_TOO_OLD: 'The price you saw was too old by the time it could be sent. Nothing was sent.',
  LOOK_NONE: 'The price you saw is too old.',
  CANCELED_BEFORE_SENDING: 'You canceled it before it was sent. Nothing was sent.',
  HALTED_BEFORE_SENDING: 'Sending was halted before it was sent. Nothing was sent.',
  VAULT_LOCKED_BEFORE_SENDING: 'The vault was locked before it was sent. Nothing was sent.',
  CLICK_ENDED_BEFORE_SENDING: 'One-click orders were ended before it was sent. Nothing was sent.',
  ATTEMPT_NOT_SAVED: 'The attempt could not be written down.',
  STANDS_ALREADY: 'The exchange has told of it.',

  EXCHANGE_SAID: ({ words }) => words,
  EXCHANGE_REFUSED: ({ code, words }) => `${code}: ${words}`,
  ANSWER_LOST: `The answer of the exchange was lost. ${FINDING_OUT}`,
  ANSWER_UNCLEAR: ({ words }) => `The exchange answered “${words}”. ${FINDING_OUT}`,
  ANSWER_SETTLES_NOTHING: ({ status, code }) =>
    `The exchange answered ${status}${code === null ? '' : ` ${code}`}, which settles nothing.`,
  ANSWER_NOT_SAVED: 'The answer could not be saved, so it is asked for again.',
  ANSWER_LATE: ({ why }, say) => `The answer came after its deadline.${why === null ? '' : ` ${say(why)}`}`,
  KEY_KNOWN_THERE: 'The exchange has had an order with this key before.',
  OTHER_TERMS: ({ fields }) => `The exchange shows an order with another ${fieldNames(fields)}.`,
  CANCEL_ANSWERED: ({ words }) => `The exchange answered the cancel: “${words}”. Prelist asks again.`,
  DIED_BEFORE_SENDING: 'Prelist ended before this order was sent. Nothing left this machine.',
  DIED_BEFORE_ANSWER: 'Prelist ended before an answer was recorded, and is finding out what became of the order.',
  RESTORED_UNSENT:
    'The backup was made before this order was sent, if it was. Prelist is finding out what became of it.',

  NEVER_PLACED: ({ words }) => (words === null ? NEVER_PLACED : `${NEVER_PLACED} It had answered “${words}”.`),
  JUDGED_NOT_PLACED: 'You looked at the exchange and found no such order.',
  NOT_TOLD:
    'The exchange has not told what became of this order. Prelist goes on asking; look at the exchange yourself.',
  LOOK_YOURSELF: ({ why }, say) => `${say(why)} Look at the exchange yourself.`,
  TWO_ORDERS_OF_KEY: ({ ids }) => `The exchange has ${ids.length} orders with the key of this one: ${ids.join(', ')}.`,
  TRADE_OF_UNKNOWN_ORDER: ({ orderId }) => `There was a trade of order ${orderId}, which is in no list of orders yet.`,
  PLACE_NOT_ASKED: ({ leg }) => `Not every place was looked at. Left out: ${PLACE[leg]}.`,

  NO_SUCH_ORDER: 'There is no such order.',
  NO_SUCH_PLACE: 'There is no such place in the list of orders.',
  ORDER_OVER: ({ status }) => `This order is ${statusInWords(status)}; there is nothing left to cancel.`,
  NOTHING_TO_DECIDE: 'There is nothing to decide about this order.',
  OPEN_ORDERS_UNTOLD: 'This exchange tells only of orders by their key.',

  OUTCOME_NOT_SAVED: 'An answer of the exchange could not be saved. Free some disk space; Prelist asks again.',
  LATE_ORDER: ({ market, status }) =>
    `An order of ${market} that was called ${statusInWords(status)} stands at the exchange. See Orders.`,
  ORDER_OF_LOST_LEDGER: ({ accounts }) =>
    `Open orders at ${accounts.join(', ')} may be of Prelist, from another computer or from before a restore. See Orders.`,
}
