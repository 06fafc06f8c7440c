// The sources of the fake desktop: all off until one is switched on, and then a quote for each coin that has a market.

import { reason } from '../../../shared/reasons/reason.ts'
import type { Candle, Grades, MarketFacts, Quote, QuoteDetail } from '../../../shared/sources/quotes.ts'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import { SOURCE_IDS, type Source } from '../../../shared/sources/sources.ts'
import type { Emit, FakeOperations } from './fake-contract.ts'
import { refuse } from './fake-contract.ts'
import type { FakeState } from './fake-state.ts'

const DAY_MS = 86_400_000
const POINTS = 60
const SPAN_MS = { '1d': DAY_MS, '7d': 7 * DAY_MS, '30d': 30 * DAY_MS, '1y': 365 * DAY_MS, max: 900 * DAY_MS }

/** As on a new profile. */
export function allSourcesOff(): Source[] {
  return SOURCE_IDS.map((source): Source => {
    const { name, kind, needsKey, plans, address, limits, attribution } = sourceFacts(source)
    const plan = plans[0] ?? null
    const { perMonth } = limits(plan)
    return {
      ...{ source, name, kind, needsKey, plan, enabled: false, hasKey: false, key: null },
      budget: {
        ...limits(plan),
        ...{ usedThisMinute: 0, usedToday: 0, usedThisMonth: 0, countedHere: true },
        arithmetic:
          perMonth === null
            ? null
            : reason('BUDGET_OF_MONTH', {
                perMonth,
                perRefresh: 3,
                refreshes: Math.floor(perMonth / 3),
                counted: 'here',
              }),
      },
      hosts: [new URL(address(plan).base).host],
      ...{ lastAskedAt: null, lastAnswerAt: null, lastError: null, restsUntil: null },
      attribution: attribution && { text: reason('ATTRIBUTION', { name, as: attribution.as }), url: attribution.url },
    }
  })
}

type SourceOperation = Extract<keyof FakeOperations, `sources.${string}`>

/** The answers about sources. */
export function sourceOperations(state: FakeState, emit: Emit): Pick<FakeOperations, SourceOperation> {
  const change = (source: string, patch: Partial<Source>): Source => {
    const found = state.sources.find((each) => each.source === source) ?? refuse('NOT_FOUND', source)
    Object.assign(found, patch)
    emit('sources.changed', [...state.sources])
    return { ...found }
  }
  return {
    'sources.list': () => state.sources.map((source) => ({ ...source })),
    'sources.save': ({ source, enabled, apiKey, reference, plan }) => {
      const place = reference?.apiKey ?? null
      const key: Partial<Source> =
        apiKey !== undefined
          ? { hasKey: true, key: { source: 'vault', keyEnd: apiKey.slice(-4), place: null, isConfirmed: true } }
          : reference === null
            ? { hasKey: false, key: null }
            : reference === undefined
              ? {}
              : { hasKey: true, key: { source: reference.kind, keyEnd: null, place, isConfirmed: true } }
      return change(source, { enabled, ...key, ...(plan !== undefined && { plan }) })
    },
    'sources.refresh': ({ source }) => {
      const now = new Date().toISOString()
      return change(source, { lastAskedAt: now, lastAnswerAt: now, lastError: null })
    },
  }
}

const BYBIT = { source: 'bybit', venue: 'bybit', by: '0.071' } as const

/** A quote of peaq by Binance, with what is given in its place. */
export function aQuote(patch: Partial<Quote>): Quote {
  const now = new Date().toISOString()
  return {
    ...{ coinId: 'peaq', price: '0.2', currency: 'USDT', source: 'binance', venue: 'binance', market: 'PEAQ/USDT' },
    ...{ basis: 'market', at: now, receivedAt: now, bid: null, ask: null, change24h: null, volume24h: null },
    ...{ marketCap: null, confidence: null, simulated: false, differs: [], ...patch },
  }
}

/** A quote of the market of each coin by Binance, while that is on. */
function quotesOf(state: FakeState): Quote[] {
  if (state.sources.find(({ source }) => source === 'binance')?.enabled !== true) return []
  return state.markets.flatMap(({ coinId, market, quote, price }): Quote[] => {
    if (price === null) return []
    const receivedAt = new Date(Date.now() - 4_000).toISOString()
    return [
      {
        ...{ coinId, price: price.last, currency: quote, source: 'binance', venue: 'binance', market, basis: 'market' },
        ...{ at: receivedAt, receivedAt, bid: price.bid, ask: price.ask, change24h: '-0.0312', volume24h: '1204000' },
        ...{ marketCap: null, confidence: null, simulated: false },
        differs: coinId === 'peaq' ? [{ ...BYBIT, price: '0.2142', currency: 'USDT', at: receivedAt }] : [],
      },
    ]
  })
}

/** The same facts and grades of every coin, by whichever of both sources is on. */
function researchOf(state: FakeState): Pick<QuoteDetail, 'facts' | 'grades'> {
  const isOn = (name: string) => state.sources.find(({ source }) => source === name)?.enabled === true
  const at = new Date(Date.now() - 3_600_000).toISOString()
  const facts: MarketFacts = {
    ...{ source: 'coingecko', remoteId: 'peaq-2', at, receivedAt: at, marketCap: '181204551', rank: 291 },
    ...{ fullyDilutedValue: '841000000', volume24h: '10400213', high24h: '0.2084', low24h: '0.1911' },
    ...{ circulatingSupply: '901220113', totalSupply: '4200000000', maxSupply: null, allTimeHigh: '0.7511' },
    ...{ allTimeHighAt: '2024-12-12T00:00:00.000Z', categories: ['DePIN', 'Layer 1'], isPreview: false },
    links: [{ kind: 'site', url: 'https://www.peaq.network/' }],
  }
  const grades: Grades = {
    ...{ source: 'token-metrics', remoteId: '3375', at, receivedAt: at, tmGrade: '71.2', fundamental: '68' },
    ...{ technology: '83.4', trader: '55', signal: 'Buy', momentum: 'Positive', fundamentalClass: 'Strong' },
    ...{ tradingSignal: 1, parts: [{ name: 'COMMUNITY_SCORE', value: '72' }], url: null },
  }
  return { facts: isOn('coingecko') ? facts : null, grades: isOn('token-metrics') ? grades : null }
}

type QuoteOperation = Extract<keyof FakeOperations, `quotes.${string}` | 'history.get'>

/** The answers about prices. */
export function quoteOperations(state: FakeState): Pick<FakeOperations, QuoteOperation> {
  return {
    'quotes.list': ({ coinIds }) => quotesOf(state).filter(({ coinId }) => coinIds?.includes(coinId) ?? true),
    'quotes.get': ({ coinId }) => {
      const all = quotesOf(state).filter((quote) => quote.coinId === coinId)
      return { quote: all[0] ?? null, all, ...researchOf(state), silent: [] }
    },
    'history.get': ({ coinId, range }) => {
      const [quote] = quotesOf(state).filter((each) => each.coinId === coinId)
      const none = { currency: null, source: null, venue: null, market: null, receivedAt: null }
      if (quote === undefined) {
        return { coinId, range, candles: [], ...none, problem: reason('HISTORY_NOT_KNOWN') }
      }
      const step = SPAN_MS[range] / POINTS
      const candles = Array.from({ length: POINTS }, (_, at): Candle => {
        const close = String(Number(quote.price) * (1 + Math.sin(at / 5) / 10))
        const opened = new Date(Date.now() - (POINTS - at) * step).toISOString()
        return { at: opened, open: quote.price, high: close, low: quote.price, close, volume: '1000' }
      })
      const { currency, source, venue, market, receivedAt } = quote
      const told = source === 'practice' ? null : source
      return { coinId, range, candles, currency, source: told, venue, market, receivedAt, problem: null }
    },
  }
}
