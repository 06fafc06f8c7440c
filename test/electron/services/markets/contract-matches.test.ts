// A market of an account whose coin is known by its contract: no question before an order, counted for that coin alone, and none of
// a coin whose token lies elsewhere on that chain [E4].

import { expect, test } from 'vitest'
import { createListingStore } from '../../../../electron/adapters/sqlite/stores/listing-store.ts'
import { createMatchStore } from '../../../../electron/adapters/sqlite/stores/match-store.ts'
import { createTraderStore } from '../../../../electron/adapters/sqlite/stores/trader-store.ts'
import { assetFacts } from '../../../../electron/services/markets/asset-facts.ts'
import { createAssetMatches } from '../../../../electron/services/markets/asset-matches.ts'
import { createCoinService } from '../../../../electron/services/research/coin-service.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { AT, openTestDatabase } from '../../../support/profile/journal.ts'
import { market } from '../../../support/services.ts'

const OURS = '0xAbCdEf0123456789aBcDeF0123456789abCDef01'
const TOKENOMY = '0x0000000000000000000000000000000000000001'
const account = { accountId: 'a-1', venue: 'kucoin' }

function opened() {
  const db = openTestDatabase()
  const trader = createTraderStore(db)
  let ids = 0
  const coins = createCoinService(trader, makeAppClock(), () => `id-${++ids}`)
  const listings = createListingStore(db)
  const assets = createAssetMatches(coins, createMatchStore(db), assetFacts(listings))
  /** The exchange's list names this contract from now on. */
  const lists = (contract: string | null) => {
    const row = { venue: 'kucoin', market: 'MOON/USDT', base: 'MOON', quote: 'USDT', stage: 'trading' as const }
    const rows = [{ ...row, opensAt: null, closesAt: null, contract, since: null }]
    const change = { rows, dropped: [], events: () => [], names: new Set(['MOON/USDT']), venueAt: null, readAt: AT }
    listings.save({ venue: 'kucoin', ...change }, () => {})
  }
  const rowsOf = () =>
    assets
      .at(account, null)
      .markets([market('', 'MOON', '1')])
      .map(({ coinId, match }) => `${coinId} ${match}`)
  return { coins, assets, lists, rowsOf }
}

test('by the list that the exchange tells everybody, and as soon as it does', () => {
  const { coins, assets, lists, rowsOf } = opened()
  const contracts = [{ chain: 'ethereum', address: OURS }]
  const ours = coins.save({ name: 'Moonlight Vault', ticker: 'MOON', contracts })
  const other = coins.save({ name: 'Moon of others', ticker: 'MOON' })
  expect(rowsOf()).toEqual([`${ours.id} ticker`, `${other.id} ticker`])
  expect(assets.at(account, null).of('MOON').owner).toBeNull()
  lists(`ERC20:${OURS.toLowerCase()}`)
  expect(rowsOf()).toEqual([`${ours.id} contract`, `${other.id} ticker`])
  const known = assets.at(account, null).of('MOON')
  expect(known.owner?.id).toBe(ours.id)
  expect(known.counted.map(({ id }) => id)).toEqual([ours.id])
  lists(`ETH:${TOKENOMY}`)
  expect(rowsOf()).toEqual([`${other.id} ticker`])
  expect(
    assets
      .at(account, null)
      .of('MOON')
      .counted.map(({ id }) => id),
  ).toEqual([other.id])
})

test('two coins with one contract are a question, and the trader’s word is one answer', () => {
  const { coins, lists, rowsOf, assets } = opened()
  const contracts = [{ chain: 'eth', address: OURS }]
  coins.save({ name: 'One', ticker: 'MOON', contracts })
  coins.save({ name: 'Two', ticker: 'MOON', contracts })
  lists(`ETH:${OURS}`)
  expect(assets.at(account, null).of('MOON').owner).toBeNull()
  expect(rowsOf().map((row) => row.split(' ')[1])).toEqual(['ticker', 'ticker'])
})
