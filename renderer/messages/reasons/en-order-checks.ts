// English of what speaks against an order before it is sent.

import type { orderCheckReasons } from '../../../shared/reasons/order-checks.ts'
import { momentInWords, percentOf } from './en-figures.ts'
import { unreadWords } from './en-unread.ts'
import { sentences } from './sentences.ts'
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

const GROUPS = { place: 'limit for', narrative: 'limit for', own: 'limit' } as const

const FROM = { ask: 'ask', bid: 'bid', 'stop-price': 'stop price' } as const
const ONLY_IF_MEANT = 'Place it only if you mean that price.'
const WAIT_FOR_PRICE = 'Wait for a new price, or enter a limit price.'

const EITHER = new Intl.ListFormat('en-US', { type: 'disjunction' })

interface Bounds {
  low: string | null
  high: string | null
  asset: string
}

function boundWords({ low, high, asset }: Bounds): string {
  if (low !== null && high !== null) return `prices from ${low} to ${high} ${asset}`
  if (low !== null) return `prices from ${low} ${asset} up`
  return high === null ? 'any price' : `prices up to ${high} ${asset}`
}

const opening = (opensAt: string | null) => (opensAt === null ? '' : ` Trading opens ${momentInWords(opensAt)}.`)

/** `GTC`, `IOC`, `post-only`: short, as they stand before "orders". */
const timeName = (name: string) => (name === 'post-only' ? name : name.toUpperCase())

export const orderCheckWords: WordsOf<keyof typeof orderCheckReasons> = {
  TICKET_UNKNOWN: 'This ticket has expired. Open a new one.',
  TICKET_SENT_OTHERWISE:
    'This ticket was already sent with other terms. Nothing new was sent; the first order is still valid.',
  OTHER_DESTINATION: 'The button named a different account or mode than this ticket.',
  ORDERS_HALTED: 'New orders are paused. Resume them on the Orders screen.',
  EARLIER_ORDER_UNKNOWN: ({ market }) => `An earlier ${market} order is unconfirmed. Wait until we’ve checked it.`,
  NOT_PLACED_HERE: ({ what }) => `Prelist doesn’t place ${NOT_PLACED[what]} on this exchange.`,
  LISTING_QUESTION: ({ ticker, coinName, collisions }) => {
    const known = collisions.length === 0 ? '' : ` ${ticker} is also the ticker of ${collisions.join(', ')}.`
    return `Is ${ticker} on this exchange ${coinName}? Only the ticker matches.${known} Nothing was sent.`
  },

  MARKET_NOT_OPEN: ({ market, opensAt }) =>
    opensAt === null ? `${market} isn’t trading yet.` : `Trading opens ${momentInWords(opensAt)}.`,
  MARKET_IN_AUCTION: ({ market, opensAt }) => `${market} is in an auction and takes no orders here.${opening(opensAt)}`,
  MARKET_CANCEL_ONLY: ({ market }) => `${market} is cancel-only: you can cancel open orders, not place new ones.`,
  MARKET_DELISTED: ({ market }) => `${market} was delisted.`,
  MARKET_HALTED: ({ market }) => `Trading in ${market} is halted.`,
  MARKET_STAGE_UNTOLD: ({ market }) => `The exchange doesn’t say whether ${market} is trading. Nothing was sent.`,
  MARKET_NOT_FOR_ACCOUNT: ({ market }) => `This account can’t trade ${market}.`,
  MARKET_ONE_SIDE: ({ market, takes, closesAt }) => {
    const end = closesAt === null ? '' : ` It’s being delisted: trading ends ${momentInWords(closesAt)}.`
    return `${market} takes only ${takes} orders now.${end}`
  },
  AUCTION_LIMIT_ONLY: ({ opensAt }) => `The opening auction takes limit orders only.${opening(opensAt)}`,
  AUCTION_RESTING_ONLY: ({ opensAt }) => `The opening auction takes GTC and post-only orders only.${opening(opensAt)}`,
  MARKET_POST_ONLY: 'This market takes only post-only orders now.',
  MARKET_LIMIT_ONLY: 'This market takes only limit orders now.',
  MARKET_TYPE_NOT_TAKEN: 'This market doesn’t take this order type.',
  MARKET_TAKES_TIMES: ({ timesInForce }) =>
    timesInForce.length === 0
      ? 'This market isn’t taking such orders now.'
      : `This market takes only ${EITHER.format(timesInForce.map(timeName))} orders now.`,

  NO_PRICE: `No price for this market. ${WAIT_FOR_PRICE}`,
  PRICE_OLD: ({ at }) => `The last price is from ${momentInWords(at)}. ${WAIT_FOR_PRICE}`,
  PRICE_MOVED_SINCE: ({ seen, now }) => `The price moved from ${seen} to ${now}. Check it, then place the order again.`,
  PRICE_STEP: ({ field, step, asset, nearest }) =>
    `${field === 'price' ? 'Price' : 'Stop price'} step is ${step} ${asset}. Try ${nearest}.`,
  PRICE_FAR: ({ price, percent, where, from, at }) =>
    `Your limit price, ${price}, is ${percent}% ${where} the ${FROM[from]}, ${at}. ${ONLY_IF_MEANT}`,
  PRICE_SLIPPED: ({ price, times, from, at }) =>
    `Your limit price, ${price}, is over ${times} times away from the ${FROM[from]}, ${at}. ${ONLY_IF_MEANT}`,
  STOP_PRICE_SLIPPED: ({ stopPrice, asset, times, last }) =>
    `Your stop price, ${stopPrice} ${asset}, is over ${times} times away from the last price, ${last}. ${ONLY_IF_MEANT}`,
  PRICE_BOUNDS: (bounds) => `The exchange takes ${boundWords(bounds)} now.`,
  PRICE_BOUNDS_RECKONED: (bounds) =>
    `The exchange takes about ${boundWords(bounds)} now, estimated from the last price. It may still reject yours.`,
  PRICE_BOUNDS_OLD: (bounds) => `The exchange took ${boundWords(bounds)} a while ago. It may reject yours.`,
  STOP_NO_PRICE: 'There’s no current price, so the stop might trigger right away. Wait for a new price.',
  STOP_AT_ONCE: ({ side, last, asset }) =>
    `This stop would trigger right away. Set it ${side === 'buy' ? 'above' : 'below'} the last price, ${last} ${asset}.`,
  STOP_LIMIT_AWAY: ({ side, stopPrice, asset }) =>
    side === 'buy'
      ? `A limit below the stop won’t buy when the stop triggers. Use ${stopPrice} ${asset} or more.`
      : `A limit above the stop won’t sell when the stop triggers. Use ${stopPrice} ${asset} or less.`,

  AMOUNT_STEP: ({ step, asset }) => `Amount step is ${step} ${asset}.`,
  AMOUNT_RANGE: ({ min, max, asset, amount }) =>
    `Enter an amount from ${min} to ${max} ${asset}${amount === null ? '' : `; this is ${amount}`}.`,
  MARKET_ORDER_MAX: ({ max, asset }) =>
    `Market orders here can be at most ${max} ${asset}. Enter less, or use a limit order.`,
  WORTH_MAX: ({ max, asset }) => `Max order value is ${max} ${asset}.`,
  WORTH_MIN: ({ min, asset }) => `Min order value is ${min} ${asset}.`,
  FUNDS_SHORT: ({ side, needed, free, asset }) =>
    side === 'buy'
      ? `This order needs ${needed} ${asset}. Available: ${free} ${asset}.`
      : `You don’t have enough ${asset} to sell. Available: ${free} ${asset}.`,

  SHARE_NOT_COMPUTABLE: 'The portfolio share after this order is unknown, so your limits can’t be checked.',
  LIMITS_UNCHECKED: ({ accounts }, say) => sentences('Your limits can’t be checked.', ...accounts.map(say)),
  BALANCES_UNREAD: ({ label, why, words }) => `No balances for “${label}”: ${unreadWords(why, words)}`,
  GROUP_LIMIT_BROKEN: ({ rule, name, share, limit }) =>
    `This order breaks your ${GROUPS[rule]} ${name}: ${percentOf(share)} of your portfolio, limit ${percentOf(limit)}.`,
  RESERVE_SHORT: ({ share, limit }) =>
    `This order breaks your cash reserve: ${percentOf(share)} of your portfolio would be left, minimum ${percentOf(limit)}.`,
  OVERRIDE_UNTIL: 'Choose a time within the next 30 days.',
  OVERRIDE_OVER: 'This override is over.',
  LIMIT_BROKEN: ({ rule, share, limit }) =>
    `This order breaks your ${rule === 'project' ? 'project limit' : 'early-stage limit'}: ${percentOf(share)} of your portfolio, limit ${percentOf(limit)}.`,

  CLICK_OFF: 'One-click orders are off for this account. Nothing was sent.',
  CLICK_ALWAYS_ON: 'One-click orders are always on for the practice account.',
  CLICK_NO_IOC: 'One-click needs IOC orders. Prelist doesn’t place those on this exchange.',
  CLICK_NO_PRICE: 'There’s no recent price. Nothing was sent.',
  CLICK_PRICE_MOVED: ({ seen, now }) =>
    `The price moved from ${seen} to ${now}. Nothing was sent. Check it, then click again.`,
  CLICK_NO_RATE: ({ asset }) => `There’s no price for ${asset}. Nothing was sent.`,
  CLICK_MAX: ({ max, asset }) => `One-click orders here can be at most ${max} ${asset}.`,
}
