// Opens what is known of coins: the trader's list of them, his work on airdrops, and which coin an asset of an account is.

import { randomUUID } from 'node:crypto'
import { createListingStore } from '../adapters/sqlite/stores/listing-store.ts'
import { createMatchStore } from '../adapters/sqlite/stores/match-store.ts'
import { createTraderStore } from '../adapters/sqlite/stores/trader-store.ts'
import type { CoinServices } from '../ipc/handlers/coins.ts'
import type { ListingStore } from '../ports/listings.ts'
import type { MatchStore, TraderStore } from '../ports/stores.ts'
import { assetFacts } from '../services/markets/asset-facts.ts'
import { type AssetMatches, createAssetMatches } from '../services/markets/asset-matches.ts'
import { type CoinService, createCoinService, onlyCoinOf } from '../services/research/coin-service.ts'
import type { Core } from './open-core.ts'

export interface CoinArea {
  store: TraderStore
  answers: MatchStore
  coins: CoinService
  /** The id of the coin that goes by a ticker alone. */
  onlyCoin(ticker: string): string | null
  assets: AssetMatches
  listings: ListingStore
  operations: Omit<CoinServices, 'seenStages'>
}

/** Opens it over the profile. */
export function openCoins({ db, clock, internal, now }: Core): CoinArea {
  const store = createTraderStore(db)
  // Kept while nobody writes to them, so that the list of coins reads three tables and no more.
  store.facts()
  store.criterionMarks()
  const answers = createMatchStore(db)
  const listings = createListingStore(db)
  const book = createCoinService(store, clock, randomUUID)
  const coins: CoinService = {
    ...book,
    save: (fields) => {
      const coin = book.save(fields)
      // A market that goes by another ticker was left out when the markets were read last.
      if (fields.ticker !== undefined || fields.otherTickers !== undefined) internal.emit('tickers.changed', null)
      return coin
    },
  }
  const assets = createAssetMatches(coins, answers, assetFacts(listings))
  return { store, answers, coins, onlyCoin: onlyCoinOf(coins), assets, listings, operations: { coins, now } }
}
