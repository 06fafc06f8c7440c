// What the trader is asked before a market is taken for a coin of his of which only the ticker is known.

import { knownAsset } from '../../../shared/assets.ts'
import { TICKER_COLLISIONS } from '../../../shared/catalog/publication.ts'
import type { Coin } from '../../../shared/coin.ts'
import { multiply } from '../../../shared/decimal.ts'
import { contractText } from '../../../shared/markets/contracts.ts'
import type { ListingQuestion } from '../../../shared/markets/listing.ts'
import type { Environment, Market, Refusal, Side } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import type { CoinMatches } from '../markets/coin-matches.ts'
import { certainPriceOf } from '../portfolio/positions.ts'
import type { CoinService } from '../research/coin-service.ts'

export interface ListingQuestions {
  /** What is asked before this order; `null` where nothing is. */
  of(context: AccountContext, market: Market, coinId: string, side: Side): ListingQuestion | null
}

/** Builds it. */
export function createListingQuestions(
  coins: Pick<CoinService, 'some'>,
  matches: Pick<CoinMatches, 'at'>,
  viewsOf: (environment: Environment) => AccountContext['view'][],
): ListingQuestions {
  return {
    of: ({ account, view }, market, coinId, side) => {
      if (market.match !== 'ticker') return null
      const here = matches.at(account.accountId)
      const { coins: may, counted } = here.of(market.base)
      // What is shown as held, and may be no other coin of the list, can always be sold.
      if (side === 'sell' && counted.length === 1 && counted[0]?.id === coinId) return null
      const [coin] = coins.some([coinId])
      if (coin === undefined) return null
      const sheets = viewsOf(account.environment).map((each) => ({ view: each, matches: matches.at(each.accountId) }))
      const rate = view.lastRate(market.quote)
      const others = may.flatMap(({ coin: other }) => (other.id === coinId ? [] : [other.name]))
      return {
        venue: account.venue,
        market: market.market,
        ticker: market.base,
        coinName: coin.name,
        contracts: coin.contracts.map(contractText),
        venuePrice: market.price === null || rate === null ? null : multiply(market.price.last, rate.price),
        coinPrice: certainPriceOf(sheets, coin),
        collisions: [...new Set([...others, ...knownAs(market.base, coin)])],
      }
    },
  }
}

function knownAs(ticker: string, coin: Coin): string[] {
  const asset = knownAsset(ticker)
  const isOther = asset !== null && coin.kind === 'project'
  return [...(isOther ? [asset.name] : []), ...(TICKER_COLLISIONS[ticker] ?? [])]
}

/** Why an order is not sent before the question is answered. */
export function questionProblem({ ticker, coinName, collisions }: ListingQuestion): Refusal {
  return { code: 'LISTING_UNCONFIRMED', reason: reason('LISTING_QUESTION', { ticker, coinName, collisions }) }
}
