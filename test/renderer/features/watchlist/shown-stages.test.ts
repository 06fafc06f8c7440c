// The stages that the list shows: what exchanges list now, before what was found out about the same exchange.

import { expect, it } from 'vitest'
import { shownStages } from '../../../../renderer/features/watchlist/stages.ts'
import type { CoinStage, SeenStage } from '../../../../shared/coin.ts'

const found = (venue: string | null, stage: CoinStage['stage']): CoinStage => {
  return { venue, stage, instrument: null, asOf: '2026-01', source: 'https://example.com' }
}
const now = (venue: string, stage: SeenStage['stage']): SeenStage => {
  return { venue, stage, market: 'TEN/USDT', seenAt: '2026-11-30T12:00:00.000Z' }
}

it.each([
  [[], undefined, []],
  [[found('binance', 'listed')], undefined, [['binance', 'listed', 'listed']]],
  [[], [now('okx', 'trading')], [['okx', 'trading', 'listed']]],
  [[], [now('okx', 'auction')], [['okx', 'opening auction', null]]],
  [
    [found('binance', 'listed'), found('okx', 'listed'), found(null, 'listed')],
    [now('okx', 'delisted'), now('gate', 'limit-only')],
    [
      ['okx', 'delisted', 'delisted'],
      ['gate', 'limit-only', 'limit-only'],
      ['binance', 'listed', 'listed'],
      [null, 'listed', 'listed'],
    ],
  ],
  // A word of the exchange that nobody knows says nothing against what was found.
  [[found('okx', 'listed')], [now('okx', 'unknown')], [['okx', 'listed', 'listed']]],
] as const)('%j with %j', (stages, seen, shown) => {
  const told = shownStages({ stages: [...stages], seen })
  expect(told.map(({ venue, words, stage }) => [venue, words, stage])).toEqual(shown)
})
