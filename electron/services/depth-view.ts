// The books of an account's markets, each kept for a moment, so that typing in a ticket does not ask for each letter.

import type { Depth } from '../../shared/order.ts'
import type { Clock, Exchange } from '../ports.ts'

/** A book, or that there was none to be had, stands for this long, milliseconds. */
const FRESH_MS = 2_000

/** @returns the book of a market; `null` where the venue tells none now. Never rejects. */
export function createDepthView(exchange: Exchange, clock: Clock): (market: string) => Promise<Depth | null> {
  const books = new Map<string, { askedAt: number; told: Promise<Depth | null> }>()
  return (market) => {
    if (exchange.depth === null) return Promise.resolve(null)
    const known = books.get(market)
    const now = clock.monotonic()
    if (known !== undefined && now - known.askedAt < FRESH_MS) return known.told
    const told = exchange.depth(market).catch(() => null)
    books.set(market, { askedAt: now, told })
    return told
  }
}
