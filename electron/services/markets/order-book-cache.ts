// The books of an account's markets, each kept for a moment, so that typing in a ticket does not ask for each letter.

import type { Depth } from '../../../shared/order.ts'
import type { Clock, Exchange } from '../../ports/system.ts'

/** A book, or that there was none to be had, stands for this long, milliseconds. */
const FRESH_MS = 2_000

export interface OrderBookCache {
  /** The book of a market; `null` where the venue tells none now. Never rejects. */
  read(market: string): Promise<Depth | null>
  /** Takes in the book that a stream has told. */
  told(market: string, depth: Depth): void
  /** The book that a stream told just now, which nobody needs to ask for; `null` where there is none. */
  fresh(market: string): Depth | null
}

/** Builds the cache. `asked` is told of each market that is asked for. */
export function createOrderBookCache(
  exchange: Exchange,
  clock: Clock,
  asked: (market: string) => void,
): OrderBookCache {
  const streamed = new Map<string, { at: number; depth: Depth }>()
  const fresh = (market: string): Depth | null => {
    const book = streamed.get(market)
    return book !== undefined && clock.monotonic() - book.at < FRESH_MS ? book.depth : null
  }
  const books = new Map<string, { askedAt: number; told: Promise<Depth | null> }>()
  const read = (market: string): Promise<Depth | null> => {
    asked(market)
    const now = clock.monotonic()
    const book = fresh(market)
    if (book !== null) return Promise.resolve(book)
    if (exchange.depth === null) return Promise.resolve(null)
    const known = books.get(market)
    if (known !== undefined && now - known.askedAt < FRESH_MS) return known.told
    const told = exchange.depth(market).then(
      (depth) => ({ ...depth, asOfMs: now }),
      () => null,
    )
    books.set(market, { askedAt: now, told })
    return told
  }
  return {
    read,
    told: (market, depth) => void streamed.set(market, { at: clock.monotonic(), depth }),
    fresh,
  }
}
