// What crosses between the backend and the market-data worker, each way: unknown until it has passed one of these shapes.

import { z } from 'zod'
import { DECIMAL_PATTERN, SIGNED_PATTERN } from '../../../shared/decimal.ts'
import { MARKET_STAGES } from '../../../shared/markets/market-stages.ts'
import type { Reason } from '../../../shared/reasons/reason.ts'
import { isReason } from '../../../shared/reasons/reason-tables.ts'
import { HISTORY_RANGES } from '../../../shared/sources/quotes.ts'
import { SOURCE_IDS, SOURCE_PLANS } from '../../../shared/sources/sources.ts'
import { METRICS_PAGE, METRICS_PATHS, METRICS_VERSIONS, type ReadKind, type Reads } from '../../ports/market-data.ts'

const decimal = z.string().regex(DECIMAL_PATTERN)
const signed = z.string().regex(SIGNED_PATTERN)
const name = z.string().min(1).max(300)
const time = z.iso.datetime()
const count = z.number().int().nonnegative()
const range = z.enum(HISTORY_RANGES)
const none = z.strictObject({})
/** Chains that one asset is told to lie on. */
const MOST_CONTRACTS = 100

const market = z.strictObject({
  ...{ id: name, market: name, base: name, quote: name, stage: z.enum(MARKET_STAGES) },
  ...{ opensAt: time.nullable(), closesAt: time.nullable(), contracts: z.array(name).max(MOST_CONTRACTS).nullable() },
  takes: z
    .strictObject({
      orderTypes: z.array(z.enum(['market', 'limit', 'stop-limit'])),
      timesInForce: z.array(z.enum(['gtc', 'ioc', 'post-only'])),
      sides: z.array(z.enum(['buy', 'sell'])),
    })
    .partial()
    .optional(),
})
const asset = z.strictObject({ asset: name, contracts: z.array(name).max(MOST_CONTRACTS) })
const announcement = z.strictObject({ title: name, url: z.url().max(500).nullable(), at: time.nullable() })
const ticker = z.strictObject({
  ...{ market: name, last: decimal, bid: decimal.nullable(), ask: decimal.nullable() },
  ...{ change24h: signed.nullable(), volume24h: decimal.nullable(), at: time.nullable() },
})
const candle = z.strictObject({
  ...{ at: time, open: decimal.nullable(), high: decimal.nullable(), low: decimal.nullable() },
  ...{ close: decimal, volume: decimal.nullable() },
})
const namedPrice = z.strictObject({ name, price: decimal, confidence: decimal.nullable(), at: time.nullable() })
const known = decimal.nullable()
const geckoCoin = z.strictObject({
  ...{ remoteId: name, symbol: name, at: time.nullable(), price: known, change24h: signed.nullable() },
  ...{ marketCap: known, rank: count.nullable(), fullyDilutedValue: known, volume24h: known, high24h: known },
  ...{ low24h: known, circulatingSupply: known, totalSupply: known, maxSupply: known, allTimeHigh: known },
  allTimeHighAt: time.nullable(),
})
const geckoPage = z.strictObject({
  ...{ remoteId: name, symbol: name, isPreview: z.boolean().nullable(), categories: z.array(name).max(30) },
  links: z.array(z.strictObject({ kind: z.enum(['site', 'docs', 'explorer', 'code', 'social']), url: name })).max(20),
  contracts: z.array(z.string().max(400)).max(200),
})
const metrics = z.strictObject({
  ...{ tokenId: name, symbol: name.nullable(), fields: z.record(z.string().max(100), z.string().max(300)) },
})
const usage = z.strictObject({
  ...{ perMinute: count.nullable(), perDay: count.nullable(), perMonth: count.nullable() },
  ...{ usedToday: count.nullable(), usedThisMonth: count.nullable() },
})

type Shapes = { readonly [K in ReadKind]: { of: z.ZodType<Reads[K]['of']>; row: z.ZodType<Reads[K]['row']> } }

/** What each kind of request takes, and a row of its answer. */
export const READ_SHAPES: Shapes = {
  markets: { of: z.strictObject({ part: count, now: z.number() }), row: market },
  assets: { of: none, row: asset },
  announcements: { of: none, row: announcement },
  tickers: {
    of: z.strictObject({ markets: z.array(z.strictObject({ id: name, market: name })).max(5_000) }),
    row: ticker,
  },
  candles: { of: z.strictObject({ id: name, range, now: z.number() }), row: candle },
  'llama-prices': { of: z.strictObject({ names: z.array(name).max(100) }), row: namedPrice },
  'llama-chart': { of: z.strictObject({ name, range, now: z.number() }), row: candle },
  'gecko-markets': { of: z.strictObject({ ids: z.array(name).max(250) }), row: geckoCoin },
  'gecko-contract': { of: z.strictObject({ chain: name, address: name }), row: geckoPage },
  'gecko-page': { of: z.strictObject({ id: name }), row: geckoPage },
  'gecko-chart': { of: z.strictObject({ id: name, range }), row: candle },
  'gecko-usage': { of: none, row: usage },
  'metrics-tokens': { of: z.strictObject({ address: name, version: z.enum(METRICS_VERSIONS) }), row: metrics },
  'metrics-rows': {
    of: z.strictObject({
      ...{ path: z.enum(METRICS_PATHS), ids: z.array(name).max(METRICS_PAGE) },
      ...{ page: count, version: z.enum(METRICS_VERSIONS) },
    }),
    row: metrics,
  },
  'rank-usage': { of: none, row: usage },
}

const KINDS = Object.keys(READ_SHAPES) as ReadKind[]
const id = z.number().int().positive()
const read = z.strictObject({
  ...{ source: z.enum(SOURCE_IDS), plan: z.enum(SOURCE_PLANS).nullable(), host: z.string().max(300).nullable() },
  ...{ kind: z.enum(KINDS), of: z.unknown() },
})
const pause = z.number().nonnegative().nullable()
/** What a keyed request came to, which was sent in the vault's process. */
const outcome = z.discriminatedUnion('phase', [
  z.strictObject({
    ...{ phase: z.literal('answered'), status: z.number(), contentType: z.string() },
    ...{ retryAfter: z.string().nullable(), date: z.string().optional() },
    body: z.string(),
  }),
  z.strictObject({ phase: z.literal('not-sent'), detail: z.custom<Reason>(isReason) }),
  z.strictObject({
    ...{ phase: z.literal('lost'), sent: z.enum(['part', 'whole']), detail: z.custom<Reason>(isReason) },
  }),
])

/** To the worker: a request to send, an answer to read, or leave to go on with the next part. */
export const toWorker = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('send'), id, read }),
  z.strictObject({ what: z.literal('parse'), id, read, outcome }),
  z.strictObject({ what: z.literal('next'), id }),
])

/** From it: rows, in parts where they are many, or why there are none. */
export const fromWorker = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('rows'),
    id,
    rows: z.array(z.unknown()).max(1_000),
    more: z.boolean(),
    at: time.nullable(),
  }),
  z.strictObject({
    ...{ what: z.literal('trouble'), id, why: z.custom<Reason>(isReason) },
    ...{ kind: z.enum(['limit', 'refused', 'failed']), asked: pause },
  }),
])

export type ToWorker = z.infer<typeof toWorker>
export type FromWorker = z.infer<typeof fromWorker>
