// A market of an account whose coin is known by its contract: no question before an order, counted for that coin alone, and none of
// a coin whose token lies elsewhere on that chain [E4].

import { expect, test } from 'vitest'
import { createListingStore } from '../../../../electron/adapters/sqlite/stores/listing-store.ts'
import { createMatchStore } from '../../../../electron/adapters/sqlite/stores/match-store.ts'
import { createTraderStore } from '../../../../electron/adapters/sqlite/stores/trader-store.ts'
import { assetFacts } from '../../../../electron/services/markets/asset-facts.ts'
import { createAssetMatches } from '../../../../electron/services/markets/asset-matches.ts'
import { createCoinService } from '../../../../electron/services/research/coin-service.ts'
import type { MarketStage } from '../../../../shared/markets/market-stages.ts'
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
  const lists = (...contracts: string[]) => saved('MOON/USDT', 'trading', contracts)
  const saved = (name: string, stage: MarketStage, contracts: string[]) => {
    const row = { venue: 'kucoin', market: name, base: 'MOON', quote: 'USDT', stage }
    const rows = [{ ...row, opensAt: null, closesAt: null, contracts, since: null }]
    const change = { rows, dropped: [], events: () => [], names: new Set([name]), venueAt: null, readAt: AT }
    listings.save({ venue: 'kucoin', ...change }, () => {})
  }
  const rowsOf = () =>
    assets
      .at(account, null)
      .markets([market('', 'MOON', '1')])
      .map(({ coinId, match }) => `${coinId} ${match}`)
  return { coins, assets, lists, saved, rowsOf }
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

test('a coin on several chains: any of them will do, and one that differs where the coin is known is a question at best', () => {
  const { coins, lists, rowsOf } = opened()
  const contracts = [
    { chain: 'ethereum', address: OURS },
    { chain: 'base', address: TOKENOMY },
  ]
  const { id } = coins.save({ name: 'Moonlight Vault', ticker: 'MOON', contracts })
  lists('SOL:MoonSoL1111111111111111111111111', `BASEEVM:${TOKENOMY}`)
  expect(rowsOf()).toEqual([`${id} contract`])
  lists(`eth:${TOKENOMY}`, 'SOL:MoonSoL1111111111111111111111111')
  expect(rowsOf()).toEqual([])
  lists(`eth:${OURS}`, 'base:0x0000000000000000000000000000000000000009')
  expect(rowsOf()).toEqual([`${id} ticker`])
})

test('what is delisted says nothing of the token that has the name now', () => {
  const { coins, lists, saved, rowsOf } = opened()
  const { id } = coins.save({ name: 'New', ticker: 'MOON', contracts: [{ chain: 'eth', address: OURS }] })
  lists(`ETH:${OURS}`)
  saved('MOON/BTC', 'delisted', [`ETH:${TOKENOMY}`])
  expect(rowsOf()).toEqual([`${id} contract`])
  saved('MOON/ZZZ', 'delisted', [`ETH:${TOKENOMY}`])
  expect(rowsOf()).toEqual([`${id} contract`])
})
