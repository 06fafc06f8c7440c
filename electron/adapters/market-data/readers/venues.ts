// Reads the public data of exchanges by what each says of its own.

import { reason } from '../../../../shared/reasons/reason.ts'
import type { Candle } from '../../../../shared/sources/quotes.ts'
import type { PublicReads } from '../../../exchanges/common/public-reads.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { PublicMarket } from '../../../ports/market-data.ts'
import type { ReadTrouble } from '../answers.ts'
import { wordsOf } from '../answers.ts'
import type { Reader } from './reader.ts'

/** The longest list of an exchange that was seen has 12 MB. */
const MOST_BYTES = 16 * 1024 * 1024

function readsOf(venue: string): PublicReads {
  const { publicReads } = adapterOf(venue)
  if (publicReads === null) throw new Error('no public data is read of this exchange')
  return publicReads
}

const troubleAt =
  (venue: string): ReadTrouble =>
  (body, status) => {
    const trouble = readsOf(venue).trouble(body)
    if (trouble === null) return null
    const words = wordsOf(trouble.words)
    if (trouble.kind === 'failed') return { why: reason('SOURCE_FAILED', { status }), kind: 'failed' }
    return { why: reason('SOURCE_REFUSED', { status, words }), kind: trouble.kind }
  }

const common = {
  trouble: ({ source }: { source: string }) => troubleAt(source),
  maxBytes: MOST_BYTES,
  isNoneAt404: false,
}

export const marketsReader: Reader<'markets'> = {
  ...common,
  isExact: false,
  path: ({ part }, { source }) => readsOf(source).lists[part] ?? '',
  rows: (body, { now }, { source }) => {
    const reads = readsOf(source)
    const rows = reads.listRows(body)
    if (rows === null) return null
    const { stage } = adapterOf(source)
    const markets = rows.flatMap((row): PublicMarket[] => {
      const name = reads.name(row)
      if (name === null) return []
      const staged = stage?.(row, now) ?? { stage: 'unknown' }
      const { id, base, quote } = name
      const named = { id, market: `${base}/${quote}`, base, quote, contract: reads.contract(row) }
      return [{ ...named, opensAt: null, closesAt: null, ...staged }]
    })
    // A list of which not one row can be read is another thing than an empty one.
    return rows.length > 0 && markets.length === 0 ? null : { rows: markets, at: reads.listAt(body) }
  },
}

export const tickersReader: Reader<'tickers'> = {
  ...common,
  isExact: true,
  path: ({ markets }, { source }) => readsOf(source).tickers(markets.map(({ id }) => id)),
  rows: (body, { markets }, { source }) => {
    const reads = readsOf(source)
    const rows = reads.tickerRows(body)
    if (rows === null) return null
    const at = reads.tickersAt(body)
    const byId = new Map(markets.map(({ id, market }) => [id, market]))
    const tickers = rows.flatMap((row) => {
      const read = reads.ticker(row)
      const market = read === null ? undefined : byId.get(read.id)
      return read === null || market === undefined ? [] : [{ market, ...read.ticker, at: read.ticker.at ?? at }]
    })
    return { rows: tickers, at }
  },
}

export const candlesReader: Reader<'candles'> = {
  ...common,
  isExact: true,
  path: ({ id, range, now }, { source }) => readsOf(source).candles(id, range, now),
  rows: (body, _of, { source }) => {
    const reads = readsOf(source)
    const rows = reads.candleRows(body)
    if (rows === null) return null
    const candles = inOrder(rows.flatMap((row) => reads.candle(row) ?? []))
    return rows.length > 0 && candles.length === 0 ? null : { rows: candles, at: null }
  },
}

/** The oldest first, each time once. */
export function inOrder(candles: readonly Candle[]): Candle[] {
  const byTime = new Map(candles.map((candle) => [candle.at, candle]))
  return [...byTime.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}
