// What changed since the app was last used: prices against those that were kept then, stages, and orders that ended meanwhile.

import { compare, divide, subtract } from '../../../shared/decimal.ts'
import type { PriceMove, SinceLast } from '../../../shared/list/since.ts'
import { UNFINISHED } from '../../../shared/order-states.ts'
import type { Quote } from '../../../shared/sources/quotes.ts'
import type { ListingStore } from '../../ports/listings.ts'
import type { OrderJournal } from '../../ports/stores.ts'

export interface SinceLastService {
  /** Takes in the prices as they were kept; before any source is asked. */
  begin(): void
  get(): SinceLast
}

/** Fewer percent are no news. */
const MOVED = '0.01'
const MOST_PRICES = 20
const MOST_ROWS = 200

/** Builds it. `since` is read before this session writes anything. */
export function createSinceLast(
  since: string | null,
  quotes: () => readonly Quote[],
  listings: Pick<ListingStore, 'events'>,
  journal: Pick<OrderJournal, 'page'>,
): SinceLastService {
  let before = new Map<string, Quote>()
  const prices = (): PriceMove[] =>
    quotes()
      .flatMap((now) => {
        const then = before.get(now.coinId)
        const move = then === undefined ? null : moveOf(then, now)
        return move ?? []
      })
      .toSorted((one, other) => compare(sizeOf(other), sizeOf(one)))
      .slice(0, MOST_PRICES)
  return {
    begin: () => {
      before = new Map(quotes().map((quote) => [quote.coinId, quote]))
    },
    get: () => {
      if (since === null) return { since, prices: [], stages: [], orders: [] }
      return {
        since,
        prices: prices(),
        stages: listings
          .events({ limit: MOST_ROWS })
          .items.filter(({ seenAt, from }) => seenAt > since && from !== null),
        orders: journal
          .page({ limit: MOST_ROWS })
          .items.filter(({ status, updatedAt }) => updatedAt > since && !UNFINISHED.includes(status)),
      }
    },
  }
}

/** Practice prices are made up, and another source's is another price. */
function moveOf(then: Quote, now: Quote): PriceMove | null {
  if (now.simulated || then.simulated || then.currency !== now.currency || compare(then.price, '0') <= 0) return null
  const change = divide(subtract(now.price, then.price), then.price)
  const move = { coinId: now.coinId, from: then.price, to: now.price, currency: now.currency, change }
  return compare(sizeOf(move), MOVED) < 0 ? null : move
}

const sizeOf = ({ change }: Pick<PriceMove, 'change'>) => change.replace(/^-/, '')
