// The markets of a venue with their rules, as ccxt reads them. A market of which a rule is unknown is left out: an order
// there could not be checked.

import type { MarketRules } from '../../../../shared/order.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { FeesBySymbol } from '../../../exchanges/common/fees.ts'
import type { Venue } from '../../../exchanges/common/library.ts'
import { decimalOf, positive } from '../../../exchanges/common/numbers.ts'
import type { Staged } from '../../../exchanges/common/stages.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import { permittedTakes } from './account-permissions.ts'
import { stageOf } from './listing-stage.ts'

/** A market before anybody knows which coin its base is. */
export interface PlainListing extends Staged {
  market: string
  base: string
  quote: string
  rules: MarketRules
}

/** What the limits reckon in, and the other currencies that coins are traded against where this is missing. */
const CASH = 'USDT'
const QUOTES: readonly string[] = [CASH, 'USDC', 'USD', 'EUR']

/** No venue names a largest amount for every market; this one stands for none. */
const NO_MAXIMUM = '999999999999999999'

/** Where even the library has no rate: above the highest of a new account at the five exchanges. */
const GUESSED_FEE = '0.015'

/** The same markets with what the account pays there, as far as that was told. */
export function withFees(listings: readonly PlainListing[], fees: FeesBySymbol): PlainListing[] {
  return listings.map((listing) => {
    const own = fees.get(listing.market)
    if (own === undefined) return listing
    return { ...listing, rules: { ...listing.rules, takerFee: own.taker, makerFee: own.maker, feeSource: 'account' } }
  })
}

/** The spot markets of these coins against the currencies of the list. `now`: by the exchange's clock. */
export function listingsOf(exchange: Venue, bases: readonly string[], now: number): PlainListing[] {
  // Thousands of markets, and as many tickers as the trader has coins.
  const wanted = new Set(bases)
  return Object.values(exchange.markets ?? {}).flatMap((market) => {
    const [symbol, base, quote] = ['symbol', 'base', 'quote'].map((name) => textOf(member(market, name)))
    if (typeof symbol !== 'string' || typeof base !== 'string' || typeof quote !== 'string') return []
    const isWanted = member(market, 'spot') === true && QUOTES.includes(quote) && wanted.has(base)
    const rules = isWanted ? rulesOf(exchange, market) : null
    if (rules === null) return []
    const staged = stageOf(exchange.id, market, now)
    const shut = permittedTakes(exchange, member(market, 'info'))
    const takes = shut === undefined ? {} : { takes: { ...staged.takes, ...shut } }
    return [{ market: symbol, base, quote, ...staged, ...takes, rules } satisfies PlainListing]
  })
}

function rulesOf(exchange: Venue, market: unknown): MarketRules | null {
  const { priceBands, worthOfMarketOrders } = adapterOf(exchange.id)
  const at = (...path: string[]) => decimalOf(exchange, member(market, ...path))
  const step = positive(at('precision', 'amount'))
  const tick = positive(at('precision', 'price'))
  const takerFee = at('taker') ?? GUESSED_FEE
  if (step === null || tick === null) return null
  return {
    step,
    tick,
    minAmount: at('limits', 'amount', 'min') ?? step,
    maxAmount: positive(at('limits', 'amount', 'max')) ?? NO_MAXIMUM,
    minNotional: at('limits', 'cost', 'min') ?? '0',
    takerFee,
    makerFee: at('maker') ?? takerFee,
    feeSource: 'guess',
    ...given('marketMaxAmount', positive(at('limits', 'market', 'max'))),
    ...given('maxNotional', positive(at('limits', 'cost', 'max'))),
    ...worthOfMarketOrders(member(market, 'info')),
    ...given('priceBands', priceBands(exchange, member(market, 'info'))),
  }
}

/**
 * The markets by which the venue itself tells what these assets, and the currencies of these markets, are worth in USDT.
 * One that is not active, or whose market is none of spot, tells nothing.
 */
export function ratesFor(exchange: Venue, markets: readonly string[], assets: readonly string[]): string[] {
  const quotes = markets.map((symbol) => textOf(member(exchange.markets, symbol, 'quote')) ?? CASH)
  const isTold = (symbol: string) => {
    const market = member(exchange.markets, symbol)
    return member(market, 'spot') === true && member(market, 'active') === true
  }
  return [...new Set([...quotes, ...assets])]
    .filter((asset) => asset !== CASH)
    .flatMap((asset) => [`${asset}/${CASH}`, `${CASH}/${asset}`].filter(isTold).slice(0, 1))
}

const given = <K extends string, V>(name: K, value: V | null) =>
  value === null ? {} : ({ [name]: value } as Record<K, V>)
