// Many markets for a long time: a day of reads leaves the profile and the memory as they were, and one list is compared in a moment.

import { expect, it } from 'vitest'
import { compareList } from '../../../../electron/services/listings/list-diff.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { openListingDesk, pass } from '../../../support/listings/listing-desk.ts'
import { listed, scriptedLists } from '../../../support/listings/scripted-lists.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const START = Date.UTC(2026, 10, 27)
const HOUR = 3_600_000

it('a day of lists of five exchanges leaves the profile as it was', { timeout: 120_000 }, async () => {
  const clock = makeAppClock(START)
  const steps = [{ market: 'TEN/USDT', at: START - 1, entry: { status: 'TRADING' } }]
  const venues = ['binance', 'kraken', 'coinbase', 'bybit', 'okx']
  const lists = scriptedLists(Object.fromEntries(venues.map((venue) => [venue, { steps, others: 300 }])), clock.now)
  const desk = openListingDesk({ dataDir: makeProfile(), lists, clock })
  desk.listen()
  desk.watch.start()
  const pages = () => Number(desk.db.get('PRAGMA page_count')?.['page_count'])
  await pass(clock, HOUR, 60_000)
  const before = { pages: pages(), rows: desk.store.rows().length }
  await pass(clock, 23 * HOUR, 60_000)
  expect({ pages: pages(), rows: desk.store.rows().length }).toEqual(before)
  expect(before.rows).toBe(venues.length)
  expect(lists.reads('okx')).toBeGreaterThan(1_400)
  expect(desk.told).toEqual([])
  await desk.close()
})

it('a list of 5,000 markets is compared without reading or writing a row of the others', () => {
  const markets = Array.from({ length: 5_000 }, (_, n) => listed('okx', `C${n}/USDT`))
  const names = new Set(markets.map(({ market }) => market))
  const list = { markets: [...markets, listed('okx', 'TEN/USDT')], seenAt: '2026-11-27T00:00:00.000Z', now: 0 }
  let asked = 0
  const isWanted = (base: string) => {
    asked += 1
    return base === 'TEN'
  }
  const diff = compareList({ names, rows: [], missing: new Map() }, { ...list, isWanted })
  expect(diff.rows).toHaveLength(1)
  expect(diff.changes).toMatchObject([{ from: null, row: { market: 'TEN/USDT' } }])
  expect(asked).toBe(5_001)
})
