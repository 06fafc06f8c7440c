// Puts together what is known of coins: the book, which of them the markets of each account trade, and what is asked of that.

import { randomUUID } from 'node:crypto'
import type { Database } from '../adapters/sqlite/database.ts'
import { createMatchStore } from '../adapters/sqlite/stores/match-store.ts'
import { createTraderStore } from '../adapters/sqlite/stores/trader-store.ts'
import type { TraderStore } from '../ports/stores.ts'
import type { Clock } from '../ports/system.ts'
import type { Accounts } from '../services/accounts/accounts.ts'
import { type CoinMatches, createCoinMatches } from '../services/markets/coin-matches.ts'
import { createListingQuestions, type ListingQuestions } from '../services/orders/listing-question.ts'
import { type CoinBook, createCoinBook } from '../services/research/coin-book.ts'

export interface CoinRoom {
  store: TraderStore
  coins: CoinBook
  matches: CoinMatches
  questions: ListingQuestions
}

/** Opens it over the profile. */
export function openCoinRoom(db: Database, clock: Clock, accounts: Accounts): CoinRoom {
  const store = createTraderStore(db)
  const book = createCoinBook(store, clock, randomUUID)
  const coins: CoinBook = {
    ...book,
    save: (fields) => {
      const coin = book.save(fields)
      // A market that goes by another ticker was left out when the markets were read last.
      if (fields.ticker !== undefined || fields.otherTickers !== undefined) {
        for (const { accountId } of accounts.list()) accounts.desk(accountId).view.touchMarkets()
      }
      return coin
    },
  }
  const matches = createCoinMatches({
    ...{ coins, store: createMatchStore(db), clock },
    accounts: () => accounts.list().map(({ accountId }) => accounts.desk(accountId)),
    accountOf: accounts.find,
  })
  return { store, coins, matches, questions: createListingQuestions(coins, matches, accounts.viewsOf) }
}
