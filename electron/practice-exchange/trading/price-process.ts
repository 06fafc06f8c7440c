// The seeded price process: a pure function of seed, market and time, in whole ticks. No state and no floating money.

import { type Decimal, multiply } from '../../../shared/decimal.ts'
import type { PracticeMarket } from './markets.ts'

/** The price can change once in this many milliseconds. */
export const STEP_MS = 2_000

// Waves of different length laid over each other: the long ones make a trend, the short ones the flicker. `swing` is
// in millionths of the base price, chosen so that the price moves less than 0.1 % within ten seconds.
const WAVES = [
  { steps: 5, swing: 250 },
  { steps: 30, swing: 800 },
  { steps: 450, swing: 5_000 },
  { steps: 5_400, swing: 20_000 },
  { steps: 43_200, swing: 50_000 },
  { steps: 302_400, swing: 80_000 },
] as const

const MILLION = 1_000_000

/** Best prices in ticks. */
export interface TickQuote {
  bid: number
  ask: number
  last: number
}

/** The number of the price step that `at` (epoch milliseconds) falls into. */
export function stepAt(at: number): number {
  return Math.floor(at / STEP_MS)
}

function scramble(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d)
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b)
  return (bits ^ (bits >>> 16)) >>> 0
}

function startOf(seed: number, market: PracticeMarket): number {
  let state = scramble(seed ^ 0x51ed270b)
  for (let at = 0; at < market.base.length; at++) state = scramble(state ^ market.base.charCodeAt(at))
  return state
}

function hash(start: number, wave: number, index: number): number {
  return scramble(scramble(start ^ (wave + 1)) ^ index)
}

function middleTicks(start: number, market: PracticeMarket, step: number): number {
  let millionths = 0
  for (const [number, wave] of WAVES.entries()) {
    const index = Math.floor(step / wave.steps)
    const within = step - index * wave.steps
    const from = (hash(start, number, index) % (2 * wave.swing + 1)) - wave.swing
    const to = (hash(start, number, index + 1) % (2 * wave.swing + 1)) - wave.swing
    millionths += Math.floor((from * (wave.steps - within) + to * within) / wave.steps)
  }
  return market.baseTicks + Math.floor((market.baseTicks * millionths) / MILLION)
}

/** The best prices of `market` during price step `step`. The same arguments always give the same prices. */
export function quoteAt(seed: number, market: PracticeMarket, step: number): TickQuote {
  const start = startOf(seed, market)
  const middle = middleTicks(start, market, step)
  const bid = middle - market.halfSpread
  const ask = middle + market.halfSpread
  return { bid, ask, last: hash(start, WAVES.length, step) % 2 === 0 ? bid : ask }
}

/** A whole number of ticks as a price in the quote currency. */
export function toPrice(ticks: number, market: PracticeMarket): Decimal {
  return multiply(String(ticks), market.tick)
}
