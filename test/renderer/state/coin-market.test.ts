// What public data says of the open coin: never of the one before, and never of a range that was left.

import { beforeEach, expect, test } from 'vitest'
import { showCoinMarket, showRange } from '../../../renderer/state/quotes/coin-market-actions.ts'
import { useCoinMarket } from '../../../renderer/state/quotes/coin-market-store.ts'
import type { History } from '../../../shared/sources/quotes.ts'
import { refuse } from '../fakes/fake-contract.ts'
import type { FakeDesktop } from '../fakes/fake-desktop.ts'
import { anOrder } from '../fakes/fake-orders.ts'
import { setUpPage } from '../fakes/setup-page.ts'

let desktop: FakeDesktop

beforeEach(() => {
  desktop = setUpPage()
  for (const source of desktop.state.sources) source.enabled = source.source === 'binance'
})

const state = () => useCoinMarket.getState()
const shown = () => `${state().history.value?.coinId} ${state().history.value?.range}`

test('a coin is shown with its prices and its history', async () => {
  await showCoinMarket('peaq')
  expect(state().detail.value?.quote?.coinId).toBe('peaq')
  expect(shown()).toBe('peaq 30d')
  await showRange('1y')
  expect(shown()).toBe('peaq 1y')
})

test('an answer about the coin before comes too late for the one that is open', async () => {
  const late: ((history: History) => void)[] = []
  desktop.answer('history.get', () => new Promise<History>((resolve) => late.push(resolve)) as never)
  const [first, second] = [showCoinMarket('peaq'), showCoinMarket('ten')]
  const of = (coinId: string) => ({ coinId, range: '30d', candles: [] }) as unknown as History
  late[1]?.(of('ten'))
  late[0]?.(of('peaq'))
  await Promise.all([first, second])
  expect(shown()).toBe('ten 30d')
})

test('of the coin before nothing is shown while the next one is being asked about', async () => {
  await showCoinMarket('peaq')
  const loading = showCoinMarket('ten')
  expect([state().detail.value, state().history.value, state().trades.value]).toEqual([null, null, null])
  await loading
})

test('a failure keeps what was known of the coin', async () => {
  await showCoinMarket('peaq')
  desktop.answer('quotes.get', () => refuse('INTERNAL', 'The worker has ended.'))
  await showCoinMarket('peaq')
  expect(state().detail.value?.quote?.coinId).toBe('peaq')
  expect(state().detail.error?.code).toBe('INTERNAL')
})

test('only what filled is a trade', async () => {
  desktop.state.orders = [
    anOrder({ intentId: 'a', filled: '20', averagePrice: '0.2' }),
    anOrder({ intentId: 'b', filled: '0', averagePrice: null, status: 'open' }),
    anOrder({ intentId: 'c', filled: '5', averagePrice: '0.3', status: 'canceled' }),
  ]
  await showCoinMarket('peaq')
  expect(state().trades.value?.map(({ intentId }) => intentId)).toEqual(['a', 'c'])
})
