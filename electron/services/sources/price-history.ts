// The history of a coin's price: of the market whose quote counts, else of its contract, else by CoinGecko's name for it. The last
// one that came is kept, and stands while no newer one does.

import type { Input, Output } from '../../../shared/contract/contract.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import type { Candle, HistoryRange, Quote } from '../../../shared/sources/quotes.ts'
import { isPublicVenue } from '../../../shared/sources/source-facts.ts'
import type { SourceId } from '../../../shared/sources/sources.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { SourceStore } from '../../ports/sources.ts'
import type { Clock } from '../../ports/system.ts'
import type { CoinService } from '../research/coin-service.ts'
import { llamaName } from './chain-names.ts'
import { candleRows, candlesIn, KEPT } from './kept-values.ts'
import type { QuoteService } from './quote-service.ts'
import type { SourceClient } from './source-client.ts'
import type { VenueLists } from './venue-lists.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** A list for the exchange's own word of a market. */
const LIST_GOOD_FOR_MS = HOUR_MS
/** About as long as a candle of the range. */
const GOOD_FOR_MS: Readonly<Record<HistoryRange, number>> = {
  '1d': 5 * MINUTE_MS,
  '7d': HOUR_MS,
  '30d': 4 * HOUR_MS,
  '1y': 12 * HOUR_MS,
  max: 24 * HOUR_MS,
}

type History = Output<'history.get'>

export interface PriceHistoryParts {
  client: SourceClient
  lists: Pick<VenueLists, 'markets'>
  store: Pick<SourceStore, 'valuesOn' | 'saveValues' | 'remoteIds' | 'row'>
  quotes: Pick<QuoteService, 'all'>
  coins: Pick<CoinService, 'get'>
  clock: Pick<Clock, 'now'>
}

interface Came {
  source: SourceId
  venue: string | null
  market: string | null
  currency: string
  receivedAt: string
  candles: Candle[]
}

/** Builds it. @throws AppError `NOT_FOUND` for a coin that is not there */
export function createPriceHistory(parts: PriceHistoryParts): (input: Input<'history.get'>) => Promise<History> {
  const { client, lists, store, quotes, coins, clock } = parts
  const kept = (subject: string): Came | null => {
    const [value] = store.valuesOn(KEPT.history, subject).toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
    if (value === undefined) return null
    const of = (name: string) => textOf(member(value.value, name))
    const candles = candlesIn(member(value.value, 'candles'))
    const { source, receivedAt } = value
    return { source, receivedAt, venue: of('venue'), market: of('market'), currency: of('currency') ?? 'USD', candles }
  }
  const keep = (subject: string, { source, receivedAt, candles, ...more }: Came) => {
    const value = { ...more, candles: candleRows(candles) }
    store.saveValues([{ source, kind: KEPT.history, subject, at: candles.at(-1)?.at ?? null, receivedAt, value }])
  }
  const ofMarket = async (quote: Quote, range: HistoryRange): Promise<Came | Reason> => {
    const { source, market, currency } = quote
    if (source === 'practice' || !isPublicVenue(source)) return reason('HISTORY_NOT_KNOWN')
    const listed = await lists.markets(source, LIST_GOOD_FOR_MS)
    const id = listed?.find((each) => each.market === market)?.id
    if (id === undefined) return client.problem(source) ?? reason('HISTORY_NOT_KNOWN')
    const answer = await client.ask(source, 'candles', { id, range, now: clock.now() })
    if (!answer.ok) return answer.why
    return { source, venue: source, market, currency, receivedAt: answer.receivedAt, candles: answer.rows }
  }
  const ELSEWHERE = { venue: null, market: null, currency: 'USD' }
  const ofContract = async (coinId: string, range: HistoryRange): Promise<Came | Reason> => {
    const name =
      coins
        .get(coinId)
        .contracts.map(llamaName)
        .find((each) => each !== null) ?? null
    if (!store.row('defillama').enabled) return reason('SOURCE_OFF')
    if (name === null) return reason('SOURCE_HAS_NO_CONTRACT')
    const answer = await client.ask('defillama', 'llama-chart', { name, range, now: clock.now() })
    if (!answer.ok) return answer.why
    return { source: 'defillama', ...ELSEWHERE, receivedAt: answer.receivedAt, candles: answer.rows }
  }
  const ofGecko = async (coinId: string, range: HistoryRange): Promise<Came | Reason> => {
    if (!store.row('coingecko').enabled) return reason('SOURCE_OFF')
    const id = store.remoteIds('coingecko').get(coinId)
    if (id === undefined) return reason('SOURCE_KNOWS_NOT')
    const answer = await client.ask('coingecko', 'gecko-chart', { id, range })
    if (!answer.ok) return answer.why
    return { source: 'coingecko', ...ELSEWHERE, receivedAt: answer.receivedAt, candles: answer.rows }
  }
  /** The first that has any; else the first reason that is of a source that is on. */
  const fresh = async (coinId: string, range: HistoryRange): Promise<Came | Reason> => {
    const ways = [
      ...(quotes.all().get(coinId) ?? []).map((quote) => () => ofMarket(quote, range)),
      () => ofContract(coinId, range),
      () => ofGecko(coinId, range),
    ]
    let why: Reason | null = null
    let isOff = true
    for (const way of ways) {
      const came = await way()
      if ('candles' in came && came.candles.length > 0) return came
      const code = 'code' in came ? came.code : null
      if (code === 'HISTORY_NOT_KNOWN' || code === 'SOURCE_OFF') continue
      isOff = false
      if ('code' in came) why ??= came
    }
    return why ?? reason(isOff ? 'HISTORY_SOURCES_OFF' : 'HISTORY_NOT_KNOWN')
  }
  return async ({ coinId, range }) => {
    coins.get(coinId)
    const subject = `${coinId} ${range}`
    const before = kept(subject)
    const age = before === null ? Number.POSITIVE_INFINITY : clock.now() - Date.parse(before.receivedAt)
    if (before !== null && age >= 0 && age < GOOD_FOR_MS[range]) return shown(coinId, range, before, null)
    const came = await fresh(coinId, range)
    if ('code' in came) return shown(coinId, range, before, came)
    keep(subject, came)
    return shown(coinId, range, came, null)
  }
}

function shown(coinId: string, range: HistoryRange, came: Came | null, problem: Reason | null): History {
  const nothing = { candles: [], currency: null, source: null, venue: null, market: null, receivedAt: null }
  return { coinId, range, ...(came ?? nothing), problem }
}
