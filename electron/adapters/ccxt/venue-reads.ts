// What is read from a venue around its orders: prices, the book of a market, balances, orders that are open.

import { compare, type Decimal } from '../../../shared/decimal.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { Venue } from '../../exchanges/common/library.ts'
import { decimalOf } from '../../exchanges/common/numbers.ts'
import { toldAge } from '../../exchanges/common/told-age.ts'
import { adapterOf } from '../../exchanges/registry.ts'
import type { Clock } from '../../ports/system.ts'
import type { VenueAsk, VenueReply } from '../../ports/vault.ts'
import type { VenueQuote } from '../../ports/venue.ts'
import type { HttpOutcome } from '../http-request.ts'
import { failedRead } from './key-words.ts'
import { readBalances } from './markets/balance-reads.ts'
import { ratesFor } from './markets/listings.ts'
import type { MarketList } from './markets/market-list.ts'
import { readPriceLimits } from './markets/price-limits.ts'
import { readOpenOrders } from './orders/open-list.ts'
import { watchRows } from './sound-rows.ts'
import type { CallRules, Transport } from './transport.ts'

type Read = Extract<VenueAsk, { kind: 'prices' | 'balances' | 'open' | 'depth' | 'limits' }>

/** Where it is read from. */
export interface Source {
  exchange: Venue
  transport: Transport
  list: Pick<MarketList, 'doubt' | 'dead' | 'living'>
  /** The exchange's clock, milliseconds since 1970. */
  venueNow: () => number
}

const DEPTH = 20

export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

/** Carries out one of these reads. */
export async function spot(source: Source, ask: Read, rules: CallRules, clock: Clock): Promise<VenueReply> {
  const { exchange, transport } = source
  const at = new Date(clock.now()).toISOString()
  const failed = (what: Parameters<typeof failedRead>[1], outcome?: HttpOutcome) =>
    failedRead(exchange.id, what, outcome)
  switch (ask.kind) {
    case 'prices': {
      const wanted = [...new Set([...ask.markets, ...ratesFor(exchange, ask.markets, ask.assets)])]
      const symbols = source.list.living(wanted)
      if (symbols.length === 0) return { kind: 'quotes', quotes: [] }
      const before = clock.monotonic()
      const tickers = await tickersOf(source, symbols, rules)
      const tookMs = clock.monotonic() - before
      if (tickers === null) return failed('prices')
      return { kind: 'quotes', quotes: tickers.flatMap((ticker) => toQuote(source, ticker, tookMs)) }
    }
    case 'balances':
      return readBalances(exchange, transport, rules, clock)
    case 'open':
      return readOpenOrders(
        exchange,
        transport,
        { ...rules, purpose: ask.isBackground === true ? 'look-up' : 'read' },
        ask.market ?? null,
      )
    case 'depth': {
      const { result } = await transport.watch(rules, () => exchange.fetchOrderBook(ask.market, DEPTH))
      if (!result.ok) return failed('book')
      const side = (name: string) => levels(exchange, member(result.value, name))
      return { kind: 'depth', depth: { at, bids: side('bids'), asks: side('asks') } }
    }
    case 'limits':
      return { kind: 'limits', limits: await readPriceLimits(source, rules, clock, ask.market) }
  }
}

/** Says nothing of a market that is not known: too many requests, no leave, the exchange is down. */
const isOfNoMarket = (status: number) => [401, 403, 418, 429].includes(status) || status >= 500

/**
 * The tickers of these markets, asked for in one request. Where the exchange knows one of them no more Binance (-1121) and
 * Kraken (EQuery:Unknown asset pair) refuse them all: then it is asked for every ticker that it has, which costs more, and the
 * dead ones are left out from then on. `null` where it did not answer.
 */
async function tickersOf(
  { exchange, transport, list }: Source,
  symbols: string[],
  rules: CallRules,
): Promise<unknown[] | null> {
  const { quotes } = adapterOf(exchange.id)
  const { result, outcomes } = await watchRows(transport, exchange, rules, () => quotes(exchange, symbols))
  if (result.ok) return Object.values(result.value)
  const last = outcomes.at(-1)
  if (last !== undefined && (last.phase !== 'answered' || isOfNoMarket(last.status))) return null
  list.doubt()
  const all = await watchRows(transport, exchange, rules, () => quotes(exchange, undefined))
  if (!all.result.ok) return null
  const told = Object.values(all.result.value).filter((ticker) =>
    symbols.includes(textOf(member(ticker, 'symbol')) ?? ''),
  )
  const known = told.map((ticker) => member(ticker, 'symbol'))
  list.dead(symbols.filter((symbol) => !known.includes(symbol)))
  return told
}

/**
 * The exchange's own time of a ticker counts where it tells one: Binance `closeTime`, OKX `ts`, Coinbase `time`. Kraken and
 * Bybit date none of theirs, which then are as old as their way here took.
 */
function toQuote({ exchange, venueNow }: Source, ticker: unknown, tookMs: number): VenueQuote[] {
  const market = textOf(member(ticker, 'symbol'))
  const bid = decimalOf(exchange, member(ticker, 'bid'))
  const ask = decimalOf(exchange, member(ticker, 'ask'))
  const last = decimalOf(exchange, member(ticker, 'last')) ?? bid
  if (market === null || bid === null || ask === null || last === null || compare(bid, '0') === 0) return []
  return [{ market, quote: { bid, ask, last, ...toldAge(member(ticker, 'timestamp'), venueNow(), tookMs) } }]
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
