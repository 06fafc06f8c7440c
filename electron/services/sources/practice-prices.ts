// Which real prices the practice exchange follows: those of the coin's own market in USDT, best bid and best ask both told, at an
// exchange that is switched on. Whatever has none keeps its made prices.

import type { Settings } from '../../../shared/app.ts'
import { compare, isZero } from '../../../shared/decimal.ts'
import type { Quote } from '../../../shared/sources/quotes.ts'
import { isPublicVenue, sourceFacts } from '../../../shared/sources/source-facts.ts'
import type { SourceId } from '../../../shared/sources/sources.ts'
import type { FollowPrices, PracticePrice } from '../../ports/practice-prices.ts'
import type { SourceStore } from '../../ports/sources.ts'
import type { Clock } from '../../ports/system.ts'
import type { QuoteService } from './quote-service.ts'

/** Of two exchanges the one whose price is younger than this goes before one whose price is not. */
const YOUNG_MS = 60_000

export interface PracticePricesParts {
  quotes: Pick<QuoteService, 'all'>
  store: Pick<SourceStore, 'row'>
  clock: Pick<Clock, 'now'>
  settings: () => Pick<Settings, 'practiceRealPrices'>
  follow: FollowPrices
}

export interface PracticePrices {
  /** Tells the exchange what it follows now, where that is another than before. */
  tell(): void
}

/** Builds it. An old price is told as well: by it the exchange knows that the market waits, and does not make one up. */
export function createPracticePrices({ quotes, store, clock, settings, follow }: PracticePricesParts): PracticePrices {
  let told: string | null = null
  const priceOf = (all: readonly Quote[]): PracticePrice[] => {
    const usable = all.flatMap((quote) => readable(quote, (source) => store.row(source).enabled))
    const isYoung = ({ receivedAt }: PracticePrice) => Math.abs(clock.now() - receivedAt) <= YOUNG_MS
    const price = usable.find(isYoung) ?? usable[0]
    return price === undefined ? [] : [price]
  }
  return {
    tell: () => {
      const prices = settings().practiceRealPrices ? [...quotes.all().values()].flatMap(priceOf) : []
      const words = JSON.stringify(prices)
      if (words === told) return
      told = words
      follow(prices)
    },
  }
}

/** A dollar is no USDT: what is told in another currency is no price of a market that trades in USDT. */
function readable(quote: Quote, isOn: (source: SourceId) => boolean): PracticePrice[] {
  const { coinId, source, basis, currency, bid, ask, price: last, receivedAt } = quote
  if (source === 'practice' || !isPublicVenue(source) || !isOn(source)) return []
  if (basis !== 'market' || currency !== 'USDT' || bid === null || ask === null) return []
  if ([bid, ask, last].some(isZero) || compare(bid, ask) > 0) return []
  return [{ coinId, source: sourceFacts(source).name, bid, ask, last, receivedAt: Date.parse(receivedAt) }]
}
