// What the list shows of a coin that the trader added: his own score, claim and stages where he has entered any.

import { expect, test } from 'vitest'
import { COIN_COLUMNS, type CoinTableGiven } from '../../../../renderer/features/watchlist/coin-columns.tsx'
import { text } from '../../../../renderer/messages/en.ts'
import type { Coin } from '../../../../shared/coin.ts'
import { drawn } from '../../fakes/drawn.ts'
import { catalogueDetails } from '../../fakes/fake-coins.ts'

const GIVEN: CoinTableGiven = { accountId: 'practice', Trade: () => null, interest: null }

function cellOf(id: string, coin: Coin): string {
  const column = COIN_COLUMNS.find((one) => one.id === id)
  if (column === undefined) throw new Error(`no column ${id}`)
  return drawn(column.cell(coin, GIVEN)).replaceAll(/<[^>]*>/g, ' ')
}

const researched = (id: string): Coin => {
  const coin = catalogueDetails().find((one) => one.id === id)
  if (coin === undefined) throw new Error(`no coin ${id}`)
  return coin
}
const own: Coin = {
  ...researched('peaq'),
  ...{ origin: 'own', score: { kind: 'tech', value: 81 } },
  ...{ airdrop: { published: 'probable', now: null, progress: 'not-started' } },
  stages: [{ venue: 'kraken', instrument: null, stage: 'listed', asOf: '2026-11-01', source: '' }],
}

test('an own coin shows what was entered of it', () => {
  expect(cellOf('score', own)).toContain('81')
  expect(cellOf('airdrop', own)).toContain(text.coins.airdropPublished.probable)
  expect(cellOf('stage', own)).toMatch(/listed.*Kraken/)
})
