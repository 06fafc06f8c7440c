// Reads CoinGecko: coingecko-typescript of 2026-07-21, docs.coingecko.com on errors and rate limits. Its errors come in three
// forms, and a coin without a price has `null` where another has a number.

import { reason } from '../../../../shared/reasons/reason.ts'
import type { Candle, HistoryRange } from '../../../../shared/sources/quotes.ts'
import type { SourcePlan } from '../../../../shared/sources/sources.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import { amountOf, candleOf, fromMillis, percentOf, priceOf, rowsAt } from '../../../exchanges/common/public-reads.ts'
import type { GeckoCoin, GeckoPage, UsageRow } from '../../../ports/market-data.ts'
import { type ReadTrouble, wordsOf } from '../answers.ts'
import { keyedTrouble } from './common.ts'
import type { Reader } from './reader.ts'
import { inOrder } from './venues.ts'

const MOST_BYTES = 2 * 1024 * 1024
/** A key that belongs to the other of its two hosts. */
const OTHER_HOST: readonly string[] = ['10010', '10011']
const KEY_CODES: readonly string[] = ['10002', ...OTHER_HOST]
/** A question, or a time, that this plan does not have: their status alone is that of a refused key. */
const NOT_IN_PLAN: readonly string[] = ['10005', '10012']
const DAYS: Readonly<Record<HistoryRange, string>> = { '1d': '1', '7d': '7', '30d': '30', '1y': '365', max: 'max' }

/** The code of an error, wherever it stands; `null` where there is none. */
function codeOf(body: unknown): string | null {
  return textOf(member(body, 'error_code')) ?? textOf(member(body, 'status', 'error_code'))
}

const messageOf = (body: unknown): string | null =>
  wordsOf(member(body, 'status', 'error_message')) ??
  wordsOf(member(body, 'error', 'status', 'error_message')) ??
  wordsOf(member(body, 'error'))

const troubleFor =
  (plan: SourcePlan | null): ReadTrouble =>
  (body, status) => {
    const code = codeOf(body) ?? textOf(member(body, 'error', 'status', 'error_code'))
    const words = messageOf(body)
    if (code !== null && OTHER_HOST.includes(code)) {
      return { why: reason('SOURCE_OTHER_PLAN', { plan: plan === 'pro' ? 'demo' : 'pro' }), kind: 'refused' }
    }
    if (code !== null && KEY_CODES.includes(code)) {
      return { why: reason('SOURCE_KEY_REFUSED', { words }), kind: 'refused' }
    }
    if (code !== null && NOT_IN_PLAN.includes(code))
      return { why: reason('SOURCE_NOT_IN_PLAN', { words }), kind: 'refused' }
    if (code === '429') return { why: reason('SOURCE_REFUSED', { status, words }), kind: 'limit' }
    return keyedTrouble(status, words)
  }

const common = {
  isExact: true,
  isNoneAt404: false,
  maxBytes: MOST_BYTES,
  trouble: ({ plan }: { plan: SourcePlan | null }) => troubleFor(plan),
}

const isoOf = (value: unknown): string | null => {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

const countOf = (value: unknown): number | null => {
  const text = textOf(value)
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}

export const geckoMarkets: Reader<'gecko-markets'> = {
  ...common,
  path: ({ ids }) =>
    `/coins/markets?vs_currency=usd&per_page=250&precision=full&ids=${ids.map(encodeURIComponent).join(',')}`,
  rows: (body) => {
    const rows = rowsAt(body)
    if (rows === null) return null
    const coins = rows.flatMap((row): GeckoCoin[] => {
      const of = (name: string) => member(row, name)
      const [remoteId, symbol] = [textOf(of('id')), textOf(of('symbol'))]
      if (remoteId === null || symbol === null) return []
      return [
        {
          ...{ remoteId, symbol, at: isoOf(of('last_updated')), price: priceOf(of('current_price')) },
          change24h: percentOf(of('price_change_percentage_24h')),
          marketCap: priceOf(of('market_cap')),
          rank: countOf(of('market_cap_rank')),
          fullyDilutedValue: priceOf(of('fully_diluted_valuation')),
          volume24h: amountOf(of('total_volume')),
          ...{ high24h: priceOf(of('high_24h')), low24h: priceOf(of('low_24h')) },
          ...{ circulatingSupply: priceOf(of('circulating_supply')), totalSupply: priceOf(of('total_supply')) },
          ...{ maxSupply: priceOf(of('max_supply')), allTimeHigh: priceOf(of('ath')) },
          allTimeHighAt: isoOf(of('ath_date')),
        },
      ]
    })
    return rows.length > 0 && coins.length === 0 ? null : { rows: coins, at: null }
  },
}

/** Addresses of a coin by kind; only https, and none that is longer than an address is. */
function linksOf(body: unknown): GeckoPage['links'] {
  const links = member(body, 'links')
  const list = (kind: GeckoPage['links'][number]['kind'], value: unknown) =>
    (Array.isArray(value) ? value : [value]).flatMap((url: unknown): GeckoPage['links'] => {
      const parsed = typeof url === 'string' && url.length <= 300 ? URL.parse(url) : null
      const isSafe = parsed?.protocol === 'https:' && parsed.username === '' && parsed.password === ''
      return isSafe ? [{ kind, url: parsed.href }] : []
    })
  return [
    ...list('site', member(links, 'homepage')),
    ...list('docs', member(links, 'whitepaper')),
    ...list('explorer', member(links, 'blockchain_site')),
    ...list('code', member(links, 'repos_url', 'github')),
    ...list('social', member(links, 'chat_url')),
  ].slice(0, 20)
}

function pageOf(body: unknown): GeckoPage | null {
  const [remoteId, symbol] = [textOf(member(body, 'id')), textOf(member(body, 'symbol'))]
  if (remoteId === null || symbol === null) return null
  const preview = member(body, 'preview_listing')
  const categories = member(body, 'categories')
  const platforms = member(body, 'platforms')
  return {
    ...{ remoteId, symbol, isPreview: typeof preview === 'boolean' ? preview : null, links: linksOf(body) },
    categories: (Array.isArray(categories) ? categories : []).flatMap((each) => wordsOf(each) ?? []).slice(0, 30),
    contracts: Object.entries(typeof platforms === 'object' && platforms !== null ? platforms : {}).flatMap(
      ([chain, address]) =>
        chain !== '' && typeof address === 'string' && address !== '' ? [`${chain}:${address}`] : [],
    ),
  }
}

const onePage = (body: unknown) => {
  const page = pageOf(body)
  return page === null ? null : { rows: [page], at: null }
}
const LEAN = 'localization=false&tickers=false&market_data=false&community_data=false&developer_data=false'

export const geckoContract: Reader<'gecko-contract'> = {
  ...common,
  isNoneAt404: true,
  path: ({ chain, address }) => `/coins/${encodeURIComponent(chain)}/contract/${encodeURIComponent(address)}`,
  rows: onePage,
}

export const geckoPage: Reader<'gecko-page'> = {
  ...common,
  isNoneAt404: true,
  path: ({ id }) => `/coins/${encodeURIComponent(id)}?${LEAN}`,
  rows: onePage,
}

export const geckoChart: Reader<'gecko-chart'> = {
  ...common,
  path: ({ id, range }, { plan }) => {
    // A Demo key is refused anything before the last year.
    const days = plan === 'pro' ? DAYS[range] : DAYS[range === 'max' ? '1y' : range]
    return `/coins/${encodeURIComponent(id)}/ohlc?vs_currency=usd&days=${days}&precision=full`
  },
  rows: (body) => {
    const rows = rowsAt(body)
    if (rows === null) return null
    const candles = rows.flatMap((row): Candle[] => {
      const candle = Array.isArray(row) ? candleOf(fromMillis(row[0]), row.slice(1, 5), null) : null
      return candle === null ? [] : [candle]
    })
    return rows.length > 0 && candles.length === 0 ? null : { rows: inOrder(candles), at: null }
  },
}

export const geckoUsage: Reader<'gecko-usage'> = {
  ...common,
  path: () => '/key',
  rows: (body) => {
    const perMinute = countOf(member(body, 'rate_limit_request_per_minute'))
    const perMonth = countOf(member(body, 'monthly_call_credit'))
    if (perMinute === null && perMonth === null) return null
    const usedThisMonth = countOf(member(body, 'current_total_monthly_calls'))
    const row: UsageRow = { perMinute, perDay: null, perMonth, usedToday: null, usedThisMonth }
    return { rows: [row], at: null }
  },
}
