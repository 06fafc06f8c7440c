// Which of several prices of one coin counts, and which of the others say something else. Pure.
//
// The rule: what is fresh before what is old; then a market that is known to be this coin's, at an exchange where the trader has an
// account before any other; then the price of its contract; then the one of a source's own name for it. The practice exchange
// counts last: its prices are made up.

import { compare, type Decimal, divide, subtract } from '../../../shared/decimal.ts'
import type { DifferingPrice, Quote, QuoteBasis } from '../../../shared/sources/quotes.ts'

/** A price that came before this is old, milliseconds. */
const FRESH_FOR_MS = 15 * 60_000
/** What the source itself dates before this is old, however lately it came: a market without trades, a figure of yesterday. */
const OWN_FRESH_FOR_MS = 60 * 60_000
/** Above this two sources do not agree. */
const DIFFERS_ABOVE = '0.05'

const BASES: Readonly<Record<QuoteBasis, number>> = { market: 0, contract: 1, 'confirmed-id': 2 }
/** One unit of each is close enough to the others to compare prices in; what is best known comes first. */
const DOLLARS: readonly string[] = ['USDT', 'USD', 'USDC']

export type Candidate = Omit<Quote, 'differs'>

export interface ChoiceContext {
  /** Milliseconds since 1970. */
  now: number
  /** Exchanges where the trader has an account. */
  own: ReadonlySet<string>
}

/** Every candidate, the one that counts first, with what differs from it. */
export function chooseQuote(candidates: readonly Candidate[], context: ChoiceContext): Quote[] {
  const sorted = candidates.toSorted((a, b) => {
    const [one, other] = [ranks(a, context), ranks(b, context)]
    return one.map((rank, at) => rank - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0
  })
  const [counts] = sorted
  return sorted.map((quote) => ({
    ...quote,
    differs: quote === counts ? sorted.flatMap((other) => differenceOf(quote, other, context)) : [],
  }))
}

function ranks(quote: Candidate, { now, own }: ChoiceContext): number[] {
  const currency = DOLLARS.indexOf(quote.currency)
  return [
    Number(quote.simulated),
    Number(!isFresh(quote, now)),
    BASES[quote.basis],
    Number(quote.venue !== null && !own.has(quote.venue)),
    currency < 0 ? DOLLARS.length : currency,
    -Date.parse(quote.receivedAt),
  ]
}

const isWithin = (at: string, ms: number, now: number): boolean => Math.abs(now - Date.parse(at)) <= ms
const isFresh = ({ at, receivedAt }: Candidate, now: number): boolean =>
  isWithin(receivedAt, FRESH_FOR_MS, now) && (at === null || isWithin(at, OWN_FRESH_FOR_MS, now))

/** Only what is real, fresh and in a dollar can be compared with another. */
function differenceOf(quote: Candidate, other: Candidate, { now }: ChoiceContext): DifferingPrice[] {
  const isComparable = (each: Candidate) => !each.simulated && isFresh(each, now) && DOLLARS.includes(each.currency)
  if (other === quote || !isComparable(quote) || !isComparable(other)) return []
  const by = divide(subtract(other.price, quote.price), quote.price)
  if (compare(magnitude(by), DIFFERS_ABOVE) <= 0) return []
  const { source, venue, price, currency, at } = other
  return [{ source, venue, price, currency, at, by }]
}

const magnitude = (value: Decimal): Decimal => (value.startsWith('-') ? value.slice(1) : value)
