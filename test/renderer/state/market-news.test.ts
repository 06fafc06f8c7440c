// Prices that arrive without the rules: each market keeps its rules, and every coin that it may trade keeps its row.

import { expect, test } from 'vitest'
import { marketsOf, useMarkets } from '../../../renderer/state/markets/markets-store.ts'
import { marketOf } from '../fakes/fake-orders.ts'

const AT = '2026-11-23T12:00:00.000Z'
const rows = () => useMarkets.getState().byAccount['a']?.value

test('takes in prices alone, for every coin of a market, and leaves what it does not know', () => {
  const { put, note } = useMarkets.getState()
  const [one, other] = [marketOf('peaq', 'PEAQ', '2', AT), marketOf('own-1', 'PEAQ', '2', AT)]
  put('a', { value: [one, other] })
  const { price } = marketOf('peaq', 'PEAQ', '3', AT)
  note('a', [], [{ market: 'PEAQ/USDT', price }])
  expect(rows()).toEqual([
    { ...one, price },
    { ...other, price },
  ])
  note('a', [{ ...one, stage: 'halted', price: null }], [{ market: 'PEAQ/USDT', price: null }])
  expect(rows()?.map(({ coinId, stage, price: now }) => [coinId, stage, now])).toEqual([
    ['peaq', 'halted', null],
    ['own-1', 'trading', null],
  ])
  note('nobody', [], [{ market: 'PEAQ/USDT', price }])
  expect(useMarkets.getState().byAccount['nobody']).toBeUndefined()
})

test('the markets of a coin are those of the list as it is now, the same array until the list is another', () => {
  const { put } = useMarkets.getState()
  const [one, euro, other] = [
    marketOf('peaq', 'PEAQ', '2', AT),
    { ...marketOf('peaq', 'PEAQ', '2', AT), market: 'PEAQ/EUR', quote: 'EUR' },
    marketOf('ten', 'TEN', '2', AT),
  ]
  put('b', { value: [one, other, euro] })
  const listed = () => useMarkets.getState().byAccount['b']?.value
  expect(marketsOf(listed(), 'peaq')).toEqual([one, euro])
  expect(marketsOf(listed(), 'peaq')).toBe(marketsOf(listed(), 'peaq'))
  expect(marketsOf(listed(), 'nobody')).toEqual([])
  put('b', { value: [other] })
  expect(marketsOf(listed(), 'peaq')).toEqual([])
  expect(marketsOf(null, 'peaq')).toEqual([])
})
