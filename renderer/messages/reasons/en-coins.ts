// English of coins and of their markets.

import type { coinReasons } from '../../../shared/reasons/coins.ts'
import type { WordsOf } from './words.ts'

export const coinWords: WordsOf<keyof typeof coinReasons> = {
  UNKNOWN_COIN: 'There is no such coin in the list.',
  COIN_NEEDS_NAME: 'name: a new coin needs a name.',
  COIN_AS_PUBLISHED: 'This coin comes with the app as published. Use notes and tags for your own view.',
  COIN_COMES_WITH_APP: 'This coin comes with the app. Take it off the watchlist instead.',
  COIN_IN_USE: 'Orders or holdings name this coin. Remove the holding first; orders stay for good.',
  NO_ACCOUNT_AT_EXCHANGE: 'You have no such account at this exchange.',
  MARKETS_UNKNOWN: 'The exchange cannot be reached, and its markets are not known yet. Try again.',
  NO_MARKET_FOR_COIN: 'This account has no market for this coin.',
  SEVERAL_MARKETS: ({ markets }) => `Several markets could be meant. Choose one of ${markets.join(', ')}.`,
}
