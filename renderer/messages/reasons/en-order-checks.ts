// English of what speaks against an order before it is sent.

import type { orderCheckReasons } from '../../../shared/reasons/order-checks.ts'
import { momentInWords, percentOf } from './en-figures.ts'
import type { WordsOf } from './words.ts'

const NOT_PLACED = {
  orders: 'orders',
  market: 'market orders',
  limit: 'limit orders',
  'stop-limit': 'stop-limit orders',
  gtc: 'GTC orders',
  ioc: 'IOC orders',
  'post-only': 'post-only orders',
} as const

const FROM = { ask: 'ask', bid: 'bid', 'stop-price': 'stop price' } as const
const ONLY_IF_MEANT = 'Place it only if you mean that price.'

interface Bounds {
  low: string | null
  high: string | null
  asset: string
}

function boundWords({ low, high, asset }: Bounds): string {
  if (low !== null && high !== null) return `prices between ${low} and ${high} ${asset}`
  if (low !== null) return `prices from ${low} ${asset}`
  return high === null ? 'any price' : `prices up to ${high} ${asset}`
}

const opening = (opensAt: string | null) => (opensAt === null ? '' : ` Trading opens ${momentInWords(opensAt)}.`)

const UNREAD = {
  'no-key': () => 'it has no key. Give it one in Accounts, or remove it.',
  'not-confirmed': () => 'its key came with a backup. Confirm it in Accounts.',
  'no-test-environment': () => 'its exchange has no test environment. Remove the account.',
  refused: (words: string | null) =>
    `the exchange refuses its key${words === null || words === '' ? '' : ` (${words})`}. Replace the key in Accounts, or remove the account.`,
  'practice-not-read': () => 'they were not read yet. Wait until the practice exchange answers.',
  'not-read': () => 'they were not read yet. Unlock the vault, or wait until the exchange answers.',
} as const

export const orderCheckWords: WordsOf<keyof typeof orderCheckReasons> = {
  TICKET_UNKNOWN: 'This ticket is not known. Open a new one.',
  TICKET_SENT_OTHERWISE:
    'This ticket was already submitted with other terms. Nothing was sent; the first order stands.',
  OTHER_DESTINATION: 'The button named another account or mode than this ticket has.',
  ORDERS_HALTED: 'Sending is halted. Resume it on the Orders screen before you order.',
  EARLIER_ORDER_UNKNOWN: ({ market }) =>
    `What became of an earlier ${market} order is not known yet. Wait until it is settled.`,
  NOT_PLACED_HERE: ({ what }) => `Prelist places no ${NOT_PLACED[what]} at this exchange.`,
  LISTING_QUESTION: ({ ticker, coinName, collisions }) => {
    const known = collisions.length === 0 ? '' : ` ${ticker} is also the ticker of ${collisions.join(', ')}.`
    return `Is ${ticker} on this exchange ${coinName}? Only the ticker matches.${known} Nothing was sent.`
  },

  MARKET_NOT_OPEN: ({ market, opensAt }) =>
    opensAt === null ? `${market} is not trading yet.` : `Trading opens ${momentInWords(opensAt)}.`,
  MARKET_IN_AUCTION: ({ market, opensAt }) =>
    `${market} is in an auction that takes no orders here.${opening(opensAt)}`,
  MARKET_CANCEL_ONLY: ({ market }) => `${market} takes no new orders at present; open ones can be canceled.`,
  MARKET_DELISTED: ({ market }) => `${market} was taken off the exchange.`,
  MARKET_HALTED: ({ market }) => `Trading in ${market} is halted.`,
  MARKET_STAGE_UNTOLD: ({ market }) => `The exchange does not say whether ${market} is trading. Nothing was sent.`,
  MARKET_NOT_FOR_ACCOUNT: ({ market }) => `${market} is not open to orders of this account.`,
  MARKET_ONE_SIDE: ({ market, takes, closesAt }) => {
    const end = closesAt === null ? '' : ` ${market} is being delisted: trading ends ${momentInWords(closesAt)}.`
    return `${market} takes ${takes === 'sell' ? 'sales' : 'buys'} only at present.${end}`
  },
  AUCTION_LIMIT_ONLY: ({ opensAt }) => `The opening auction takes limit orders only.${opening(opensAt)}`,
  AUCTION_RESTING_ONLY: ({ opensAt }) => `The opening auction takes orders that can wait.${opening(opensAt)}`,
  MARKET_POST_ONLY: 'This market takes post-only orders only at present.',
  MARKET_LIMIT_ONLY: 'This market takes limit orders only at present.',
  MARKET_TYPE_NOT_TAKEN: 'This market does not take this type of order.',
  MARKET_TAKES_TIMES: ({ timesInForce }) =>
    timesInForce.length === 0
      ? 'This market takes no such orders at present.'
      : `This market takes ${timesInForce.map((name) => name.toUpperCase()).join(' or ')} orders only at present.`,

  NO_PRICE: 'No price is known for this market. Wait until the exchange answers again, or give a limit price.',
  PRICE_OLD: ({ at }) =>
    `The last price is from ${momentInWords(at)}. Wait until the exchange answers again, or give a limit price.`,
  PRICE_MOVED_SINCE: ({ seen, now }) => `The price moved from ${seen} to ${now} since you saw it. Look again.`,
  PRICE_STEP: ({ field, step, asset, nearest }) =>
    `The ${field === 'price' ? 'price' : 'stop price'} must be a whole multiple of ${step} ${asset}; the nearest is ${nearest}.`,
  PRICE_FAR: ({ price, percent, where, from, at }) =>
    `The limit price, ${price}, is ${percent}% ${where} the ${FROM[from]}, ${at}. ${ONLY_IF_MEANT}`,
  PRICE_SLIPPED: ({ price, times, from, at }) =>
    `The limit price, ${price}, is more than ${times} times away from the ${FROM[from]}, ${at}. ${ONLY_IF_MEANT}`,
  STOP_PRICE_SLIPPED: ({ stopPrice, asset, times, last }) =>
    `The stop price, ${stopPrice} ${asset}, is more than ${times} times away from the last price, ${last}. ${ONLY_IF_MEANT}`,
  PRICE_BOUNDS: (bounds) => `The exchange takes ${boundWords(bounds)} at present.`,
  PRICE_BOUNDS_RECKONED: (bounds) =>
    `The exchange takes ${boundWords(bounds)}, reckoned from the last price. Its own reference is not known here, so it may refuse this price.`,
  PRICE_BOUNDS_OLD: (bounds) => `The exchange took ${boundWords(bounds)} a while ago, and may refuse this price.`,
  STOP_NO_PRICE:
    'The present price is not known, so nobody can tell whether the stop would trigger at once. Wait until the exchange answers again.',
  STOP_AT_ONCE: ({ side, last, asset }) => {
    const where = side === 'buy' ? 'The stop price of a buy must lie above' : 'The stop price of a sale must lie below'
    return `${where} the last price, ${last} ${asset}; this one would trigger at once.`
  },
  STOP_LIMIT_AWAY: ({ side, stopPrice, asset }) =>
    side === 'buy'
      ? `A limit price below the stop price buys nothing when the stop triggers, and perhaps never. Give ${stopPrice} ${asset} or more.`
      : `A limit price above the stop price sells nothing when the stop triggers, and perhaps never. Give ${stopPrice} ${asset} or less.`,

  AMOUNT_STEP: ({ step, asset }) => `The amount must be a whole multiple of ${step} ${asset}.`,
  AMOUNT_RANGE: ({ min, max, asset, amount }) =>
    `The amount must lie between ${min} and ${max} ${asset}${amount === null ? '' : `; this is ${amount}`}.`,
  MARKET_ORDER_MAX: ({ max, asset }) => `A market order here ends at ${max} ${asset}. Give a limit price, or less.`,
  WORTH_MAX: ({ max, asset }) => `The order may be worth at most ${max} ${asset}.`,
  WORTH_MIN: ({ min, asset }) => `The order must be worth at least ${min} ${asset}.`,
  FUNDS_SHORT: ({ side, needed, free, asset }) =>
    side === 'buy'
      ? `This order needs ${needed} ${asset}; ${free} ${asset} are free.`
      : `This order sells more ${asset} than the ${free} that are free.`,

  SHARE_NOT_COMPUTABLE:
    'The share of the portfolio after this order cannot be computed, so the limits cannot be checked.',
  LIMITS_UNCHECKED: ({ accounts }, say) => ['The limits cannot be checked.', ...accounts.map(say)].join(' '),
  BALANCES_UNREAD: ({ label, why, words }) => `The balances of “${label}” are not known: ${UNREAD[why](words)}`,
  LIMIT_BROKEN: ({ rule, share, limit }) =>
    `This order would break your ${rule === 'project' ? 'limit for one project' : 'limit for early-stage projects'}: ${percentOf(share)} of the portfolio, ${percentOf(limit)} allowed.`,

  CLICK_OFF: 'One-click orders are off for this account. Nothing was sent.',
  CLICK_ALWAYS_ON: 'One-click orders of the practice account are always on.',
  CLICK_NO_IOC: 'Of this exchange it is not known that an order trades at once or not at all.',
  CLICK_NO_PRICE: 'No price of the last seconds is known. Nothing was sent.',
  CLICK_PRICE_MOVED: ({ seen, now }) => `The price moved from ${seen} to ${now}. Nothing was sent. Look again.`,
  CLICK_NO_RATE: ({ asset }) => `No price of ${asset} is known. Nothing was sent.`,
  CLICK_MAX: ({ max, asset }) => `One-click orders here end at ${max} ${asset}.`,
}
