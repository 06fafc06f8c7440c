// Reads the public data of exchanges by what each says of its own.

import { reason } from '../../../../shared/reasons/reason.ts'
import type { Candle } from '../../../../shared/sources/quotes.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import { fromMillis, type PublicAssets, type PublicReads } from '../../../exchanges/common/public-reads.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { PublicAnnouncement, PublicAsset, PublicMarket } from '../../../ports/market-data.ts'
import type { ReadTrouble } from '../answers.ts'
import { wordsOf } from '../answers.ts'
import type { Reader } from './reader.ts'

/** The longest list of an exchange that was seen has 12 MB. */
const MOST_BYTES = 16 * 1024 * 1024
const MOST_BYTES_OF_PAGE = 2 * 1024 * 1024
/** Of one page; no exchange's holds more. */
const MOST_ANNOUNCEMENTS = 100

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
      const named = { id, market: `${base}/${quote}`, base, quote, contracts: reads.contracts?.(row) ?? null }
      return [{ ...named, opensAt: null, closesAt: null, ...staged }]
    })
    // A list of which not one row can be read is another thing than an empty one.
    return rows.length > 0 && markets.length === 0 ? null : { rows: markets, at: reads.listAt(body) }
  },
}

export const assetsReader: Reader<'assets'> = {
  ...common,
  isExact: false,
  path: (_of, { source }) => readsOf(source).assets?.path ?? '',
  rows: (body, _of, { source }) => {
    const { assets } = readsOf(source)
    const rows = assets?.rows(body) ?? null
    if (assets === null || rows === null) return null
    const named = rows.flatMap((row): PublicAsset[] => {
      const asset = textOf(member(row, assets.name))
      return asset === null ? [] : [{ asset, contracts: contractsIn(row, assets) }]
    })
    return rows.length > 0 && named.length === 0 ? null : { rows: named, at: null }
  },
}

const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Where a chain's own coin lies, which has no contract: nobody's token, and the same for every one of them. */
const NOWHERE = /^0x(0{40}|e{40})$/i

/** Each chain once; a chain without a contract tells none. */
function contractsIn(row: unknown, { chains, chain, address, except = [] }: PublicAssets): string[] {
  const onChains = member(row, chains)
  if (!Array.isArray(onChains)) return []
  const contracts = onChains.flatMap((each: unknown): string[] => {
    const [name, at] = [member(each, chain), member(each, address)].map(trimmed)
    // A colon would end the name of the chain elsewhere.
    const isContract = name && at && !name.includes(':') && !except.includes(name) && !NOWHERE.test(at)
    return isContract ? [`${name}:${at}`] : []
  })
  return [...new Set(contracts)]
}

export const announcementsReader: Reader<'announcements'> = {
  ...common,
  isExact: false,
  maxBytes: MOST_BYTES_OF_PAGE,
  path: (_of, { source }) => readsOf(source).announcements?.path ?? '',
  rows: (body, _of, { source }) => {
    const { announcements } = readsOf(source)
    const rows = announcements?.rows(body) ?? null
    if (announcements === null || rows === null) return null
    const titled = rows.slice(0, MOST_ANNOUNCEMENTS).flatMap((row): PublicAnnouncement[] => {
      const title = wordsOf(member(row, announcements.title))
      const at = announcements.at.map((name) => fromMillis(member(row, name))).find((time) => time !== null) ?? null
      return title === null
        ? []
        : [{ title, url: ownAddress(member(row, announcements.url), announcements.domain), at }]
    })
    return rows.length > 0 && titled.length === 0 ? null : { rows: titled, at: null }
  },
}

/** An address over https at this domain and nowhere else; `null` for any other. */
function ownAddress(told: unknown, domain: string): string | null {
  const url = typeof told === 'string' && told.length <= 500 ? URL.parse(told.trim()) : null
  const isOwn = url !== null && (url.hostname === domain || url.hostname.endsWith(`.${domain}`))
  const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
  return isOwn && isPlain ? url.href : null
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
