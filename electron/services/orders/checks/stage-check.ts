// What the stage of a market says against an order, in words. Pure.

import { common, type Offer, offerAt } from '../../../../shared/markets/market-stages.ts'
import type { Market, OrderInput, Side } from '../../../../shared/order.ts'
import type { ErrorCode } from '../../../../shared/result.ts'

type Staged = Pick<Market, 'market' | 'stage' | 'opensAt' | 'closesAt' | 'takes'>

export interface StagedOrder extends Pick<OrderInput, 'timeInForce'> {
  market: Staged
  venue: string
  side: Side
  /** `null` for a market order. */
  price: string | null
  stopPrice: string | null
}

/** What may be ordered in this market now. */
export function offerOf({ stage, takes }: Staged, venue: string): Offer {
  return common(offerAt(stage, venue), takes ?? {})
}

/** Why the market takes no such order now; empty when it does. */
export function stageProblems(order: StagedOrder): { code: ErrorCode; message: string }[] {
  const { market, side, price, stopPrice } = order
  const offer = offerOf(market, order.venue)
  const closed = (message: string) => [{ code: 'MARKET_CLOSED' as const, message }]
  if (offer.sides.length === 0) return closed(closedWords(market))
  if (!offer.sides.includes(side)) {
    return closed(`${market.market} takes ${side === 'buy' ? 'sales' : 'buys'} only at present.${endWords(market)}`)
  }
  const type = stopPrice !== null ? 'stop-limit' : price === null ? 'market' : 'limit'
  if (!offer.orderTypes.includes(type)) return closed(typeWords(market, offer))
  if (type !== 'limit' || offer.timesInForce.includes(order.timeInForce ?? 'gtc')) return []
  return closed(forceWords(market, offer))
}

function closedWords(market: Staged): string {
  const { market: name, stage, opensAt } = market
  switch (stage) {
    case 'announced':
    case 'pre-launch':
      return opensAt === null ? `${name} is not trading yet.` : `Trading opens ${momentInWords(opensAt)}.`
    case 'auction':
      return `${name} is in an auction that takes no orders here.${openingWords(market)}`
    case 'cancel-only':
      return `${name} takes no new orders at present; open ones can be canceled.`
    case 'delisted':
      return `${name} was taken off the exchange.`
    case 'unknown':
      return `The exchange does not say whether ${name} is trading. Nothing was sent.`
    case 'halted':
      return `Trading in ${name} is halted.`
    default:
      return `${name} is not open to orders of this account.`
  }
}

function typeWords(market: Staged, { orderTypes, timesInForce }: Offer): string {
  if (market.stage === 'auction') return `The opening auction takes limit orders only.${openingWords(market)}`
  if (market.stage === 'post-only') return 'This market takes post-only orders only at present.'
  if (orderTypes.includes('limit') && orderTypes.length === 1) {
    const isMaker = timesInForce.length === 1 && timesInForce[0] === 'post-only'
    return `This market takes ${isMaker ? 'post-only' : 'limit'} orders only at present.`
  }
  return 'This market does not take this type of order.'
}

function forceWords(market: Staged, { timesInForce }: Offer): string {
  if (market.stage === 'auction') return `The opening auction takes orders that can wait.${openingWords(market)}`
  const only = timesInForce.includes('gtc') ? '' : timesInForce.map((name) => name.toUpperCase()).join(' or ')
  return only === 'POST-ONLY' || only === ''
    ? `This market takes ${only === '' ? 'no such orders' : 'post-only orders only'} at present.`
    : `This market takes ${only} orders only at present.`
}

const openingWords = ({ opensAt }: Staged) => (opensAt === null ? '' : ` Trading opens ${momentInWords(opensAt)}.`)

/** When trading ends for good; empty where nothing is told. */
const endWords = ({ market, closesAt }: Staged) =>
  closesAt === null ? '' : ` ${market} is being delisted: trading ends ${momentInWords(closesAt)}.`

const MOMENT = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})

/** `Nov 30, 14:13 UTC`. */
export const momentInWords = (at: string) => `${MOMENT.format(new Date(at))} UTC`
