// Prices of real exchanges that markets here follow: told by the app that started the exchange, kept in the ledger, and good for
// two minutes. A market that follows one never goes back to made prices by itself: it halts, because the two lie far apart.

import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { compare, DECIMAL_PATTERN, type Decimal, isZero } from '../../../shared/decimal.ts'
import type { PracticeMarket } from './markets.ts'

/** A real price is asked for once a minute at least; this is one that was missed, and the time that an answer takes. */
export const REAL_PRICE_LIFE_MS = 120_000
/** A clock that was turned back must not keep a price for good. */
const MAX_AHEAD_MS = 5_000

const positive = z
  .string()
  .regex(DECIMAL_PATTERN, { abort: true })
  .refine((value) => !isZero(value))
const realPrice = z
  .strictObject({
    coinId: z.string().min(1).max(64),
    /** The name of the exchange whose price it is, for people. */
    source: z.string().min(1).max(40),
    bid: positive,
    ask: positive,
    last: positive,
    /** Epoch milliseconds. */
    receivedAt: z.int().min(0),
  })
  .refine(({ bid, ask }) => compare(bid, ask) <= 0)

/** All that is followed from now on; whatever is not in it has made prices again. */
export const realPricesMessage = z.array(realPrice).max(10_000)

export type RealPrice = z.infer<typeof realPrice>

const row = z.object({
  ...{ source: z.string(), bid: z.string(), ask: z.string(), last: z.string() },
  ...{ received_at: z.number(), told_at: z.number() },
})

export interface FollowedPrice {
  source: string
  bid: Decimal
  ask: Decimal
  last: Decimal
  /** When the app got it, which says how old it is. */
  receivedAt: number
  /** Since when the market here has it. */
  toldAt: number
}

/** What `market` follows, however old; `null` for a market with made prices. */
export function followedPrice(db: DatabaseSync, market: PracticeMarket): FollowedPrice | null {
  const found = db
    .prepare('SELECT source, bid, ask, last, received_at, told_at FROM real_prices WHERE market = ?')
    .get(market.market)
  if (found === undefined) return null
  const { received_at: receivedAt, told_at: toldAt, ...price } = row.parse(found)
  return { ...price, receivedAt, toldAt }
}

/** Whether orders may fill at it at `at` (epoch milliseconds). */
export function isFresh({ receivedAt }: Pick<FollowedPrice, 'receivedAt'>, at: number): boolean {
  return at - receivedAt <= REAL_PRICE_LIFE_MS && receivedAt - at <= MAX_AHEAD_MS
}

/**
 * As of when it is the price of the market. One that was good when the market took it up counts from then: an older time would be
 * that of a made price, which it has replaced.
 */
export function priceTime(price: FollowedPrice): number {
  const { receivedAt, toldAt } = price
  return isFresh(price, toldAt) ? Math.max(receivedAt, toldAt) : receivedAt
}

/** `null` gives the market its made prices back. */
export function saveFollowedPrice(db: DatabaseSync, market: PracticeMarket, price: FollowedPrice | null): void {
  if (price === null) {
    db.prepare('DELETE FROM real_prices WHERE market = ?').run(market.market)
    return
  }
  const { source, bid, ask, last, receivedAt, toldAt } = price
  db.prepare(
    `INSERT INTO real_prices (market, source, bid, ask, last, received_at, told_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (market) DO UPDATE SET source = excluded.source, bid = excluded.bid, ask = excluded.ask,
       last = excluded.last, received_at = excluded.received_at, told_at = excluded.told_at`,
  ).run(market.market, source, bid, ask, last, receivedAt, toldAt)
}
