// What is read from a venue around its orders: prices, the book of a market, balances, orders that are open.

import { compare, type Decimal } from '../../../shared/decimal.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { Clock, VenueBalance } from '../../ports.ts'
import type { VenueAsk, VenueReply } from '../../vault-ports.ts'
import type { VenueQuote } from '../../venue.ts'
import type { Venue } from './client.ts'
import { ratesFor } from './listings.ts'
import type { CallRules, Transport } from './transport.ts'
import { decimalOf, toVenueOrder } from './venue-orders.ts'

type Read = Extract<VenueAsk, { kind: 'prices' | 'balances' | 'open' | 'depth' }>

const DEPTH = 20

export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

/** Carries out one of these reads. */
export async function spot(
  exchange: Venue,
  transport: Transport,
  ask: Read,
  rules: CallRules,
  clock: Clock,
): Promise<VenueReply> {
  const at = new Date(clock.now()).toISOString()
  const failed = (what: string): VenueReply => ({ kind: 'failed', detail: `The exchange did not tell ${what}.` })
  switch (ask.kind) {
    case 'prices': {
      // One call for all of them.
      const symbols = [...new Set([...ask.markets, ...ratesFor(exchange, ask.markets, ask.assets)])]
      if (symbols.length === 0) return { kind: 'quotes', quotes: [] }
      const { result } = await transport.watch(rules, () => readTickers(exchange, symbols))
      if (!result.ok) return failed('its prices')
      return { kind: 'quotes', quotes: Object.values(result.value).flatMap((ticker) => toQuote(exchange, ticker, at)) }
    }
    case 'balances': {
      const { result } = await transport.watch(rules, () => exchange.fetchBalance())
      return result.ok ? { kind: 'balances', balances: toBalances(exchange, result.value) } : failed('your balances')
    }
    case 'open': {
      const { result } = await transport.watch(rules, () => exchange.fetchOpenOrders())
      if (!result.ok || !Array.isArray(result.value)) return failed('its open orders')
      const orders = result.value.map((row) => toVenueOrder(exchange, row)).filter((order) => order !== null)
      return { kind: 'orders', orders }
    }
    case 'depth': {
      const { result } = await transport.watch(rules, () => exchange.fetchOrderBook(ask.market, DEPTH))
      if (!result.ok) return failed('the order book')
      const side = (name: string) => levels(exchange, member(result.value, name))
      return { kind: 'depth', depth: { at, bids: side('bids'), asks: side('asks') } }
    }
  }
}

// Coinbase tells the best prices only there.
function readTickers(exchange: Venue, markets: string[]): Promise<object> {
  return exchange.id === 'coinbase' ? exchange.fetchBidsAsks(markets) : exchange.fetchTickers(markets)
}

function toQuote(exchange: Venue, ticker: unknown, at: string): VenueQuote[] {
  const market = textOf(member(ticker, 'symbol'))
  const bid = decimalOf(exchange, member(ticker, 'bid'))
  const ask = decimalOf(exchange, member(ticker, 'ask'))
  const last = decimalOf(exchange, member(ticker, 'last')) ?? bid
  if (market === null || bid === null || ask === null || last === null || compare(bid, '0') === 0) return []
  return [{ market, quote: { bid, ask, last, at } }]
}

function toBalances(exchange: Venue, sheet: unknown): VenueBalance[] {
  const totals = member(sheet, 'total')
  if (typeof totals !== 'object' || totals === null) return []
  return Object.keys(totals).flatMap((asset) => {
    const total = decimalOf(exchange, member(totals, asset))
    const free = decimalOf(exchange, member(sheet, 'free', asset))
    return total === null ? [] : [{ asset, total, free: free ?? '0' }]
  })
}

/** One side of a book. */
export function levels(exchange: Venue, rows: unknown): [Decimal, Decimal][] {
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row) => {
    const price = decimalOf(exchange, member(row, 0))
    const amount = decimalOf(exchange, member(row, 1))
    return price === null || amount === null ? [] : [[price, amount] as [Decimal, Decimal]]
  })
}
