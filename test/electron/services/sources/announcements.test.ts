// Titles that exchanges announce: which ticker each names, how many are kept, and when they are asked for.

import { describe, expect, it } from 'vitest'
import { createSourceStore } from '../../../../electron/adapters/sqlite/stores/source-store.ts'
import type { PublicAnnouncement } from '../../../../electron/ports/market-data.ts'
import {
  type AnnouncementParts,
  createAnnouncements,
  tickersIn,
} from '../../../../electron/services/sources/announcements.ts'
import type { Asked } from '../../../../electron/services/sources/source-client.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const MINUTE = 60_000
const iso = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString()
const said = (title: string, minutes = 0, url: string | null = `https://www.okx.com/${encodeURIComponent(title)}`) => {
  return { title, url, at: iso(minutes) }
}

function desk() {
  const clock = makeAppClock(NOW)
  const db = openTestDatabase()
  const store = createSourceStore(db)
  const state = { rows: [] as PublicAnnouncement[] | null, asked: 0, tickers: ['PEAQ', 'TEN', 'S'] }
  const client = {
    ask: async (): Promise<Asked<PublicAnnouncement>> => {
      state.asked += 1
      if (state.rows === null) return { ok: false, why: reason('SOURCE_UNREADABLE'), unasked: false }
      return { ok: true, rows: state.rows, at: null, receivedAt: new Date(clock.now()).toISOString() }
    },
  } as unknown as AnnouncementParts['client']
  const coins = {
    tickers: () => state.tickers,
    changed: () => state.tickers.length,
    byTicker: (tickers: Iterable<string>) =>
      new Map([...tickers].map((ticker) => [ticker, [{ id: ticker.toLowerCase() }]])),
  } as unknown as AnnouncementParts['coins']
  const start = () => createAnnouncements({ client, store, coins, clock, announces: (venue) => venue === 'okx' })
  store.save({ ...store.row('okx'), enabled: true })
  return { clock, state, store, start, ...start() }
}

describe('the tickers of a title', () => {
  it.each([
    ['NAYM (NAYM) Gets Listed on KuCoin! World Premiere!', ['NAYM']],
    ['New Listing: Arbitrum (ARB) — Deposit, Trade and Stake ARB', ['ARB']],
    ['OKX to list PEAQUSDT for spot trading', ['OKX', 'PEAQUSDT', 'PEAQ']],
    ['Delisting of PEAQ/USDT, TEN-USDC', ['PEAQ', 'USDT', 'TEN', 'USDC']],
    ['Peaq and peaq are no tickers, $PEAQ is', ['PEAQ']],
    ['A word, I think; Sonic (S) is one', ['S']],
    ['SPEAQER PEAQS 2026 100', ['SPEAQER', 'PEAQS']],
    ['', []],
  ])('%s', (title, tickers) => {
    expect(tickersIn(title)).toEqual(tickers)
  })
})

it('shows what names a coin, newest first, of exchanges that are on and have such pages', async () => {
  const { state, store, list, refresh } = desk()
  state.rows = [
    said('TEN (TEN) is listed', -10),
    said('Something else'),
    said('PEAQ and TEN', -5),
    said('PEAQ', -60, null),
  ]
  await refresh('okx')
  await refresh('binance')
  expect(state.asked).toBe(1)
  expect(list({}).map(({ title, coinIds }) => [title, coinIds])).toEqual([
    ['PEAQ and TEN', ['peaq', 'ten']],
    ['TEN (TEN) is listed', ['ten']],
    ['PEAQ', ['peaq']],
  ])
  expect(list({ coinId: 'ten' })).toHaveLength(2)
  expect(list({ coinId: 'peaq' })[1]).toEqual({
    ...{ source: 'okx', title: 'PEAQ', url: null, at: iso(-60), seenAt: iso(0), coinIds: ['peaq'] },
  })
  state.tickers = ['ELSE']
  expect(list({})).toEqual([])
  state.tickers = ['PEAQ', 'TEN']
  store.save({ ...store.row('okx'), enabled: false })
  expect(list({})).toEqual([])
})

it('asks each quarter of an hour, over a restart too, and an answer that does not come takes nothing away', async () => {
  const { clock, state, refresh, list, start } = desk()
  state.rows = [said('PEAQ is here')]
  for (let minute = 0; minute < 60; minute += 1) {
    await refresh('okx')
    clock.advance(MINUTE)
  }
  expect(state.asked).toBe(4)
  const again = start()
  await again.refresh('okx')
  expect(state.asked).toBe(5)
  await start().refresh('okx')
  expect(state.asked).toBe(5)
  state.rows = null
  clock.advance(60 * MINUTE)
  await refresh('okx')
  await refresh('okx')
  expect(state.asked).toBe(6)
  expect(list({})).toHaveLength(1)
})

it('keeps 200 of an exchange, each page once, and one that is dated ahead is not the newest for ever', async () => {
  const { clock, state, refresh, list } = desk()
  for (let turn = 0; turn < 10; turn += 1) {
    state.rows = Array.from({ length: 50 }, (_, n) => said(`PEAQ number ${turn * 50 + n}`, turn * 15 - 1))
    await refresh('okx')
    clock.advance(15 * MINUTE)
  }
  expect(list({})).toHaveLength(200)
  expect(list({})[0]?.title).toBe('PEAQ number 450')
  state.rows = [{ ...said('PEAQ another title', 150), url: 'https://www.okx.com/PEAQ%20number%20450' }]
  await refresh('okx')
  const found = list({}).filter(({ url }) => url?.endsWith('450'))
  expect(found.map(({ title, seenAt }) => [title, seenAt])).toEqual([['PEAQ another title', iso(135)]])
  clock.advance(15 * MINUTE)
  state.rows = [said('PEAQ in a year', 525_600)]
  await refresh('okx')
  expect(list({})[0]).toMatchObject({ title: 'PEAQ in a year', at: null, seenAt: iso(165) })
})
