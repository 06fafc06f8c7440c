// English of why an order is in its state, what came of its attempts, and how far the search for it is.

import type { orderReasons } from '../../../shared/reasons/orders.ts'
import { count } from './en-count.ts'
import { fieldNames, PLACE } from './en-exchanges.ts'
import { statusInWords } from './en-statuses.ts'
import type { WordsOf } from './words.ts'

const NEVER_PLACED = 'The exchange has no order with this key and won’t accept one anymore.'
const CHECKING = 'We’re checking its status.'
const CHECK_THERE = 'Check it on the exchange.'

export const orderWords: WordsOf<keyof typeof orderReasons> = {
  LOOK_TOO_OLD: 'The price you saw was out of date before the order could go out. Nothing was sent.',
  LOOK_NONE: 'The price you saw is out of date.',
  CANCELED_BEFORE_SENDING: 'You canceled it in time. Nothing was sent.',
  HALTED_BEFORE_SENDING: 'New orders were paused first. Nothing was sent.',
  VAULT_LOCKED_BEFORE_SENDING: 'The vault was locked first. Nothing was sent.',
  CLICK_ENDED_BEFORE_SENDING: 'One-click orders were turned off first. Nothing was sent.',
  ATTEMPT_NOT_SAVED: 'The attempt couldn’t be saved.',
  STANDS_ALREADY: 'The exchange already reported this order.',

  EXCHANGE_SAID: ({ words }) => words,
  EXCHANGE_REFUSED: ({ code, words }) => `${code}: ${words}`,
  ANSWER_LOST: `The exchange’s answer was lost. ${CHECKING}`,
  ANSWER_UNCLEAR: ({ words }) => `The exchange answered “${words}”. ${CHECKING}`,
  ANSWER_SETTLES_NOTHING: ({ status, code }) =>
    `The exchange answered ${status}${code === null ? '' : ` ${code}`}, which doesn’t confirm anything.`,
  ANSWER_NOT_SAVED: 'The answer couldn’t be saved. We’re asking again.',
  ANSWER_LATE: ({ why }, say) => `The answer came too late.${why === null ? '' : ` ${say(why)}`}`,
  KEY_KNOWN_THERE: 'The exchange already had an order with this key.',
  OTHER_TERMS: ({ fields }) => `The exchange shows an order with a different ${fieldNames(fields)}.`,
  CANCEL_ANSWERED: ({ words }) => `The exchange answered the cancel: “${words}”. We’re trying again.`,
  DIED_BEFORE_SENDING: 'Prelist closed before this order was sent. Nothing left this computer.',
  DIED_BEFORE_ANSWER: `Prelist closed before the answer was saved. ${CHECKING}`,
  RESTORED_UNSENT: `The backup doesn’t say whether this order was sent. ${CHECKING}`,

  NEVER_PLACED: ({ words }) => (words === null ? NEVER_PLACED : `${NEVER_PLACED} It had answered “${words}”.`),
  JUDGED_NOT_PLACED: 'You checked the exchange and found no such order.',
  NOT_TOLD: `The exchange doesn’t report this order’s status. We keep asking. ${CHECK_THERE}`,
  LOOK_YOURSELF: ({ why }, say) => `${say(why)} ${CHECK_THERE}`,
  TWO_ORDERS_OF_KEY: ({ ids }) =>
    `The exchange has ${count(ids.length, { one: 'order', other: 'orders' })} with this order’s key: ${ids.join(', ')}.`,
  TRADE_OF_UNKNOWN_ORDER: ({ orderId }) => `There’s a trade of order ${orderId}, but no such order is listed yet.`,
  PLACE_NOT_ASKED: ({ leg }) => `Not checked yet: ${PLACE[leg]}.`,

  NO_SUCH_ORDER: 'There’s no such order.',
  NO_SUCH_PLACE: 'There’s no such page of orders.',
  ORDER_OVER: ({ status }) => `This order is ${statusInWords(status)}; there’s nothing left to cancel.`,
  NOTHING_TO_DECIDE: 'This order needs no decision.',
  OPEN_ORDERS_UNTOLD: 'This exchange doesn’t list open orders. It only answers for an order’s key.',

  OUTCOME_NOT_SAVED: 'An exchange’s answer couldn’t be saved. Free some disk space; we’ll ask again.',
  LATE_ORDER: ({ market, status }) =>
    `An order of ${market} that was called ${statusInWords(status)} exists on the exchange. See Orders.`,
  ORDER_OF_LOST_LEDGER: ({ accounts }) =>
    `Open orders on ${accounts.join(', ')} may come from Prelist on another computer or before a restore. See Orders.`,
}
