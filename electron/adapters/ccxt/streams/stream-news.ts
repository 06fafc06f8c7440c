// What a stream may tell, and how often. A venue that talks without end makes neither this process nor the other one
// swell: of books the newest counts, and of too many orders it is said that something happened.

import type { Depth } from '../../../../shared/order.ts'
import type { Clock, OnStreamEvent } from '../../../ports/system.ts'
import type { VenueOrder } from '../../../ports/venue.ts'

/** Between two books of a market, milliseconds: nobody reads faster. */
const BOOK_EVERY_MS = 250
const ORDERS_A_SECOND = 50
const SECOND_MS = 1_000

export interface StreamNews {
  up(): void
  /** `null` for one that could not be read. */
  order(order: VenueOrder | null): void
  depth(market: string, depth: Depth): void
  /** The last word. */
  down(): void
}

/** Builds what tells the events of one stream. */
export function createStreamNews(clock: Clock, tell: OnStreamEvent): StreamNews {
  const over = new AbortController()
  let isUp = false
  let told = { since: Number.NEGATIVE_INFINITY, count: 0 }
  let isStirred = false
  let book: { market: string; depth: Depth } | null = null
  let bookAt = Number.NEGATIVE_INFINITY
  let isWaiting = false

  const say: OnStreamEvent = (news) => {
    if (!over.signal.aborted) tell(news)
  }
  const later = (ms: number, what: () => void) => {
    clock.sleep(ms, over.signal).then(what, () => {})
  }
  const sayBook = () => {
    isWaiting = false
    if (book === null) return
    bookAt = clock.monotonic()
    say({ kind: 'depth', ...book })
    book = null
  }
  return {
    up: () => {
      if (!isUp) say({ kind: 'up' })
      isUp = true
    },
    order: (order) => {
      const now = clock.monotonic()
      if (now - told.since >= SECOND_MS) told = { since: now, count: 0 }
      told.count += 1
      if (told.count <= ORDERS_A_SECOND) return say(order === null ? { kind: 'stir' } : { kind: 'order', order })
      if (isStirred) return
      isStirred = true
      later(SECOND_MS, () => {
        isStirred = false
        say({ kind: 'stir' })
      })
    },
    depth: (market, depth) => {
      book = { market, depth }
      if (isWaiting) return
      const left = bookAt + BOOK_EVERY_MS - clock.monotonic()
      if (left <= 0) return sayBook()
      isWaiting = true
      later(left, sayBook)
    },
    down: () => {
      say({ kind: 'down' })
      over.abort()
    },
  }
}
