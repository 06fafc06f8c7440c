// An exchange with one account, in this process: what its markets are a test says, and every order that reaches it is kept.

import type { Answer, Exchange, OutgoingOrder, VenueBalance } from '../../../electron/ports/system.ts'
import type { MarketListing, VenueOrder } from '../../../electron/ports/venue.ts'
import type { MarketStage } from '../../../shared/markets/market-stages.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { GATEWAY } from '../../../shared/venues/gateway.ts'

export interface ScriptedExchange extends Exchange {
  /** Every order that reached it, in turn. */
  placed: VenueOrder[]
  /** What the markets are now; `null` where it does not answer. */
  listed: MarketListing[] | null
  ask: string
  /** What of USDT is there. */
  usdt: string
  /** Requests so far, by what was asked. */
  asked: Record<string, number>
  /** What becomes of the next placings; `null`: each is taken. */
  /** Takes it, whatever becomes of the answer. */
  arrive(order: OutgoingOrder): VenueOrder
  placing: ((order: OutgoingOrder) => Promise<Answer>) | null
}

/** A market in this stage. */
export function marketIn(stage: MarketStage, changes: Partial<MarketListing> = {}): MarketListing {
  return {
    ...{ market: 'OLA/USDT', coinId: 'ola', base: 'OLA', quote: 'USDT', stage, opensAt: null, closesAt: null },
    rules: {
      ...{ tick: '0.0001', step: '0.1', minAmount: '1', maxAmount: '1000000', minNotional: '1' },
      ...{ takerFee: '0.001', makerFee: '0.001' },
    },
    ...changes,
  }
}

/** Opens one without any market. */
export function scriptedExchange(): ScriptedExchange {
  const count = (what: string) => {
    exchange.asked[what] = (exchange.asked[what] ?? 0) + 1
  }
  const silent = () => new AppError('VENUE_UNREACHABLE', reason('NO_PRICE'))
  const answer = (order: VenueOrder | null): Answer => ({
    ...{ phase: 'answered', status: order === null ? 404 : 200, code: order === null ? 'ORDER_UNKNOWN' : null },
    ...{ message: '', order, orderId: order?.orderId ?? null, buried: false },
  })
  const take = (order: OutgoingOrder): VenueOrder => {
    const { key, market, side, type, amount, price, stopPrice } = order
    const known = exchange.placed.find((each) => each.key === key)
    if (known !== undefined) return known
    const placed: VenueOrder = {
      ...{ orderId: `o-${exchange.placed.length + 1}`, key, market, side, type, amount, price, stopPrice },
      ...{ status: 'open', filled: '0', averagePrice: null, fee: null, reason: null, fills: [] },
    }
    exchange.placed.push(placed)
    return placed
  }
  const exchange: ScriptedExchange = {
    ...{ placed: [], listed: [], ask: '0.1', usdt: '100000', asked: {}, placing: null },
    record: GATEWAY,
    arrive: take,
    place: async (order, permit) => {
      count('place')
      const problem = permit.problem()
      if (problem !== null) return { phase: 'not-sent', detail: problem }
      return exchange.placing === null ? answer(take(order)) : exchange.placing(order)
    },
    find: async ({ order }) => ({
      legs: [
        {
          ...{ leg: 'id', state: 'answered', unmatched: [] },
          orders: exchange.placed.filter(({ key }) => key === order.key),
        },
      ],
      ...{ venueNow: null, late: null },
    }),
    voidKey: async (key) => {
      const known = exchange.placed.find((each) => each.key === key) ?? null
      return known === null ? ({ ...answer(null), buried: true } as Answer) : answer(known)
    },
    cancel: async ({ order }) => answer(exchange.placed.find(({ key }) => key === order.key) ?? null),
    clockOffset: async () => 0,
    markets: async () => {
      count('markets')
      if (exchange.listed === null) throw silent()
      return exchange.listed
    },
    prices: async () => {
      count('prices')
      if (exchange.listed === null) throw silent()
      return exchange.listed.flatMap(({ market, stage }) =>
        stage === 'announced' || stage === 'pre-launch'
          ? []
          : [{ market, quote: { bid: exchange.ask, ask: exchange.ask, last: exchange.ask, at: null, ageMs: 0 } }],
      )
    },
    balances: async (): Promise<VenueBalance[]> => {
      count('balances')
      if (exchange.listed === null) throw silent()
      return [{ asset: 'USDT', total: exchange.usdt, free: exchange.usdt }]
    },
    ...{ openOrders: null, depth: null },
    close: async () => {},
  }
  return exchange
}
