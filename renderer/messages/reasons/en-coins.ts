// English of coins and of their markets.

import type { coinReasons } from '../../../shared/reasons/coins.ts'
import type { WordsOf } from './words.ts'

export const coinWords: WordsOf<keyof typeof coinReasons> = {
  UNKNOWN_COIN: 'There’s no such coin.',
  COIN_NEEDS_NAME: 'Enter a name for the coin.',
  COIN_AS_PUBLISHED: 'You can’t edit a researched coin. Use notes and tags instead.',
  COIN_COMES_WITH_APP: 'You can’t remove a researched coin. Unwatch it instead.',
  COIN_IN_USE: 'This coin has orders or holdings. Remove the holding first; orders can’t be removed.',
  NO_ACCOUNT_AT_EXCHANGE: 'You have no such account on this exchange.',
  MARKETS_UNKNOWN: 'No answer from the exchange, so its markets aren’t loaded yet. Try again.',
  NO_MARKET_FOR_COIN: 'This coin isn’t listed on this account.',
  SEVERAL_MARKETS: ({ markets }) => `Choose a market: ${markets.join(', ')}.`,
}
