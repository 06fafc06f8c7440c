// The readers by what a request is for. One that is missing here does not compile.

import type { ReadKind } from '../../../ports/market-data.ts'
import { geckoChart, geckoContract, geckoMarkets, geckoPage, geckoUsage } from './gecko.ts'
import { llamaChart, llamaPrices } from './llama.ts'
import { metricsRows, metricsTokens } from './metrics.ts'
import { rankUsage } from './rank.ts'
import type { Reader } from './reader.ts'
import { announcementsReader, assetsReader, candlesReader, marketsReader, tickersReader } from './venues.ts'

const READERS: { readonly [K in ReadKind]: Reader<K> } = {
  markets: marketsReader,
  assets: assetsReader,
  announcements: announcementsReader,
  tickers: tickersReader,
  candles: candlesReader,
  'llama-prices': llamaPrices,
  'llama-chart': llamaChart,
  'gecko-markets': geckoMarkets,
  'gecko-contract': geckoContract,
  'gecko-page': geckoPage,
  'gecko-chart': geckoChart,
  'gecko-usage': geckoUsage,
  'metrics-tokens': metricsTokens,
  'metrics-rows': metricsRows,
  'rank-usage': rankUsage,
}

/** The reader of this kind of request, whichever it is. */
export const readerOf = (kind: ReadKind): Reader<ReadKind> => READERS[kind] as Reader<ReadKind>
