// A day of ticks: three exchanges every 15 seconds, each price another one, with alerts that look at them. What is kept in the
// profile and in memory at its end is what was kept after its first hour.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createAlertStore } from '../../../../electron/adapters/sqlite/stores/alert-store.ts'
import { createSourceStore } from '../../../../electron/adapters/sqlite/stores/source-store.ts'
import { createTraderStore } from '../../../../electron/adapters/sqlite/stores/trader-store.ts'
import { seenPrices } from '../../../../electron/app/parts/seen-prices.ts'
import type { ReadKind, Reads } from '../../../../electron/ports/market-data.ts'
import { createAlertChecks } from '../../../../electron/services/alerts/alert-checks.ts'
import { createAlerts } from '../../../../electron/services/alerts/alerts.ts'
import { createScheduler } from '../../../../electron/services/common/scheduler.ts'
import type { AccountMatches } from '../../../../electron/services/markets/asset-matches.ts'
import { createCoinService } from '../../../../electron/services/research/coin-service.ts'
import { createDataFeed } from '../../../../electron/services/sources/data-feed.ts'
import { createQuoteService } from '../../../../electron/services/sources/quote-service.ts'
import { createRefreshes } from '../../../../electron/services/sources/refreshes.ts'
import type { Asked, SourceClient } from '../../../../electron/services/sources/source-client.ts'
import type { SourceId } from '../../../../shared/sources/sources.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { settled } from '../../../support/listings/listing-desk.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

const TICK_MS = 15_000
const HOUR_TICKS = 3_600_000 / TICK_MS
const DAY_TICKS = 24 * HOUR_TICKS
const EXCHANGES: SourceId[] = ['binance', 'bybit', 'okx']
const BASES = ['PEAQ', 'TEN', 'MOVE', 'NIL']
/** What a heap differs by from one collection to the next, bytes. */
const NOISE = 4 * 1024 * 1024

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

it('17,280 ticks leave database and memory as the first hour did', { timeout: 120_000 }, async () => {
  const db = openTestDatabase()
  const clock = makeAppClock(Date.UTC(2026, 10, 23))
  const logger = { info: () => {}, warn: () => {}, error: () => {} }
  const scheduler = createScheduler(clock, logger)
  const store = createSourceStore(db)
  const coins = createCoinService(createTraderStore(db), clock, () => crypto.randomUUID())
  for (const source of EXCHANGES) store.save({ ...store.row(source), enabled: true })

  let ticks = 0
  const priceOf = (base: string) => (1 + BASES.indexOf(base) + (ticks % 977) / 10_000).toFixed(4)
  const ask = async <K extends ReadKind>(_: string, kind: K, of: Reads[K]['of']): Promise<Asked<Reads[K]['row']>> => {
    if (kind !== 'tickers') throw new Error(`not asked for here: ${kind}`)
    ticks += 1
    const at = new Date(clock.now()).toISOString()
    const rows = (of as Reads['tickers']['of']).markets.map(({ market }) => {
      const last = priceOf(market.split('/')[0] ?? '')
      return { market, last, bid: last, ask: last, change24h: '0.01', volume24h: String(ticks), at }
    })
    return { ok: true, rows: rows as Reads[K]['row'][], at: null, receivedAt: at }
  }
  const client = { ask, problem: () => null } as SourceClient
  const ids: Readonly<Record<string, string>> = { PEAQ: 'peaq', TEN: 'ten', MOVE: 'movement', NIL: 'nillion' }
  const owners = { of: (base: string) => ({ owner: { id: ids[base] ?? base } }) } as unknown as AccountMatches
  const assets = { at: () => owners, bases: () => BASES }
  const market = (base: string) => ({
    ...{ id: `${base}-USDT`, market: `${base}/USDT`, base, quote: 'USDT', stage: 'trading' as const },
    ...{ opensAt: null, closesAt: null, contracts: null },
  })
  const lists = { markets: async () => BASES.map(market), forget: () => {} }
  const requests = { told: () => {} }
  const refreshes = createRefreshes({
    ...{ store, clock, requests, client, lists, coins, assets },
    announcements: { refresh: async () => {} },
  })
  const quotes = createQuoteService({ store, coins, assets, clock, own: () => new Set(), practice: () => [] })
  let news = 0
  const feed = createDataFeed({
    ...{ store, client, refreshes, quotes, scheduler, clock, logger, isShown: () => true },
    changed: (changed) => {
      news += changed.length
    },
  })
  const alertStore = createAlertStore(db)
  const prices = seenPrices((coinIds) => quotes.list({ coinIds }))
  const checks = createAlertChecks({
    ...{ store: alertStore, prices, sources: { list: () => [] }, clock, scheduler, logger },
    ...{ nameOf: (coinId) => coinId, show: () => {}, changed: () => {} },
  })
  const newId = () => crypto.randomUUID()
  const alerts = createAlerts({ store: alertStore, coins, prices, clock, newId, changed: checks.start })
  alerts.save({ kind: 'price-above', coinId: 'peaq', price: '1000' })
  alerts.save({ kind: 'price-change', coinId: 'ten', change: '0.9', direction: 'either', spanMinutes: 60 })

  const pass = async (turns: number) => {
    for (let turn = 0; turn < turns; turn++) {
      clock.advance(TICK_MS)
      await settled()
    }
  }
  const measure = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return { pages: Number(db.get('PRAGMA page_count')?.['page_count']), heap: heapUsed + external }
  }
  feed.wake()
  checks.start()
  await pass(HOUR_TICKS)
  const early = measure()
  await pass(DAY_TICKS - HOUR_TICKS)
  const late = measure()
  console.log(
    `a day of ${ticks} ticks: ${early.pages} and ${late.pages} pages, heap ${late.heap - early.heap} bytes more`,
  )
  expect(ticks).toBeGreaterThanOrEqual(3 * (DAY_TICKS - 1))
  expect(news).toBeGreaterThan(DAY_TICKS)
  expect(late.pages).toBe(early.pages)
  expect(late.heap - early.heap).toBeLessThan(NOISE)
  expect(store.values('ticker')).toHaveLength(EXCHANGES.length * BASES.length)
  await Promise.all([feed.stop(), checks.stop()])
})
