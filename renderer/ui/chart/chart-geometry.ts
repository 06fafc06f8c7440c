// Where the parts of the picture of prices lie: places of times and prices, the marks on both axes. For drawing and nothing else.

import type { Candle } from '../../../shared/sources/quotes.ts'

export const WIDTH = 428
export const HEIGHT = 220
/** Room for the words at the axes. */
const LEFT = 4
const RIGHT = 62
const TOP = 10
const BOTTOM = 22

export interface ChartMark {
  /** Tells it from the others. */
  id: string
  kind: 'buy' | 'sell' | 'listing'
  at: string
  /** `null` for what has none, such as a listing: it is drawn over the whole height. */
  price: string | null
}

export interface Chart {
  /** Of a moment, pixels. */
  x: (at: string) => number
  /** Of a price; one beyond what is drawn lies at the edge. */
  y: (price: number) => number
  /** Prices at which a line is drawn. */
  levels: number[]
  /** Moments that are named below. */
  times: string[]
  plot: { left: number; right: number; top: number; bottom: number }
  /** How wide a candle is. */
  candle: number
}

/** Steps of 1, 2 or 5 times a power of ten: at most so many within the span. */
export function niceLevels(low: number, high: number, most: number): number[] {
  const span = high - low
  if (!(span > 0) || !Number.isFinite(span)) return []
  const rough = span / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power
  const first = Math.ceil(low / step)
  const count = Math.floor(high / step) - first + 1
  return Array.from({ length: count }, (_, index) => (first + index) * step)
}

const MOST_LEVELS = 5
const NAMED_TIMES = 4
/** Above and below the prices, so that no line runs along an edge. */
const AIR = 0.06
/** Of the room that each candle has. */
const CANDLE_WIDTH = 0.7

/** The picture of these prices, the oldest first; `null` for fewer than two, which make no line. */
export function chartOf(candles: readonly Candle[]): Chart | null {
  const [first] = candles
  const last = candles.at(-1)
  if (first === undefined || last === undefined || candles.length < 2) return null
  const prices = candles.flatMap(({ low, high, close }) =>
    [low, high, close].flatMap((p) => (p === null ? [] : [Number(p)])),
  )
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)]
  // A price that never moved still needs a height.
  const air = (highest - lowest) * AIR || Math.abs(highest) * AIR || 1
  const [low, high] = [lowest - air, highest + air]
  const [from, until] = [Date.parse(first.at), Date.parse(last.at)]
  const plot = { left: LEFT, right: WIDTH - RIGHT, top: TOP, bottom: HEIGHT - BOTTOM }
  const wide = plot.right - plot.left
  const tall = plot.bottom - plot.top
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
  return {
    x: (at) => within(plot.left + ((Date.parse(at) - from) / Math.max(1, until - from)) * wide, plot.left, plot.right),
    y: (price) => within(plot.bottom - ((price - low) / (high - low)) * tall, plot.top, plot.bottom),
    levels: niceLevels(low, high, MOST_LEVELS),
    times: Array.from({ length: NAMED_TIMES }, (_, index) =>
      new Date(from + ((until - from) * (index + 0.5)) / NAMED_TIMES).toISOString(),
    ),
    plot,
    candle: Math.max(1, (wide / candles.length) * CANDLE_WIDTH),
  }
}

/** Which price is nearest to a place across the picture, from 0 to 1. */
export function nearestTo(candles: readonly Candle[], chart: Chart, share: number): number {
  const place = share * WIDTH
  const distances = candles.map(({ at }) => Math.abs(chart.x(at) - place))
  return distances.indexOf(Math.min(...distances))
}
