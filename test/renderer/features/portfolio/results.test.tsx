// Results on the page: by which terms they are asked for, what is unknown, missing and left out, and what a number is made of.

import { beforeEach, expect, test } from 'vitest'
import { partWords } from '../../../../renderer/features/portfolio/results/BookingList.tsx'
import { signedMoney } from '../../../../renderer/features/portfolio/results/Gain.tsx'
import { ResultsView, yearsOf } from '../../../../renderer/features/portfolio/results/ResultsView.tsx'
import { placeLines } from '../../../../renderer/features/portfolio/results/SumTables.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { loadCoins } from '../../../../renderer/state/coins/coins-actions.ts'
import {
  chooseBasis,
  chooseResults,
  exportResults,
  loadMoreBookings,
  openResult,
  showResultsOf,
} from '../../../../renderer/state/ledger/results-actions.ts'
import { useResults } from '../../../../renderer/state/ledger/results-store.ts'
import { useStatus } from '../../../../renderer/state/status-store.ts'
import type { BookedPart, Booking } from '../../../../shared/ledger/ledger.ts'
import type { CoinResult } from '../../../../shared/ledger/results.ts'
import { drawn } from '../../fakes/drawn.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const words = text.results
let desktop: FakeDesktop

const SUMS = { proceeds: '30', cost: '20', realised: '10', income: '2', fees: '1', unknown: '0' }
const PEAQ: CoinResult = {
  ...{ coinId: 'peaq', asset: 'PEAQ', ...SUMS, held: '5', heldCost: '4', heldAtCost: '5', heldUnknown: '0' },
  ...{ averageCost: '0.8', price: '2', priceAt: null, value: '10', unrealised: '6' },
  places: [{ accountId: 'practice', amount: '5' }],
}
const OLA: CoinResult = {
  ...{ ...PEAQ, coinId: 'ola', asset: 'OLA', realised: '-3', unknown: '7', held: '9', heldCost: null, heldAtCost: '0' },
  ...{ heldUnknown: '9', averageCost: null, price: null, value: null, unrealised: null },
  places: [{ accountId: 'cold', amount: '9' }],
}
const PART: BookedPart = {
  ...{ lotId: 'e1', acquiredAt: '2025-02-03T12:00:00.000Z', amount: '4', cost: '2', proceeds: '3', result: '1' },
  missing: false,
}
const BOOKING: Booking = {
  ...{ entryId: 'e2', at: '2026-02-03T12:00:00.000Z', accountId: 'practice', coinId: 'peaq', asset: 'PEAQ' },
  ...{ outcome: 'sold', amount: '4', proceeds: '3', cost: '2', result: '1', unknown: '0', parts: [PART] },
}
const view = () => drawn(<ResultsView />)
const asked = (name: string) => desktop.calls.filter((one) => one.name === name).map(({ input }) => input)

beforeEach(async () => {
  desktop = setUpPage()
  await loadCoins()
  Object.assign(desktop.state.ledger.results, { coins: [PEAQ, OLA], realised: '7', net: '8', unrealised: '6' })
})

test('nothing in the ledger: no results, and where they come from', async () => {
  desktop.state.ledger.results = {}
  await showResultsOf('practice')
  expect(view()).toContain(words.empty)
  expect(view()).toContain(words.emptyHelp)
})

test('what is not known is a dash or stands beside what is, and is no zero', async () => {
  await showResultsOf('practice')
  const page = view()
  for (const seen of ['+10.00', '−3.00', '+6.00', '7 unknown', words.unknown.average, words.unknown.price]) {
    expect(page).toContain(seen)
  }
  expect(page).toContain(words.disclaimer)
  expect(page).toContain('USDC')
  expect(page).toContain(words.unpriced)
})

test('method, year and mode are asked for together, and an answer to others is dropped', async () => {
  await showResultsOf('live')
  await chooseResults({ method: 'hifo', year: 2025 })
  await chooseResults({ year: null })
  expect(asked('results.get')).toEqual([
    { environment: 'live', method: 'average' },
    { environment: 'live', method: 'hifo', year: 2025 },
    { environment: 'live', method: 'hifo' },
  ])
  const waiting: (() => void)[] = []
  desktop.answer('results.get', ({ method }) => {
    return new Promise((done) => void waiting.push(() => done({ method, coins: [] } as never)))
  })
  const fifo = chooseResults({ method: 'fifo' })
  const lifo = chooseResults({ method: 'lifo' })
  await expect.poll(() => waiting.length).toBe(2)
  waiting[1]?.()
  await lifo
  waiting[0]?.()
  await fifo
  expect(useResults.getState().results.value?.method).toBe('lifo')
})

test('a number unfolds to the rows that make it, page by page, by the same terms', async () => {
  desktop.state.ledger.bookings = Array.from({ length: 130 }, (_, at) => ({ ...BOOKING, entryId: `e${at}` }))
  await showResultsOf('practice')
  await chooseResults({ year: 2026, method: 'fifo' })
  await openResult(PEAQ)
  expect(asked('results.page')).toEqual([{ environment: 'practice', method: 'fifo', year: 2026, coinId: 'peaq' }])
  await loadMoreBookings()
  expect(useResults.getState().bookings.value).toHaveLength(130)
  expect(useResults.getState().next).toBeNull()
  await openResult(PEAQ)
  expect([useResults.getState().openKey, useResults.getState().bookings.value]).toEqual([null, null])
  await openResult({ coinId: null, asset: 'BTC' })
  expect(asked('results.page')).toHaveLength(2)
})

test('the basis is a setting, and every number is asked for anew', async () => {
  await showResultsOf('practice')
  await chooseBasis('receipt')
  expect(asked('settings.save')).toEqual([{ airdropBasis: 'receipt' }])
  expect(asked('results.get')).toHaveLength(2)
})

test('the file of a year is written where its trader says, by the method that is shown', async () => {
  await showResultsOf('practice')
  await chooseResults({ year: 2025, method: 'lifo' })
  desktop.answer('files.chooseSave', () => ({ path: '/home/trader/ledger.csv' }))
  await exportResults()
  expect(asked('ledger.export')).toEqual([
    { path: '/home/trader/ledger.csv', environment: 'practice', method: 'lifo', year: 2025 },
  ])
  expect(useStatus.getState().message?.title).toContain('/home/trader/ledger.csv')
  desktop.answer('files.chooseSave', () => ({ path: null }))
  await exportResults()
  expect(asked('ledger.export')).toHaveLength(1)
})

test('where a part came from is said: its lot, the average, or that nothing brought it in', () => {
  expect(partWords(PART)).toBe('4 from Feb 3, 2025, cost 2.00')
  expect(partWords({ ...PART, acquiredAt: null })).toBe('4 at average cost, 2.00')
  expect(partWords({ ...PART, cost: null })).toBe('4 from Feb 3, 2025, cost unknown')
  expect(partWords({ ...PART, missing: true, cost: null })).toBe('4 with no purchase in your ledger')
})

test('a place has what was made there and what is there; without any price its value is unknown', () => {
  expect(placeLines([{ accountId: 'gone', ...SUMS, heldCost: null, unrealised: '3' }], [PEAQ, OLA])).toMatchObject([
    { accountId: 'cold', value: null, realised: '0' },
    { accountId: 'gone', value: null, realised: '10', unrealised: '3' },
    { accountId: 'practice', value: '10', realised: '0' },
  ])
})

test.each([
  ['12.345', '+12.35'],
  ['-4', '−4.00'],
  ['0', '0.00'],
  ['-0.001', '−0.001'],
])('money that was made has its sign: %s', (value, shown) => {
  expect(signedMoney(value)).toBe(shown)
})

test('years are the last ones, and all since the first with a result', () => {
  const now = Date.parse('2026-11-30T00:00:00.000Z')
  expect(yearsOf(null, null, now)).toEqual([2026, 2025, 2024, 2023, 2022, 2021])
  expect(yearsOf({ years: [{ year: 2019, ...SUMS }] }, null, now)).toHaveLength(8)
})
