// The operations on coins, the watchlist, and the trader's words on them: name, input and output of each.

import type { CoinKind } from '../assets.ts'
import type { Coin, CoinDetail, CoinTicker } from '../coin.ts'
import type { LinkVerdict } from '../links/links.ts'
import type { CoinContract } from '../markets/contracts.ts'
import type { CoinFactValue } from '../research/coin-facts.ts'
import type { Nothing } from './nothing.ts'

export interface CoinOperations {
  'coins.list': { input: Nothing; output: Coin[] }
  'coins.get': { input: { coinId: string }; output: CoinDetail }
  'coins.save': {
    input: {
      coinId?: string | undefined
      name?: string | undefined
      ticker?: string | null | undefined
      what?: string | undefined
      narratives?: string[] | undefined
      early?: boolean | null | undefined
      /** `null` leaves it to what is known of its name and ticker. */
      kind?: CoinKind | null | undefined
      /** Further tickers, by the trader's word; they take the place of those that he named before. */
      otherTickers?: CoinTicker[] | undefined
      /** Where the token lies, by the trader's word; they take the place of those that he named before. */
      contracts?: CoinContract[] | undefined
    }
    output: Coin
  }
  'coins.remove': { input: { coinId: string }; output: null }
  'watchlist.set': { input: { coinId: string; watched: boolean }; output: Coin }
  'notes.save': { input: { coinId: string; text: string }; output: CoinDetail }
  'tags.set': { input: { coinId: string; tags: string[] }; output: Coin }
  /** A new one without `factId`. Of a fact that is there what is left out stays as it is. */
  'coinFacts.save': {
    input: {
      coinId: string
      factId?: string | undefined
      value?: CoinFactValue | undefined
      source?: string | null | undefined
      /** YYYY-MM-DD, or a moment. */
      asOf?: string | null | undefined
    }
    output: CoinDetail
  }
  'coinFacts.remove': { input: { coinId: string; factId: string }; output: CoinDetail }
  /** Against the official sites of one coin, or without `coinId` of all. Nobody else is asked. */
  'links.check': { input: { links: string[]; coinId?: string | undefined }; output: LinkVerdict[] }
  /** Asks the trader outside the page, and opens it in his browser. Only a link that is kept of this coin. */
  'links.open': { input: { coinId: string; link: string }; output: { opened: boolean } }
}

/** A record, so that a name that is missing here does not compile. */
export const COIN_OPERATIONS: Record<keyof CoinOperations, true> = {
  'coins.list': true,
  'coins.get': true,
  'coins.save': true,
  'coins.remove': true,
  'watchlist.set': true,
  'notes.save': true,
  'tags.set': true,
  'coinFacts.save': true,
  'coinFacts.remove': true,
  'links.check': true,
  'links.open': true,
}
