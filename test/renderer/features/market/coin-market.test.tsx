// Prices by source as they are drawn: which one counts, by which rule, what differs, and who says nothing. Grades stand beside the
// published score, each with its date.

import { beforeEach, expect, test } from 'vitest'
import { CoinScores } from '../../../../renderer/features/market/CoinScores.tsx'
import { PriceHistory } from '../../../../renderer/features/market/PriceHistory.tsx'
import { partName } from '../../../../renderer/features/market/part-name.ts'
import { QuotesBySource } from '../../../../renderer/features/market/QuotesBySource.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { showCoinMarket } from '../../../../renderer/state/quotes/coin-market-actions.ts'
import { useCoinMarket } from '../../../../renderer/state/quotes/coin-market-store.ts'
import { loadSources } from '../../../../renderer/state/sources/sources-actions.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import type { Grades, QuoteDetail } from '../../../../shared/sources/quotes.ts'
import { drawn } from '../../fakes/drawn.ts'
import { catalogueDetails } from '../../fakes/fake-coins.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { anOrder } from '../../fakes/fake-orders.ts'
import { aQuote } from '../../fakes/fake-sources.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const words = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
let desktop: FakeDesktop

beforeEach(() => {
  desktop = setUpPage()
  for (const source of desktop.state.sources) source.enabled = source.source === 'binance'
})

const KRAKEN = { source: 'kraken', venue: 'kraken', market: 'PEAQ/USD', price: '0.25', currency: 'USD' } as const
const detail = (patch: Partial<QuoteDetail>): QuoteDetail => ({
  ...{ quote: null, all: [], facts: null, grades: null, silent: [], ...patch },
})

test('the price that counts says so, and one that differs by more than 5% says by how much', () => {
  const differs = [{ source: 'kraken', venue: 'kraken', price: '0.25', currency: 'USD', at: null, by: '0.25' }] as const
  const counts = aQuote({ differs: [...differs] })
  const said = words(drawn(<QuotesBySource detail={detail({ quote: counts, all: [counts, aQuote(KRAKEN)] })} />))
  expect(said).toContain(text.market.differ)
  expect(said).toMatch(/Binance PEAQ\/USDT, confirmed market 0\.2 USDT counts/)
  expect(said).toMatch(/Kraken PEAQ\/USD, confirmed market 0\.25 USD \+25\.00% from the price that counts/)
  for (const line of text.market.rules) expect(said).toContain(line)
})

test('where sources agree nothing warns', () => {
  const counts = aQuote({})
  const said = words(drawn(<QuotesBySource detail={detail({ quote: counts, all: [counts, aQuote(KRAKEN)] })} />))
  expect(said).not.toContain(text.market.differ)
})

test('a price of the practice exchange is simulated here too', () => {
  const counts = aQuote({ source: 'practice', venue: 'practice', simulated: true })
  expect(words(drawn(<QuotesBySource detail={detail({ quote: counts, all: [counts] })} />))).toContain('simulated')
})

test('a source that is on and says nothing says why', () => {
  const silent = [{ source: 'defillama', why: reason('SOURCE_HAS_NO_CONTRACT') }] as const
  const said = words(drawn(<QuotesBySource detail={detail({ silent: [...silent] })} />))
  expect(said).toContain('DefiLlama: This coin has no contract address here.')
})

test('a grade and the published score are two, each with its date', () => {
  const coin = catalogueDetails().find(({ id }) => id === 'peaq') ?? null
  const at = '2026-11-29T12:00:00.000Z'
  const grades: Grades = {
    ...{ source: 'token-metrics', remoteId: '3375', at, receivedAt: at, tmGrade: '71.2', fundamental: null },
    ...{ technology: '0', trader: null, signal: null, momentum: null, fundamentalClass: null, tradingSignal: null },
    ...{ parts: [{ name: 'COMMUNITY_SCORE', value: '72' }], url: null },
  }
  const markup = drawn(<CoinScores coin={coin} grades={grades} />)
  const said = words(markup)
  expect(said).toMatch(/Published 2024.* by Token Metrics 89 tech/)
  expect(said).toMatch(/Token Metrics, Nov 29, 2026 Overall grade 71\.2 of 100/)
  // A region that has a score is not called one without.
  expect(markup).not.toContain(text.market.publishedNone)
  expect(markup).toMatch(/aria-label="Published 2024[^"]* by Token Metrics"/)
  // Unknown is left out; a grade of zero is one.
  expect(said).not.toContain('Fundamental grade')
  expect(said).toContain('Technology grade 0 of 100')
  expect(said).toContain('Community score 72')
  expect(partName('QUANT_GRADE')).toBe('Quant grade')
})

test('a history is drawn with the own trades on it, and read out by a slider', async () => {
  const at = new Date(Date.now() - 3_600_000).toISOString()
  const bought = anOrder({ side: 'buy', filled: '25', averagePrice: '0.21', environment: 'practice', updatedAt: at })
  desktop.state.orders = [bought]
  await showCoinMarket('peaq')
  const markup = drawn(<PriceHistory coinId="peaq" />)
  expect(markup).toContain('class="chart-mark buy"')
  expect(markup).toMatch(/type="range"[^>]*aria-valuetext="[^"]+: [\d.]+ USDT"/)
  expect(words(markup)).toContain('Your buy, practice: 25 at 0.21')
})

test('a trade before the range is not drawn on its edge', async () => {
  const at = '2020-01-01T00:00:00.000Z'
  desktop.state.orders = [anOrder({ filled: '25', averagePrice: '0.21', createdAt: at, updatedAt: at })]
  await showCoinMarket('peaq')
  expect(drawn(<PriceHistory coinId="peaq" />)).not.toContain('chart-mark')
})

test('without a history it says why, and where sources are turned on', async () => {
  await loadSources()
  await showCoinMarket('lurk')
  const said = words(drawn(<PriceHistory coinId="lurk" />))
  expect(said).toContain('No price history is available for this coin.')
  expect(said).toContain(text.market.toSettings)
})

test('while live prices are off it says that, and nothing of the coin', async () => {
  for (const source of desktop.state.sources) source.enabled = false
  await loadSources()
  await showCoinMarket('peaq')
  expect(words(drawn(<PriceHistory coinId="peaq" />))).toContain(text.market.off)
})

test('a source without candles has a line, and says so', async () => {
  const candles = ['0.2', '0.3', '0.25'].map((close, day) => ({
    at: `2026-11-0${day + 1}T00:00:00.000Z`,
    ...{ open: null, high: null, low: null, close, volume: null },
  }))
  const origin = {
    currency: 'USD',
    source: 'defillama',
    venue: null,
    market: null,
    receivedAt: null,
    problem: null,
  } as const
  desktop.answer('history.get', ({ coinId, range }) => ({ coinId, range, candles, ...origin }))
  await showCoinMarket('peaq')
  useCoinMarket.getState().setView('candles')
  const markup = drawn(<PriceHistory coinId="peaq" />)
  expect(words(markup)).toContain(text.market.noCandles)
  expect(markup).toContain('class="chart-line"')
  expect(markup).not.toContain('class="candle')
})
