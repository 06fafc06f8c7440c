// What sources that are switched on have told of a coin, as entries that the trader may take over one by one. Nothing is taken by
// itself, and what he has entered already is not offered again.

import type { CoinFact, CoinFactValue, LinkPlace } from '../../../../../shared/research/coin-facts.ts'
import type { QuoteDetail } from '../../../../../shared/sources/quotes.ts'

export interface Offer {
  value: CoinFactValue
  source: string
  /** The source's own time, else when it came. */
  asOf: string
}

const PLACES: Record<NonNullable<QuoteDetail['facts']>['links'][number]['kind'], LinkPlace> = {
  ...{ site: 'website', docs: 'docs', explorer: 'explorer', code: 'github', social: 'other' },
}
const MOST = 20

/** In the order of the form's kinds. */
export function offersOf(detail: QuoteDetail, entered: readonly CoinFact[]): Offer[] {
  const { facts, grades, quote } = detail
  const told = (from: { source: string; at: string | null; receivedAt: string }) => ({
    source: from.source,
    asOf: from.at ?? from.receivedAt,
  })
  const offers: Offer[] = []
  if (facts !== null) {
    // Official is the trader's word alone: a source can be wrong about a site too.
    for (const { kind, url } of facts.links) {
      offers.push({ value: { kind: 'link', place: PLACES[kind], url, official: false }, ...told(facts) })
    }
    for (const text of facts.categories) offers.push({ value: { kind: 'narrative', text }, ...told(facts) })
  }
  if (grades !== null) {
    for (const [name, value] of [
      ['Technology', grades.technology],
      ['Fundamental', grades.fundamental],
    ] as const) {
      if (value !== null) offers.push({ value: { kind: 'score', name, value, outOf: '100' }, ...told(grades) })
    }
  }
  if (quote !== null && !quote.simulated) {
    const { price, currency } = quote
    offers.push({ value: { kind: 'price', price, currency }, ...told(quote) })
  }
  const known = new Set(entered.map(({ value }) => keyOf(value)))
  return offers.filter(({ value }) => !known.has(keyOf(value))).slice(0, MOST)
}

/** What makes an entry the same: of a link the address, whatever it is called. */
function keyOf(value: CoinFactValue): string {
  if (value.kind === 'link') return `link ${value.url}`
  return JSON.stringify(Object.entries(value).sort())
}
